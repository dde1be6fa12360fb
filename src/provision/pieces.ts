import { matchesOf } from '../text/match.js'
import type { Source, Span } from '../types.js'
import { membersOf, trim } from './clauses.js'
import {
  ACTION,
  ADVERBIAL,
  CHARGE,
  DONE,
  INNER_VERB,
  INSIDE_PREPOSITION,
  INSIDE_REACH,
  isPayer,
  LEVEL_PAYS,
  NAMES,
  NO_RECEIVER,
  OBJECT,
  OPENING,
  PREPOSITION,
  PRIZE,
  SERVED,
  STANDARD,
  STANDARD_OF,
  STATED,
  TIER_CASE,
  TIER_DEED,
  URGED,
  VERB,
  YEARS,
} from './patterns.js'
import { endsInHead, endsInTier, isThreshold, readPhrase, type Terms } from './phrases.js'
import { acquired, actor, readClause, subjectEnd } from './subjects.js'
import { beforeStrongVerb, beforeVerb, deedAt, isInModifier, isPhrase, masked } from './verbs.js'

/** What one clause says of receivers and conditions. */
export interface Piece {
  terms: Terms
  /** The name of a tier stands for its own amount only. */
  kind: 'phrase' | 'tier'
  /** The words that name the receiver as one: 对, 支持, 补贴对象. */
  cue?: Span
}

/** Where a clause is read. */
export interface Place {
  /** How many amounts of a list take a member each. */
  count: number
  /** The payment follows right behind. */
  isLast: boolean
  /** A bare noun there is a tier: between two amounts of a sentence. */
  isTier: boolean
}

/** 对在本市注册、: a phrase that goes on behind the comma. */
export const OPEN = 'open'

/** A clause without ordinals and connectives at its head. */
export function opened(source: Source, span: Span): Span {
  const cut = trim(source, span, '—－-、，,')
  const found = OPENING.exec(source.folded.slice(cut.start, cut.end))
  return found ? { start: cut.start + found[0].length, end: cut.end } : cut
}

/** How many characters the name of a standard may have. */
const LONGEST_STANDARD = 14
/** How far before a level the list of tiers may stand. */
const TIERS_BEFORE = 80

/** 对获得省级、市级称号，分别奖励…: what was done, and nobody named. */
const conditional = (source: Source, span: Span, count: number): Terms => ({
  recipients: [],
  conditions: (count > 1 && membersOf(source, span, count)) || [span],
})

function phraseOf(source: Source, phrase: Span, cue: Span, count: number): Piece {
  const who = count === 1 ? actor(source, phrase) : undefined
  if (!who) return { terms: readClause(source, phrase, count), kind: 'phrase', cue }
  return { terms: { recipients: [who], conditions: [{ start: who.end, end: phrase.end }] }, kind: 'phrase', cue }
}

/** Where a preposition stands in a clause and where it ends. */
export function prepositionIn(text: string): { at: number; end: number } | undefined {
  const found = PREPOSITION.exec(text)
  if (found) return { at: (found[1] as string).length, end: found[0].length }
  const inside = text.includes('对') || text.includes('向') ? INSIDE_PREPOSITION.exec(text) : null
  return inside && inside.index <= INSIDE_REACH ? { at: inside.index, end: inside.index + inside[0].length } : undefined
}

/** 对X, 向X, 给X. */
function prepositional(source: Source, clause: Span, { count }: Place): Piece | typeof OPEN | undefined {
  const text = source.folded.slice(clause.start, clause.end)
  const preposition = prepositionIn(text)
  if (!preposition) return undefined
  const from = preposition.end
  if (text.length - from < 2) return undefined
  // 为企业提供咨询的服务商: who is served stands in the modifier
  if (text[preposition.at] === '为' && SERVED.test(text) && isInModifier(text, from, text.length)) return undefined
  const cue = { start: clause.start + preposition.at, end: clause.start + from }
  if (NO_RECEIVER.test(text.slice(from, from + 3))) return undefined
  const rest = { start: clause.start + from, end: clause.end }
  const whole = beforeVerb(source, rest, isPhrase)
  if (whole) return phraseOf(source, whole, cue, count)
  if (DONE.test(text.slice(from))) return { terms: conditional(source, rest, count), kind: 'phrase', cue }
  const phrase = beforeStrongVerb(source, rest)
  if (phrase && CHARGE.test(source.folded.slice(phrase.start, phrase.end))) return undefined
  return phrase ? { terms: readPhrase(source, phrase, count), kind: 'phrase', cue } : OPEN
}

