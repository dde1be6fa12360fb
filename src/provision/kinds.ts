import type { ProvisionKind, Source, Span } from '../types.js'
import { behindLast, clausesOf, pieceEnd } from './clauses.js'
import type { Offer } from './offers.js'
import { KIND_WORDS } from './words.js'

export interface Kind {
  kind: ProvisionKind
  cue?: Span
}

const REACH = 28
/** What the money is for is not what it is. */
const PURPOSE = /用于|专项用于|主要用于/
const FINANCE: readonly ProvisionKind[] = ['loan', 'guarantee', 'insurance', 'equity']
/** What a share is taken of says more than 补贴. */
const OBJECTS: [ProvisionKind, RegExp][] = [
  ['interest-subsidy', /利息|LPR|贷款市场报价利率|基准利率|贴息|利率/],
  ['guarantee', /担保费|保函|再担保|代偿|担保业务|担保额/],
  ['insurance', /保费|保险费|投保/],
]
const PLAIN: readonly ProvisionKind[] = ['subsidy', 'grant', 'award']
/** A noun in an earlier clause names the payment only where it is given there, or ends the clause. */
const GIVEN_BEFORE = /(?:给予|予以|享受|发放|实行|提供|申[请领]|获得?|按[^，,]{0,20}的?)[^，,。；;]{0,12}$/
/** 由失业保险基金支付 names who pays. */
const PAYS = /(?:由|从)[^，,。；;]{0,16}$/
/** 每辆补2.5万元. */
const BU = /[^增弥候递]补$/
/** 20万元扶持 names it too, though any other noun of the sentence holds. */
const GRANTED = /^的?(?:资金|综合|经费)?(?:扶持|支持)(?=$|[，,。；;）)、])/
const GRANTED_REACH = 8
const NAMED_AT_END = /^(?:标准|金额|额度|比例|分[为成三两四]|按|实行)|^(?:资金|总额|政策|支持|方式|为)?\s?$/

/** The first word of a kind to the right, a longer one around it before it: 奖励性补助 is no 奖励. */
function firstIn(text: string): { kind: ProvisionKind; start: number; end: number } | undefined {
  let first: { kind: ProvisionKind; start: number; end: number } | undefined
  for (let end = 1; end <= text.length && (!first || end <= first.end + 4); end++) {
    const found = KIND_WORDS.endingAt(text, end)
    if (!found || found.sense === 'none') continue
    const start = end - found.word.length
    if (found.sense !== 'weak' && (!first || start <= first.start)) first = { kind: found.sense, start, end }
  }
  return first
}

/** The last word of a kind to the left; `fits` may refuse one. */
function lastIn(text: string, fits: (start: number, end: number) => boolean = () => true) {
  for (let end = text.length; end > 0; end--) {
    const found = KIND_WORDS.endingAt(text, end)
    if (!found) continue
    const start = end - found.word.length
    const pays = found.sense === 'equity' && PAYS.test(text.slice(0, start))
    if (found.sense !== 'weak' && found.sense !== 'none' && !pays && fits(start, end)) return { kind: found.sense, start, end }
    end = start + 1
  }
  return undefined
}

/** The noun that an amount is an attribute of: 50万元奖励. */
function behind(source: Source, rest: Span): Kind | undefined {
  const text = source.folded.slice(rest.start, pieceEnd(source, rest.start, Math.min(rest.end, rest.start + REACH)))
  const purpose = text.search(PURPOSE)
  const found = firstIn(purpose < 0 ? text : text.slice(0, purpose))
  return found && { kind: found.kind, cue: { start: rest.start + found.start, end: rest.start + found.end } }
}

function before({ folded }: Source, clauses: readonly Span[]): Kind | undefined {
  for (let i = clauses.length - 1; i >= 0; i--) {
    const { start, end } = clauses[i] as Span
    const text = folded.slice(start, end)
    const fits = (from: number, to: number): boolean =>
      GIVEN_BEFORE.test(text.slice(Math.max(0, from - REACH), from)) || NAMED_AT_END.test(text.slice(to))
    const found = lastIn(text, i === clauses.length - 1 ? undefined : fits)
    if (found) return { kind: found.kind, cue: { start: start + found.start, end: start + found.end } }
  }
  return undefined
}

function nearest(source: Source, offer: Offer, lead: Span, rest: Span): Kind | undefined {
  const anchor = offer.amount ?? offer
  const inside = offer.amount && offer.share ? lastIn(source.folded.slice(offer.share.end, offer.amount.start)) : undefined
  const right = behind(source, rest)
  if (right) return right
  if (offer.amount && BU.test(source.folded.slice(lead.start, anchor.start)))
    return { kind: 'subsidy', cue: { start: anchor.start - 1, end: anchor.start } }
  if (inside && offer.share) return { kind: inside.kind, cue: { start: offer.share.end + inside.start, end: offer.share.end + inside.end } }
  return before(source, clausesOf(source, { start: lead.start, end: anchor.start })) ?? granted(source, offer, rest)
}

function granted({ folded }: Source, { amount }: Offer, { start }: Span): Kind | undefined {
  const found = amount && GRANTED.exec(folded.slice(start, start + GRANTED_REACH))
  return found ? { kind: 'grant', cue: { start, end: start + found[0].length } } : undefined
}

/** 补贴 of interest, of premiums, of guarantees, by what the share is taken of. */
function objectOf({ folded }: Source, { share, amount }: Offer, found: Kind | undefined): Kind | undefined {
  if (found && !PLAIN.includes(found.kind) && found.kind !== 'insurance') return undefined
  const anchor = share ?? amount
  if (!anchor) return undefined
  const before = folded.slice(Math.max(0, anchor.start - REACH), anchor.start)
  const clause = behindLast(before, '，,。；;：:')
  const inside = share && amount && amount.start > share.end ? folded.slice(share.end, amount.start) : ''
  if (/风险补偿/.test(clause + inside)) return { kind: 'guarantee' }
  if (!share) return undefined
  const base = share.base ? folded.slice(share.base.start, share.base.end) : clause
  const object = OBJECTS.find(([kind, pattern]) => kind !== found?.kind && pattern.test(base))?.[0]
  return object && { kind: object, ...(share.base && { cue: share.base }) }
}

/**
 * What an offer gives, by the noun behind it, else the nearest before it.
 * @param lead words before the offer that may name it
 * @param rest what stands behind its list, to the end of the sentence
 */
export function kindOf(source: Source, offer: Offer, lead: Span, rest: Span): Kind | undefined {
  const { amount, share, easing } = offer
  if (easing) return { kind: easing.kind, cue: easing.cue }
  const found = nearest(source, offer, lead, rest)
  if (share?.ratio) return { kind: 'matching', cue: { start: share.start, end: share.end } }
  if (amount?.role === 'finance')
    return found && FINANCE.includes(found.kind) ? found : { kind: 'loan', ...(found?.cue && { cue: found.cue }) }
  return objectOf(source, offer, found) ?? found
}
