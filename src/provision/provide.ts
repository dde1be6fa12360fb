import { lastAtOrBefore } from '../span.js'
import type { MeasureSpan, MoneyEntity, Providing, Provision, ProvisionEvidence, Source, Span, Tagged, TextSpan } from '../types.js'
import { clauseEnd, clausesOf, pieceEnd, sentencesOf } from './clauses.js'
import { type Kind, kindOf } from './kinds.js'
import { type Group, type Offer, offersIn } from './offers.js'
import { readPer } from './per.js'
import { NO_TERMS, type Terms } from './phrases.js'
import { merge, type Reading, readTerms } from './terms.js'

/** Low bits of the characters without which a text gives nothing but amounts: signs of shares, first characters of reliefs. */
const MAY_GIVE = new Uint8Array(65536)
for (const character of '%％:：∶半成免减缓延退返即抵扣') MAY_GIVE[character.charCodeAt(0)] = 1
const PERCENT = /[%％]|分之|减半|免[征收缴交除租]|减[按征收免租]|缓[缴征交]|[退返]还|即征|先征|抵免|扣除|\d[:：∶]\d/

function mayGive({ codes, folded }: Source, { start, end }: Span): boolean {
  for (let at = start; at < end; at++)
    if (MAY_GIVE[codes[at] as number] === 1) return PERCENT.test(folded.slice(at === start ? at : at - 1, end))
  return false
}

/** What is set aside by those who pay, and what is told of what was paid, has no receiver. */
const SET_ASIDE = /安排|投放|设立|预算|统筹|筹[措集]|列支|下达|拨付|累计(?:发放|兑现|拨付)|已(?:发放|兑现|拨付)/
const CUMULATIVE = /累计|合计|总计|总额|总共|总量/
/** A shorter sentence that gives nothing is a heading. */
const SHORTEST_OPENING = 14
const PURPOSE = /用于/
const PURPOSE_REACH = 40

const isMoney = (entity: { type: string }): entity is MoneyEntity => entity.type === 'money'
const isGiven = ({ role }: MoneyEntity): boolean => role === 'support' || role === 'finance'

/** Adds to every measure what it grants. Linear in the length of the text. */
export function provide(doc: Tagged, source: Source): Providing {
  const measures = doc.measures.map(measure => ({ ...measure, provisions: provisionsOf(doc, source, measure) }))
  return { ...doc, measures }
}

function moneyIn({ entities }: Tagged, { start, end }: Span): MoneyEntity[] {
  const money: MoneyEntity[] = []
  for (let i = lastAtOrBefore(entities, start - 1) + 1; i < entities.length && entities[i]!.start < end; i++) {
    const entity = entities[i]!
    if (isMoney(entity)) money.push(entity)
  }
  return money
}

function provisionsOf(doc: Tagged, source: Source, measure: MeasureSpan): Provision[] {
  const money = moneyIn(doc, measure).filter(isGiven)
  return money.length > 0 || mayGive(source, measure) ? provisionsIn(source, measure, money) : []
}

/** The provisions of a stretch of text, given its amounts that are paid out or lent. */
export function provisionsIn(source: Source, span: Span, money: readonly MoneyEntity[]): Provision[] {
  const provisions: Provision[] = []
  let carried: Terms = NO_TERMS
  let kind: Kind | undefined
  let next = 0
  for (const sentence of sentencesOf(source, span)) {
    const from = next
    while (next < money.length && money[next]!.start < sentence.end) next++
    const groups = offersIn(source, sentence, money.slice(from, next))
    const reader = new SentenceReader(source, sentence, carried, kind)
    for (const [i, group] of groups.entries()) provisions.push(...reader.read(group, groups[i + 1]))
    kind = reader.kind
    carried = { recipients: (groups.length > 0 ? reader.lasting : reader.opening()).recipients, conditions: [] }
  }
  return provisions
}

