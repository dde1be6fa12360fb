import { lastAtOrBefore } from '../span.js'
import type { MeasureSpan, MoneyEntity, Providing, Provision, Source, Span, Tagged } from '../types.js'
import { clauseEnd, clausesOf, sentencesOf } from './clauses.js'
import type { Kind } from './kinds.js'
import { offersIn } from './offers.js'
import { SentenceReader } from './sentence.js'
import { readTerms } from './terms.js'
import { triggersIn } from './triggers.js'

/** A shorter sentence that gives nothing is a heading. */
const SHORTEST_OPENING = 12
/** Whom a platform works for is not who is paid for it. */
const SERVING = '为'
/** So many sentences are looked back for who gets something. */
const SENTENCES_BEFORE = 4

const isMoney = (entity: { type: string }): entity is MoneyEntity => entity.type === 'money'
const isGiven = ({ role }: MoneyEntity): boolean => role === 'support' || role === 'finance'

/** Adds to every measure what it grants. Linear in the length of the text; one look at most characters where nothing is granted. */
export function provide(doc: Tagged, source: Source): Providing {
  const measures = doc.measures.map(measure => ({ ...measure, provisions: provisionsIn(source, measure, moneyIn(doc, measure)) }))
  return { ...doc, measures }
}

function moneyIn({ entities }: Tagged, { start, end }: MeasureSpan): MoneyEntity[] {
  const money: MoneyEntity[] = []
  for (let i = lastAtOrBefore(entities, start - 1) + 1; i < entities.length && entities[i]!.start < end; i++) {
    const entity = entities[i]!
    if (isMoney(entity) && isGiven(entity)) money.push(entity)
  }
  return money
}

/** The provisions of a stretch of text, given its amounts that are paid out or lent. */
export function provisionsIn(source: Source, span: Span, money: readonly MoneyEntity[]): Provision[] {
  const triggers = triggersIn(source, span)
  if (money.length === 0 && triggers.length === 0) return []
  const provisions: Provision[] = []
  const amountsOf = take(money, ({ start }) => start)
  const triggersOf = take(triggers, at => at)
  let unread: Span[] = []
  let carried: readonly Span[] = []
  let kind: Kind | undefined
  for (const sentence of sentencesOf(source, span)) {
    const amounts = amountsOf(sentence.end)
    const signs = triggersOf(sentence.end)
    const groups = amounts.length + signs.length > 0 ? offersIn(source, sentence, amounts, signs) : []
    if (groups.length === 0) {
      unread.push(sentence)
      continue
    }
    const [before, known] = [unread, carried]
    const reader = new SentenceReader(source, sentence, kind, () => receiversBefore(source, before) ?? known)
    for (const [i, group] of groups.entries()) provisions.push(...reader.read(group, groups[i + 1]))
    kind = reader.kind
    if (reader.lasting.recipients.length === 0) continue
    carried = reader.lasting.recipients
    unread = []
  }
  return provisions
}

/** Hands out sorted things, those before an offset at a time. */
function take<T>(things: readonly T[], startOf: (thing: T) => number): (end: number) => readonly T[] {
  let next = 0
  return end => {
    const from = next
    while (next < things.length && startOf(things[next]!) < end) next++
    return things.slice(from, next)
  }
}

/** Whom the nearest of the sentences before names. */
function receiversBefore(source: Source, sentences: readonly Span[]): readonly Span[] | undefined {
  for (const sentence of sentences.slice(-SENTENCES_BEFORE).reverse()) {
    if (sentence.end - sentence.start < SHORTEST_OPENING) continue
    const { lasting, evidence } = readTerms(source, {
      lead: sentence,
      clauses: clausesOf(source, sentence),
      zone: { start: sentence.end, end: sentence.end },
      count: 1,
      follows: false,
    })
    const [first] = lasting.recipients
    const isNamed = evidence.some(({ rule, cue }) => rule === 'recipient' && !source.folded.startsWith(SERVING, cue.start))
    if (first && (isNamed || opens(source, sentence, first))) return lasting.recipients
  }
  return undefined
}

/** 亩均税收20万元以上的企业，…: a subject with its modifier. */
const opens = (source: Source, { start, end }: Span, receiver: Span): boolean =>
  receiver.end <= clauseEnd(source, start, end) && source.folded.slice(start, receiver.end).includes('的')
