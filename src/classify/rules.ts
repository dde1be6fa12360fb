import { lastAtOrBefore } from '../span.js'
import type { Span } from '../types.js'
import type { Parts, Title } from './linear.js'
import type { Columns } from './taxonomy.js'

/** What a rule of the codebook makes of a measure. */
export interface NamedLeaves {
  rule: string
  /** Leaves of which the label must be one. */
  leaves: readonly string[]
  /** The rule yields where the scores give the likeliest of them less. */
  probability: number
}

/** R3: leaves whose action is paying, lending or charging less; the last is its one exception. */
const ONLY_PAYS: NamedLeaves = {
  rule: 'R3',
  leaves: ['fiscal-subsidy', 'finance-support', 'tax-fee-relief', 'consumption-promotion'],
  probability: 0,
}
/** R8: a term is explained and nothing done. */
const ONLY_DEFINES: NamedLeaves = { rule: 'R8', leaves: ['other'], probability: 0 }
const FOR_FIRMS: Readonly<Record<string, NamedLeaves>> = {
  instrument: { rule: 'T3', leaves: ['reform-access'], probability: 0.25 },
  domain: { rule: 'D4', leaves: ['economy-business'], probability: 0.05 },
}

/** D3: public money and finance are but tools where the title names what they are for; these leaves name no such field. */
const TOOL = 'fiscal-finance'
const NO_FIELDS: readonly string[] = [TOOL, 'economy-business', 'government-affairs', 'other']
const FIELD_PROBABILITY = 0.1
/** A title speaks for a leaf that it gives so much more than nothing. */
const SPEAKS = 0.5

/** The leaves that a rule names for a measure on an axis of the built-in taxonomy, whose likeliest leaf is `likeliest`: the first rule that applies. */
export function namedLeaves(axis: string, parts: Parts, likeliest: string, columns: Columns): NamedLeaves | undefined {
  if (axis === 'instrument') {
    if (onlyPays(parts)) return ONLY_PAYS
    if (onlyDefines(parts)) return ONLY_DEFINES
  }
  if (parts.title.isForFirms) return FOR_FIRMS[axis]
  const field = likeliest === TOOL ? fieldOf(parts.title, columns) : undefined
  return field === undefined ? undefined : { rule: 'D3', leaves: [field], probability: FIELD_PROBABILITY }
}

/** The field that a title speaks for most, if for any. */
function fieldOf({ scores }: Title, { leaves, range }: Columns): string | undefined {
  let best = -1
  for (let column = range.domain![0]; column < range.domain![1]; column++) {
    if (!NO_FIELDS.includes(leaves[column]!) && scores[column]! >= Math.max(SPEAKS, best < 0 ? 0 : scores[best]!)) best = column
  }
  return leaves[best]
}

const FIRMS = /民营(?:企业|经济)|民间(?:投资|资本)|中小微?企业|小微企业|个体工商户/
/** Other subjects that such a title may have: then the firms are but its place. */
const OTHER_SUBJECT = /就业|人才|采购|首台|园区|企业园/

/** The document is about how a kind of firms is treated. */
export const isForFirms = (title: string): boolean => FIRMS.test(title) && !OTHER_SUBJECT.test(title)

/** How a sentence begins that only says on what terms is paid: for whom, up to what, how often. */
const TERMS = /^\s*(?:对|单个|单户|同一|每|最高|累计|年度|总额|原则上|以上|本|上述|其中|该|奖励|补贴|补助|资助|所需|申报|符合|仅限|不)/
const SHARE = /\d+(?:\.\d+)?[%‰]|1[:：]1|专项(?:扶持)?资金/
const PAYS = /给予|予以|奖励|奖补|补助|补贴|资助|配套|贴息|发放|减免|补偿|减征|免收|免征|津贴|返还|安排|设立/
/** A piece of a sentence too short to state an action. */
const SHORT = 12

/** R3: paying is all that a measure does; every sentence of it pays, or says on what terms. */
export function onlyPays({ source, clauses, grants }: Parts): boolean {
  let pays = false
  for (const clause of clauses) {
    const text = source.folded.slice(clause.start, clause.end)
    if (PAYS.test(text) && (holdsGrant(clause, grants) || SHARE.test(text))) pays = true
    else if (!isTerms(clause, text)) return false
  }
  return pays
}

const DEFINES = /所称[^。；]{1,60}(?:是指|包括)/

/** R8: every sentence of a measure explains a term. */
export function onlyDefines({ source, heading, clauses }: Parts): boolean {
  const sentences = [heading, ...clauses].filter(({ start, end }) => end > start)
  return sentences.length > 0 && sentences.every(({ start, end }) => DEFINES.test(source.folded.slice(start, end)))
}

function holdsGrant({ start, end }: Span, grants: readonly Span[]): boolean {
  const last = grants[lastAtOrBefore(grants, end - 1)]
  return last !== undefined && last.start >= start
}

const isTerms = ({ start, end }: Span, text: string): boolean => end - start < SHORT || TERMS.test(text)