function served(source: Source, clause: Span): Piece | undefined {
  const text = source.folded.slice(clause.start, clause.end)
  const found = SERVED.exec(text)
  if (!found || text.endsWith('的') || /^[^，,]{0,12}对/.test(text.slice(0, found.index))) return undefined
  const behind = found.index + found[0].length
  const who = found[1] as string
  if (!endsInHead(who) || NO_RECEIVER.test(who) || isInModifier(text, behind, text.length)) return undefined
  const start = clause.start + found.index + 1
  return { terms: readPhrase(source, { start, end: start + who.length }, 1), kind: 'phrase', cue: { start: start - 1, end: start } }
}

function urged(source: Source, clause: Span, { count }: Place): Piece | undefined {
  const { folded } = source
  const text = folded.slice(clause.start, clause.end)
  const verb = URGED.exec(text)
  if (!verb) return undefined
  const from = verb[0].length
  const cue = { start: clause.start, end: clause.start + from }
  const deed = deedAt(text, from + 2)
  if (deed >= 0) return { terms: readPhrase(source, { start: clause.start + from, end: clause.start + deed }, count), kind: 'phrase', cue }
  const phrase = beforeVerb(source, { start: clause.start + from, end: clause.end }, isPhrase)
  return phrase && { terms: readPhrase(source, phrase, count), kind: 'phrase', cue }
}

function statedAfter({ folded }: Source, { start, end }: Span): Span {
  const found = STATED.exec(folded.slice(start, end))
  const from = found ? start + found.index + found[0].length : start
  return end - from >= 2 ? { start: from, end } : { start, end }
}

/** 设一等奖1名: the prize, or as many as there are amounts. */
function prizesIn({ folded }: Source, { start, end }: Span, count: number): Piece | undefined {
  const text = folded.slice(start, end)
  const found = text.includes('奖') || text.includes('军') ? matchesOf(PRIZE, text) : []
  // 获得金奖、银奖的团队: prizes in a modifier
  if (found.length === 0 || found.length !== count || (count > 1 && /[获的]/.test(text))) return undefined
  const recipients = found.map(({ 0: prize, index }) => ({ start: start + index, end: start + index + prize.length }))
  return { terms: { recipients, conditions: [] }, kind: count === 1 ? 'tier' : 'phrase' }
}

const onlyCondition = (span: Span, kind: Piece['kind']): Piece => ({ terms: { recipients: [], conditions: [span] }, kind })

const isDeed = (text: string): boolean =>
  text.length > 2 && text.length <= 40 && !text.includes('的') && (TIER_DEED.test(text) || (TIER_CASE.test(text) && !endsInTier(text)))

/** 滴灌每亩补助800元，喷灌每亩补助600元: the bare noun before an amount. */
function bareTier(source: Source, clause: Span): Piece | undefined {
  const text = source.folded.slice(clause.start, clause.end)
  const [verb] = matchesOf(VERB, masked(text))
  const end = verb?.index ?? text.length
  const name = text.slice(0, end)
  if (end < 2 || end > 16 || /[\d%％]/.test(name) || isPayer(name) || NO_RECEIVER.test(name)) return undefined
  if (ADVERBIAL.test(name) || ACTION.test(name) || INNER_VERB.test(name) || /[期内后前年月日度]$|设立|规模|到位|余额|投放|新增$/.test(name))
    return undefined
  return { terms: { recipients: [{ start: clause.start, end: clause.start + end }], conditions: [] }, kind: 'tier' }
}

/** 企业开展研发活动，…: who acts, in a clause before. */
function acting(source: Source, clause: Span): Piece | undefined {
  const who = actor(source, clause, true)
  const text = who && source.folded.slice(who.start, who.end)
  if (!who || !text || isPayer(text) || ACTION.test(text) || NO_RECEIVER.test(text) || /[省市县区镇乡村库队]$/.test(text)) return undefined
  return { terms: { recipients: [who], conditions: [] }, kind: 'phrase' }
}

