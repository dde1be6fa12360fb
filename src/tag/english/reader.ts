import { type CurrencyTerm, currencyAt } from './currency.js'
import type { Mention } from './names.js'
import { namesOrganisation } from './organisation.js'
import type { Word } from './words.js'

/** What of the package `compromise` is used here. */
interface Term {
  text: string
  normal: string
  pre: string
  post: string
  tags: string[] | Set<string>
  /** Our own: the words that the term stands for, half-open. */
  from?: number
  to?: number
}
interface View {
  docs: Term[][]
  length: number
  match(pattern: string, group?: number): View
  eq(index: number): View
  numbers(): { get(): (number | null)[] }
}
interface Compromise {
  (document: { terms: Term[] }[]): View
  extend(plugin: { tags?: object; words?: Record<string, string> }): Compromise
}

/** An amount as it is written: words, half-open, with one value or the two ends of a range. */
export interface ReadAmount {
  from: number
  to: number
  currency: string
  values: readonly number[]
}

export interface Reading {
  mentions: Mention[]
  amounts: ReadAmount[]
}

/** A sentence that never ends is read in parts, so that reading stays linear. */
const LONGEST_CLAUSE = 80
const VALUE = '#Value+'
const ENDS = '(#CurrencyCode|#CurrencyUnit)'
/** Forms of amounts, the longer first; the number is the group that holds the amount. */
const AMOUNTS: readonly (readonly [pattern: string, group?: number])[] = [
  [`between [#CurrencyCode ${VALUE} #CurrencyUnit? and #CurrencyCode? ${VALUE} #CurrencyUnit?]`, 0],
  [`between [${VALUE} ${ENDS}? and ${VALUE} ${ENDS}]`, 0],
  [`#CurrencyCode ${VALUE} #CurrencyUnit? to #CurrencyCode? ${VALUE} #CurrencyUnit?`],
  [`${VALUE} ${ENDS}? to ${VALUE} ${ENDS}`],
  [`#CurrencyCode ${VALUE} #CurrencyUnit?`],
  [`${VALUE} ${ENDS}`],
  [`#Cardinal+ ${ENDS}`],
]
/** 10m, 2.5bn behind a currency: read as the word, so that its value is known. */
const SCALES: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  mln: 'million',
  mio: 'million',
  b: 'billion',
  bn: 'billion',
  tn: 'trillion',
}
/** Raised from one amount to another: two amounts, no range. */
const CHANGED = /^(?:rais|increas|lift|grew|grow|rise|rose|ris|reduc|cut|lower|expand|adjust|chang)/

/** Reads clauses with `compromise`, which knows words and numbers, and is told of our currencies. */
export class Reader {
  constructor(private readonly nlp: Compromise) {}

  /** Names that stand for themselves, and amounts. Only clauses that may hold one of them are read. */
  read(words: readonly Word[], named: readonly Mention[]): Reading {
    const reading: Reading = { mentions: [], amounts: [] }
    let at = 0
    for (const [from, to] of clausesOf(words)) {
      const own: Mention[] = []
      for (; at < named.length && named[at]!.from < to; at++) own.push(named[at]!)
      const currencies = currenciesOf(words, from, to)
      const inDoubt = own.filter(mention => mention.meaning.places.length > 0 && namesOrganisation(words, mention))
      if (currencies.size > 0 || inDoubt.length > 0) {
        const view = this.nlp([{ terms: termsOf(words, from, to, currencies) }])
        if (currencies.size > 0) reading.amounts.push(...amountsOf(view, currencies, words))
        const verbs = new Set(view.match('#Verb').docs.flatMap(terms => terms.map(term => term.from)))
        reading.mentions.push(...own.filter(mention => !inDoubt.includes(mention) || !namesOrganisation(words, mention, verbs)))
      } else reading.mentions.push(...own)
    }
    return reading
  }
}

