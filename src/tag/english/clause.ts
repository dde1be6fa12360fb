import { CODE, type Term, UNIT } from './compromise.js'
import { type CurrencyTerm, currencyAt } from './currency.js'
import type { Word } from './words.js'

/** A clause that never ends is read in parts, so that reading stays linear. */
const LONGEST_CLAUSE = 80
const isClauseEnd = ({ kind, key }: Word): boolean => kind === 'sign' && /[,;:.!?()[\]"“”\n]/.test(key)
const isDash = ({ kind, key }: Word): boolean => kind === 'sign' && /[-–—~]/.test(key)

/** 10m, 2.5bn: read as the word, so that its value is known. */
const SCALES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: 'thousand',
    m: 'million',
    mn: 'million',
    mln: 'million',
    b: 'billion',
    bn: 'billion',
    tn: 'trillion',
  }),
)

/** Words from sign to sign, half-open. */
export function* clausesOf(words: readonly Word[]): Generator<[from: number, to: number]> {
  let from = 0
  for (const [i, word] of words.entries()) {
    const isEnd = isClauseEnd(word)
    if (!isEnd && i - from < LONGEST_CLAUSE) continue
    if (i > from) yield [from, isEnd ? i : i + 1]
    from = i + 1
  }
  if (from < words.length) yield [from, words.length]
}

/** The currencies of a clause by the word that they begin at. */
export function currenciesOf(words: readonly Word[], from: number, to: number): Map<number, CurrencyTerm> {
  const found = new Map<number, CurrencyTerm>()
  for (let i = from; i < to; ) {
    const currency = currencyAt(words, i)
    if (currency) found.set(i, currency)
    i = currency?.to ?? i + 1
  }
  return found
}

/** A clause as `compromise` is given it: each currency one term, scales written out, a dash between numbers as `to`. */
export function termsOf(words: readonly Word[], from: number, to: number, currencies: ReadonlyMap<number, CurrencyTerm>): Term[] {
  /** One hundred and fifty. */
  const isInNumeral = (i: number): boolean =>
    words[i]!.key === 'and' && words[i - 1]?.key === 'hundred' && i + 1 < to && !currencies.has(i + 1)
  const terms: Term[] = []
  for (let i = from; i < to; i = terms.at(-1)!.to!) {
    const currency = currencies.get(i)
    const normal = currency ? (currency.isUnit ? UNIT : CODE) : readAs(words, i)
    const isName = words[i]!.kind === 'word' && words[i]!.isCapital && !currency
    const text = isName ? normal[0]!.toUpperCase() + normal.slice(1) : normal
    terms.push({ text, normal, pre: '', post: ' ', tags: isInNumeral(i) ? ['Value'] : [], from: i, to: currency?.to ?? i + 1 })
  }
  return terms
}

function readAs(words: readonly Word[], at: number): string {
  const word = words[at]!
  if (isDash(word)) return 'to'
  if (word.kind === 'number') return word.key.replaceAll(',', '')
  const isScale = words[at - 1]?.kind === 'number' && (word.isGlued || word.key.length > 1)
  return (isScale && SCALES.get(word.key)) || word.key
}
