import type { Provision, ProvisionEvidence, Source, Span, TextSpan } from '../types.js'
import { clauseEnd, clauseStart, clausesOf, pieceEnd } from './clauses.js'
import { type Kind, kindOf } from './kinds.js'
import type { Group, Offer } from './offers.js'
import { readPer } from './per.js'
import { NO_TERMS, type Terms } from './phrases.js'
import type { Share } from './shares.js'
import { merge, type Reading, readTerms } from './terms.js'

/** What is set aside by those who pay, and what is told of what was paid, has no receiver. */
const SET_ASIDE = /安排|投放|设立|预算|统筹|筹[措集]|列支|下达|拨付|累计(?:发放|兑现|拨付)|已(?:发放|兑现|拨付)/
const CUMULATIVE = /累计|合计|总计|总额|总共|总量/
const PURPOSE = '用于'
const PURPOSE_REACH = 40
/** How far before a payment its name is looked for. */
const NAMED_WITHIN = 200

/** Reads the lists of one sentence from left to right; each takes over what the ones before it said. */
export class SentenceReader {
  lasting: Terms = NO_TERMS
  /** What was given last, for a payment that does not say it. */
  kind: Kind | undefined
  private from: number

  constructor(
    private readonly source: Source,
    private readonly sentence: Span,
    kind: Kind | undefined,
    /** Receivers that the sentences before name, for one that names none. */
    private readonly earlier: () => readonly Span[],
  ) {
    this.kind = kind
    this.from = sentence.start
  }

  /** @param next the list behind this one */
  read(group: Group, next: Group | undefined): Provision[] {
    const { source, sentence } = this
    const first = group[0]
    const lead = { start: this.from, end: first.start }
    const clauses = clausesOf(source, lead)
    const clauseStart = clauses.at(-1)?.start ?? first.start
    const anchor = first.amount?.start ?? clauseEnd(source, first.end, sentence.end)
    const surroundings = {
      lead,
      clauses,
      zone: { start: clauseStart, end: anchor },
      count: group.length,
      follows: (this.from > sentence.start || next !== undefined) && isPlain(first),
    }
    const reading = readTerms(source, surroundings)
    let terms: Terms = merge(reading, this.stillHolds(reading, group.length), group.length)
    if (terms.recipients.length === 0) terms = { ...terms, recipients: this.earlier() }
    const last = group.at(-1) as Offer
    const context = { clauseStart, rest: { start: (last.amount ?? last).end, end: sentence.end }, limit: next?.[0].start ?? sentence.end }
    const provisions = group.map((offer, i) => this.provision(offer, pick(terms, i, group.length), reading, context))
    this.lasting = merge(reading.lasting, this.lasting, group.length)
    this.from = this.endOf(last, provisions.at(-1), context.limit)
    return provisions
  }

  /** What was said before and holds for this list too: not the condition of somebody else, nor that of a list with other members. */
  private stillHolds(reading: Reading, count: number): Terms {
    const { lasting } = this
    const isOthers = reading.lasting.recipients.length > 0 || (lasting.conditions.length > 1 && lasting.conditions.length !== count)
    return isOthers ? { ...lasting, conditions: [] } : lasting
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
    const kind =
      kindOf(source, offer, { start: Math.max(this.sentence.start, offer.start - NAMED_WITHIN), end: offer.start }, context.rest) ??
      this.kind
    if (kind && !easing) this.kind = { kind: kind.kind }
    const own = reading.recipients.length > 0 || reading.conditions.length > 0
    const named = kind?.cue && kind.cue.start >= offer.end ? kind.cue.end : undefined
    const words = { start: context.clauseStart, end: named ?? pieceEnd(source, offer.end, Math.max(offer.end, context.limit)) }
    const unnamed = !own && SET_ASIDE.test(source.folded.slice(context.clauseStart, offer.start))
    const per = readPer(source, amount, words)
    const purpose = this.purposeOf(offer)
    const cumulative = amount?.bound === 'max' ? this.cueOf(CUMULATIVE, { start: this.clauseOf(amount), end: amount.start }) : undefined
    const recipient = unnamed ? undefined : terms.recipient
    const provision: Provision = {
      ...around(offer, recipient, terms.condition, purpose, kind?.cue),
      kind: kind?.kind ?? (amount?.role === 'finance' ? 'loan' : 'grant'),
    } as Provision
    if (easing) provision.relief = easing.relief
    if (amount) provision.amount = amount
    addShare(provision, share)
    if (base) provision.base = this.cut(base)
    if (per) provision.per = per
    if (recipient) provision.recipient = this.cut(recipient)
    if (terms.condition) provision.condition = this.cut(terms.condition)
    if (purpose) provision.purpose = this.cut(purpose)
    if (cumulative) provision.cumulative = true
    provision.evidence = this.evidence(offer, kind, reading, cumulative)
    return provision
  }

  private evidence({ share, easing }: Offer, kind: Kind | undefined, reading: Reading, cumulative: Span | undefined): ProvisionEvidence[] {
    const evidence: ProvisionEvidence[] = []
    const add = (rule: string, cue: Span | undefined): void => {
      if (cue) evidence.push({ rule, ...this.cut(cue) })
    }
    add('kind', kind?.cue)
    add('relief', easing?.cue)
    add('rate', share)
    for (const { rule, cue } of reading.evidence) add(rule, cue)
    add('cumulative', cumulative)
    return evidence
  }

  /** Where the clause around an amount begins. */
  private clauseOf({ start }: Span): number {
    return clauseStart(this.source, Math.max(this.from, this.sentence.start), start)
  }

  private cueOf(pattern: RegExp, { start, end }: Span): Span | undefined {
    const found = pattern.exec(this.source.folded.slice(start, end))
    return found ? { start: start + found.index, end: start + found.index + found[0].length } : undefined
  }

  /** 用于设备购置: behind the amount, in its sentence. */
  private purposeOf(offer: Offer): Span | undefined {
    const { source, sentence } = this
    const at = source.folded.slice(offer.end, Math.min(sentence.end, offer.end + PURPOSE_REACH)).indexOf(PURPOSE)
    if (at < 0) return undefined
    const cue = { start: offer.end + at, end: offer.end + at + PURPOSE.length }
    if (/\d/.test(source.folded.slice(offer.end, cue.start))) return undefined
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

function addShare(provision: Provision, share: Share | undefined): void {
  const [low, high] = share?.rates ?? []
  if (high !== undefined && low !== undefined) provision.rates = [low, high]
  else if (low !== undefined) {
    provision.rate = low
    if (share?.bound) provision.rateBound = share.bound
  }
  if (share?.ratio) provision.ratio = share.ratio
}

/** From the first of the parts to the last. */
function around(first: Span, ...parts: (Span | undefined)[]): Span {
  let { start, end } = first
  for (const part of parts) {
    if (!part) continue
    start = Math.min(start, part.start)
    end = Math.max(end, part.end)
  }
  return { start, end }
}