/** Clauses end with signs, but not inside a name (Culture, Radio, Television) or a number. */
function* clausesOf(words: readonly Word[]): Generator<[number, number]> {
  let from = 0
  for (const [i, { kind, key }] of words.entries()) {
    const isEnd = kind === 'sign' && /[,;:.!?()[\]"“”\n]/.test(key)
    if (!isEnd && i - from < LONGEST_CLAUSE) continue
    if (i > from) yield [from, isEnd ? i : i + 1]
    from = i + 1
  }
  if (from < words.length) yield [from, words.length]
}

function currenciesOf(words: readonly Word[], from: number, to: number): Map<number, CurrencyTerm> {
  const found = new Map<number, CurrencyTerm>()
  for (let i = from; i < to; i++) {
    const currency = currencyAt(words, i)
    if (!currency) continue
    found.set(i, currency)
    i = currency.to - 1
  }
  return found
}

function termsOf(words: readonly Word[], from: number, to: number, currencies: ReadonlyMap<number, CurrencyTerm>): Term[] {
  const terms: Term[] = []
  for (let i = from; i < to; ) {
    const currency = currencies.get(i)
    const word = words[i]!
    const isScale = words[i - 1]?.kind === 'number' && (word.isGlued || word.key.length > 1)
    const isDash = word.kind === 'sign' && /^[-–—~]$/.test(word.key)
    const text = currency ? (currency.isUnit ? 'yuan' : 'rmb') : isDash ? 'to' : (isScale && SCALES[word.key]) || word.key
    const end = currency?.to ?? i + 1
    const written = word.isCapital && !currency && word.kind === 'word' ? text[0]!.toUpperCase() + text.slice(1) : text
    terms.push({ text: written, normal: text.replaceAll(',', ''), pre: '', post: ' ', tags: [], from: i, to: end })
    i = end
  }
  return terms
}

function amountsOf(view: View, currencies: ReadonlyMap<number, CurrencyTerm>, words: readonly Word[]): ReadAmount[] {
  const amounts: ReadAmount[] = []
  const isFree = (from: number, to: number): boolean => amounts.every(other => to <= other.from || other.to <= from)
  for (const [pattern, group] of AMOUNTS) {
    const matches = view.match(pattern, group)
    for (let i = 0; i < matches.length; i++) {
      const match = matches.eq(i)
      const [first, last] = [match.docs[0]![0]!.from, match.docs[0]!.at(-1)!.to]
      const values = valuesOf(match)
      const own = [...currencies.values()].filter(({ from, to }) => from >= first! && to <= last!)
      if (!values || !isFree(first!, last!) || (values.length > 1 && isChange(view, words, first!))) continue
      amounts.push({ from: first!, to: last!, currency: own[0]!.currency, values })
    }
  }
  return amounts.sort((a, b) => a.from - b.from)
}

const isChange = (view: View, words: readonly Word[], from: number): boolean =>
  words[from - 1]?.key === 'from' && view.docs[0]!.some(({ normal, to }) => to! < from && CHANGED.test(normal.toLowerCase()))

/** None where an ordinal stands in it (the first 5 million yuan): the last form leaves it out. */
function valuesOf(match: View): number[] | undefined {
  if (match.match('#Ordinal').length > 0) return undefined
  const parts = match.match(VALUE)
  const values: number[] = []
  for (let i = 0; i < parts.length; i++)
    values.push(
      ...parts
        .eq(i)
        .numbers()
        .get()
        .flatMap(value => value ?? []),
    )
  if (values.length !== parts.length || values.some(value => !Number.isFinite(value))) return undefined
  const [low, high] = values as [number, number | undefined]
  if (high === undefined) return [low]
  return [scaled(low, high, parts), high]
}

/** 1 to 2 million: the lower end takes the scale of the higher, unless it would overtake it. */
function scaled(low: number, high: number, parts: View): number {
  const scale = parts.eq(1).match('#Multiple').numbers().get()[0] ?? 1
  const hasOwn = parts.eq(0).match('#Multiple').length > 0
  return !hasOwn && low * scale <= high ? low * scale : low
}

let reader: Reader | null | undefined

/** The reader, loaded once; undefined where `compromise` cannot be had. */
export function loadReader(): Reader | undefined {
  if (reader === undefined) {
    const nlp = loadCompromise()
    reader = nlp ? new Reader(nlp.extend({ tags: TAGS, words: { rmb: 'CurrencyCode', yuan: 'CurrencyUnit' } })) : null
  }
  return reader ?? undefined
}

const TAGS = { CurrencyCode: { is: 'Noun' }, CurrencyUnit: { is: 'Noun' } }

/** Node hands out its `module` without an import, so that nothing of Node is asked for when this file is loaded in a browser. */
function loadCompromise(): Compromise | undefined {
  const node = globalThis.process?.getBuiltinModule?.('node:module')
  try {
    return node?.createRequire(import.meta.url)('compromise')
  } catch {
    return undefined
  }
}