/** 特困人员基本生活标准为每人每月…: whose standard it is. */
function ofStandard({ folded }: Source, { start, end }: Span): Piece | undefined {
  const text = folded.slice(start, end)
  const at = STANDARD.exec(text)?.index ?? -1
  for (let to = at; to >= Math.max(2, at - LONGEST_STANDARD); to--) {
    const who = text.slice(0, to)
    if (!STANDARD_OF.test(text.slice(to, at)) || !endsInHead(who)) continue
    return NO_RECEIVER.test(who) || ACTION.test(who)
      ? undefined
      : { terms: { recipients: [{ start, end: start + to }], conditions: [] }, kind: 'tier' }
  }
  return undefined
}

/** 市级按…给予 tells who pays, unless the words before list that level as a tier. */
function isPayingLevel({ folded }: Source, { start, end }: Span): boolean {
  const level = LEVEL_PAYS.exec(folded.slice(start, Math.min(end, start + LONGEST_STANDARD)))?.[0]
  return level !== undefined && !folded.slice(Math.max(0, start - TIERS_BEFORE), start).includes(level)
}

/** A subject or a condition without a preposition. */
function subject(source: Source, clause: Span, { count, isLast, isTier }: Place): Piece | undefined {
  const prize = prizesIn(source, clause, count)
  if (prize) return prize
  const written = source.folded.slice(clause.start, clause.end)
  if (YEARS.test(written) || isPayingLevel(source, clause)) return undefined
  const deed = acquired(source, clause)
  if (deed) return onlyCondition(deed, isLast ? 'tier' : 'phrase')
  if (written.endsWith('的') && subjectEnd(written.slice(0, -1)) > 0) return { terms: readClause(source, clause, count), kind: 'phrase' }
  const phrase = beforeVerb(source, statedAfter(source, clause), text => (isLast && isDeed(text)) || isPhrase(text))
  if (!phrase) {
    const served = isLast ? ofStandard(source, clause) : undefined
    if (served) return served
    if (isLast) return isTier ? bareTier(source, clause) : undefined
    return isThreshold(written) ? onlyCondition(clause, 'phrase') : acting(source, clause)
  }
  const text = source.folded.slice(phrase.start, phrase.end)
  if (NO_RECEIVER.test(text) || isPayer(text)) return undefined
  const hasDe = text.includes('的')
  if (/^(?:由|按(?![期时规]))[^，,]*的$/.test(text)) return undefined
  if (!text.endsWith('的') && /^(?:给予|予以|按|对|用于|一次性|分别|每|最高|可|奖励|补助|补贴|资助|发放|提供)/.test(text)) return undefined
  if (isLast && isDeed(text))
    return NAMES.test(text) && endsInHead(text)
      ? { terms: readPhrase(source, phrase, count), kind: 'phrase' }
      : onlyCondition(phrase, 'tier')
  if (!hasDe && ACTION.test(text)) return undefined
  if (!hasDe && !isLast && DONE.test(text)) return { terms: conditional(source, phrase, count), kind: 'phrase' }
  if (!hasDe && INNER_VERB.test(text)) return isLast ? undefined : acting(source, phrase)
  const acts = !isLast && hasDe && !text.endsWith('的') ? acting(source, phrase) : undefined
  if (acts) return acts
  return { terms: readClause(source, phrase, count), kind: isLast && !hasDe && (isTier || endsInTier(text)) ? 'tier' : 'phrase' }
}

/** What follows a label is the receiver as it stands. */
export function labelled(source: Source, { start, end }: Span, width = 0): Piece | undefined {
  if (end - start <= width) return undefined
  return { terms: readPhrase(source, { start: start + width, end }, 1), kind: 'phrase', cue: { start, end: start + Math.max(width, 1) } }
}

/** 补贴对象 as a clause of its own. */
export const isLabel = (source: Source, span: Span): boolean => {
  const { start, end } = opened(source, span)
  return end - start <= 8 && OBJECT.exec(source.folded.slice(start, end))?.[0].length === end - start
}

export function pieceOf(source: Source, span: Span, place: Place): Piece | typeof OPEN | undefined {
  const clause = opened(source, span)
  const text = source.folded.slice(clause.start, clause.end)
  if (text.length < 2) return undefined
  const label = OBJECT.exec(text)
  if (label) return labelled(source, clause, label[0].length)
  const addressed = served(source, clause) ?? prepositional(source, clause, place) ?? urged(source, clause, place)
  if (addressed) return addressed
  const isNamed = text.endsWith('的') || (text.includes('的') && endsInHead(text))
  if (!place.isLast && !isNamed && ADVERBIAL.test(text)) return undefined
  return subject(source, clause, place)
}