/** Reads the lists of one sentence from left to right; each takes over what the ones before it said. */
class SentenceReader {
  lasting: Terms
  /** What was given last, for a payment that does not say it. */
  kind: Kind | undefined
  private from: number

  constructor(
    private readonly source: Source,
    private readonly sentence: Span,
    carried: Terms,
    kind: Kind | undefined,
  ) {
    this.lasting = carried
    this.kind = kind
    this.from = sentence.start
  }

  /** What a sentence that gives nothing says of receivers, for the next one. */
  opening(): Terms {
    const { sentence } = this
    if (sentence.end - sentence.start < SHORTEST_OPENING) return this.lasting
    const { lasting, evidence } = readTerms(this.source, {
      lead: sentence,
      zone: { start: sentence.end, end: sentence.end },
      count: 1,
      follows: false,
    })
    const [first] = lasting.recipients
    const isNamed = evidence.some(({ rule }) => rule === 'recipient') || (first !== undefined && this.opens(first))
    return isNamed && first ? { recipients: lasting.recipients, conditions: [] } : this.lasting
  }

  /** 亩均税收20万元以上的企业，…: a subject with its modifier. */
  private opens({ end }: Span): boolean {
    return (
      end <= clauseEnd(this.source, this.sentence.start, this.sentence.end) &&
      this.source.folded.slice(this.sentence.start, end).includes('的')
    )
  }

  /** @param next the list behind this one */
  read(group: Group, next: Group | undefined): Provision[] {
    const { source, sentence } = this
    const first = group[0]
    const lead = { start: this.from, end: first.start }
    const clauseStart = clausesOf(source, lead).at(-1)?.start ?? first.start
    const anchor = first.amount?.start ?? clauseEnd(source, first.end, sentence.end)
    const surroundings = {
      lead,
      zone: { start: clauseStart, end: anchor },
      count: group.length,
      follows: (this.from > sentence.start || next !== undefined) && isPlain(first),
    }
    const reading = readTerms(source, surroundings)
    const terms = merge(reading, this.lasting, group.length)
    const last = group.at(-1) as Offer
    const context = { clauseStart, rest: { start: (last.amount ?? last).end, end: sentence.end }, limit: next?.[0].start ?? sentence.end }
    const provisions = group.map((offer, i) => this.provision(offer, pick(terms, i, group.length), reading, context))
    this.lasting = merge(reading.lasting, this.lasting, group.length)
    this.from = this.endOf(last, provisions.at(-1), context.limit)
    return provisions
  }

  /** Where the words of the next list begin: behind what still belongs to this one. */
  private endOf(last: Offer, provision: Provision | undefined, limit: number): number {
    const end = pieceEnd(this.source, last.end, limit)
    if (end < limit) return end
    const named = provision?.evidence.find(({ rule }) => rule === 'kind')
    return named && named.start >= last.end && named.end <= limit ? named.end : last.end
  }

  private provision(offer: Offer, terms: Chosen, reading: Reading, context: Context): Provision {
    const { source } = this
    const { amount, share, easing } = offer
    const base = share?.base ?? easing?.object
    const kind = kindOf(source, offer, { start: this.sentence.start, end: offer.start }, context.rest) ?? this.kind
    if (kind && !easing) this.kind = { kind: kind.kind }
    const own = reading.recipients.length > 0 || reading.conditions.length > 0
    const named = kind?.cue && kind.cue.start >= offer.end ? kind.cue.end : undefined
    const words = { start: context.clauseStart, end: named ?? pieceEnd(source, offer.end, Math.max(offer.end, context.limit)) }
    const unnamed = !own && SET_ASIDE.test(source.folded.slice(context.clauseStart, offer.start))
    const per = readPer(source, amount?.per, words)
    const purpose = this.purposeOf(offer)
    const cumulative = amount?.bound === 'max' ? this.cueOf(CUMULATIVE, { start: this.clauseOf(amount), end: amount.start }) : undefined
    const recipient = unnamed ? undefined : terms.recipient
    const parts: Span[] = [offer, recipient, terms.condition, purpose, kind?.cue].filter(part => part !== undefined)
    return {
      start: Math.min(...parts.map(({ start }) => start)),
      end: Math.max(...parts.map(({ end }) => end)),
      kind: kind?.kind ?? (amount?.role === 'finance' ? 'loan' : 'grant'),
      ...(easing && { relief: easing.relief }),
      ...(amount && { amount }),
      ...rateOf(offer),
      ...(base && { base: this.cut(base) }),
      ...(share?.ratio && { ratio: share.ratio }),
      ...(per && { per }),
      ...(recipient && { recipient: this.cut(recipient) }),
      ...(terms.condition && { condition: this.cut(terms.condition) }),
      ...(purpose && { purpose: this.cut(purpose) }),
      ...(cumulative && { cumulative: true as const }),
      evidence: this.evidence(offer, kind, reading, cumulative),
    }
  }

