import { matchesOf } from '../text/match.js'
import type { Source, Span } from '../types.js'
import { isPayer, NO_RECEIVER, RECEIVER, RECEIVER_AFTER } from './patterns.js'
import { endsInHead, NO_TERMS, readPhrase, type Terms } from './phrases.js'
import { isLabel, labelled, OPEN, opened, type Piece, pieceOf, prepositionIn } from './pieces.js'

/** What the words before a payment say of its receiver and its condition. */
export interface Reading extends Terms {
  /** Holds on for the next payments of the sentence: not so the name of a tier right before its amount. */
  lasting: Terms
  evidence: { rule: 'recipient' | 'condition'; cue: Span }[]
}

/** Where the words stand: `lead` runs from the payment before, or the sentence's start, to this one. */
export interface Surroundings {
  lead: Span
  /** Its clauses. */
  clauses: readonly Span[]
  /** From the last clause of `lead` to the amount itself, or to the end of the clause where there is none. */
  zone: Span
  /** How many amounts of a list take a member each. */
  count: number
  /** An amount, with another payment of the sentence before it: a bare noun between them is a tier. */
  follows: boolean
}

/** So many clauses are read before a payment. */
const MOST_CLAUSES = 6
const LONGEST_UNENDED = 30

/** 给予岗位补贴 names what the money is for. */
const PURPOSES = /^(?:岗位|人才|设备|产品|展位|车辆|船舶|活动|培训|床位|学位|场馆|品牌|专利|标准|项目)$/

const isEmpty = ({ recipients, conditions }: Terms): boolean => recipients.length === 0 && conditions.length === 0

/** Given at once with the verb: 给予活动主办方最高300万元, 奖励管理团队20万元. */
function receiverIn({ folded }: Source, { start, end }: Span): Span | undefined {
  const text = folded.slice(start, end)
  const behind = RECEIVER_AFTER.exec(text)
  for (const found of [...matchesOf(RECEIVER, text), ...(behind ? [behind] : [])]) {
    const who = found[1] as string
    if (NO_RECEIVER.test(who) || isPayer(who) || PURPOSES.test(who) || !endsInHead(who)) continue
    const from = start + found.index + found[0].length - who.length
    return { start: from, end: from + who.length }
  }
  return undefined
}

/** Of what stands near and what stands further left the near holds, unless only the far is a list of as many as there are amounts. */
export function merge(near: Terms, far: Terms, count = 1): Terms {
  const choose = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
    a.length > 0 && !(count > 1 && b.length === count && a.length !== count) ? a : b
  return { recipients: choose(near.recipients, far.recipients), conditions: choose(near.conditions, far.conditions) }
}

/** 对在本市注册、具有独立法人资格，…的企业: the phrase goes on over the comma. */
function extended({ folded }: Source, terms: Terms, last: Span | undefined, clause: Span): Terms {
  const from = prepositionIn(folded.slice(clause.start, clause.end))?.end
  if (!last || from === undefined || terms.recipients.length !== 1 || last !== terms.recipients[0]) return terms
  if (/给予|予以|如下|以下|发放|[：:]/.test(folded.slice(clause.start, last.start))) return terms
  return { ...terms, recipients: [{ start: clause.start + from, end: last.end }] }
}

/** 对偏远乡镇班线，补贴…: whatever the clause ends in, the payment follows. */
function unended(source: Source, clause: Span, count: number): Terms {
  const from = prepositionIn(source.folded.slice(clause.start, clause.end))?.end ?? 0
  const phrase = { start: clause.start + from, end: clause.end }
  return from === 0 || phrase.end - phrase.start > LONGEST_UNENDED ? NO_TERMS : readPhrase(source, phrase, count)
}

/** 客商介绍项目落户的，奖励引荐人: where somebody else gets it, who acts is a part of the condition. */
function wholeConditions({ recipients, conditions }: Terms): readonly Span[] {
  const [[who], [what]] = [recipients, conditions]
  return who && what && conditions.length === 1 && who.end === what.start ? [{ start: who.start, end: what.end }] : conditions
}

/** Reads the words before a payment from right to left. */
export function readTerms(source: Source, { lead, clauses, zone, count, follows }: Surroundings): Reading {
  const evidence: Reading['evidence'] = []
  const receiver = receiverIn(source, zone)
  let own: Terms = receiver ? { recipients: [receiver], conditions: [] } : NO_TERMS
  let lasting: Terms = own
  let closes: Span | undefined
  for (let i = clauses.length - 1; i >= Math.max(0, clauses.length - MOST_CLAUSES); i--) {
    const clause = clauses[i] as Span
    const label = clauses[i - 1]
    const isLast = i === clauses.length - 1 && clause.end === lead.end
    const place = { count, isLast, isTier: isLast && follows }
    const piece = label && isLabel(source, label) ? labelled(source, clause) : pieceOf(source, clause, place)
    if (piece === OPEN) {
      const whole = isEmpty(own) ? unended(source, opened(source, clause), count) : extended(source, own, closes, opened(source, clause))
      lasting = isEmpty(own) ? whole : merge(extended(source, lasting, closes, opened(source, clause)), whole)
      own = whole
      break
    }
    // 奖励用人单位20万元: read already
    if (receiver && piece && piece.terms.recipients[0]?.start === receiver.start) continue
    if (!piece || isEmpty(piece.terms)) {
      closes = undefined
      continue
    }
    if (piece.cue) evidence.push({ rule: piece.terms.recipients.length > 0 ? 'recipient' : 'condition', cue: piece.cue })
    closes = piece.cue || own.recipients.length > 0 ? undefined : piece.terms.recipients.at(-1)
    own = merge(own, receiver ? { ...piece.terms, conditions: wholeConditions(piece.terms) } : piece.terms, count)
    if (piece.kind === 'phrase') lasting = merge(lasting, piece.terms, count)
    if (isEnough(own, piece)) break
  }
  return { ...own, lasting, evidence }
}

const isEnough = ({ recipients, conditions }: Terms, { cue }: Piece): boolean =>
  recipients.length > 0 && (conditions.length > 0 || cue !== undefined)