  private evidence({ share, easing }: Offer, kind: Kind | undefined, reading: Reading, cumulative: Span | undefined): ProvisionEvidence[] {
    const cues: [string, Span | undefined][] = [
      ['kind', kind?.cue],
      ['relief', easing?.cue],
      ['rate', share],
      ...reading.evidence.map(({ rule, cue }): [string, Span] => [rule, cue]),
      ['cumulative', cumulative],
    ]
    return cues.flatMap(([rule, cue]) => (cue ? [{ rule, ...this.cut(cue) }] : []))
  }

  /** Where the clause around an amount begins. */
  private clauseOf({ start }: Span): number {
    return clausesOf(this.source, { start: Math.max(this.from, this.sentence.start), end: start }).at(-1)?.start ?? start
  }

  private cueOf(pattern: RegExp, { start, end }: Span): Span | undefined {
    const found = pattern.exec(this.source.folded.slice(start, end))
    return found ? { start: start + found.index, end: start + found.index + found[0].length } : undefined
  }

  /** 用于设备购置: behind the amount, in its sentence. */
  private purposeOf(offer: Offer): Span | undefined {
    const { source, sentence } = this
    const cue = this.cueOf(PURPOSE, { start: offer.end, end: Math.min(sentence.end, offer.end + PURPOSE_REACH) })
    if (!cue || /\d/.test(source.folded.slice(offer.end, cue.start))) return undefined
    const end = clauseEnd(source, cue.end, sentence.end)
    return end - cue.end >= 2 ? { start: cue.end, end } : undefined
  }

  private cut({ start, end }: Span): TextSpan {
    return { start, end, text: this.source.text.slice(start, end) }
  }
}

/** An amount alone, with no share and no relief. */
const isPlain = ({ amount, share, easing }: Offer): boolean => amount !== undefined && !share && !easing

interface Context {
  /** Where the clause begins that the list stands in. */
  clauseStart: number
  /** From the list to the end of the sentence. */
  rest: Span
  /** Where the next list begins. */
  limit: number
}

interface Chosen {
  recipient?: Span | undefined
  condition?: Span | undefined
}

/** The member of a list that the amount at `index` takes; where the list is longer or shorter, the whole of it. */
function member(spans: readonly Span[], index: number, count: number): Span | undefined {
  const [first] = spans
  if (first === undefined || spans.length === count) return spans[index]
  if (spans.length === 1) return first
  return { start: first.start, end: (spans.at(-1) as Span).end }
}

const pick = ({ recipients, conditions }: Terms, index: number, count: number): Chosen => ({
  recipient: member(recipients, index, count),
  condition: member(conditions, index, count),
})

function rateOf({ share }: Offer): Pick<Provision, 'rate' | 'rates' | 'rateBound'> {
  const [low, high] = share?.rates ?? []
  if (low === undefined) return {}
  if (high !== undefined) return { rates: [low, high] }
  return { rate: low, ...(share?.bound && { rateBound: share.bound }) }
}
