import type { Word } from './words.js'

/** A currency as it is written: words, half-open. A unit stands only behind its number (yuan), a code on either side (RMB, US$). */
export interface CurrencyTerm {
  from: number
  to: number
  /** ISO 4217. */
  currency: string
  isUnit: boolean
}

/** Codes; those that are words as well count only in capitals. */
const CODES: Readonly<Record<string, string>> = {
  rmb: 'CNY',
  renminbi: 'CNY',
  cny: 'CNY',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  jpy: 'JPY',
  hkd: 'HKD',
  krw: 'KRW',
  sgd: 'SGD',
  aud: 'AUD',
  chf: 'CHF',
  twd: 'TWD',
}
const CODES_IN_CAPITALS: Readonly<Record<string, string>> = { cad: 'CAD', mop: 'MOP' }
const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'CNY' }
/** Letters right before a dollar sign: HK$. */
const BEFORE_SIGN: Readonly<Record<string, string>> = { us: 'USD', hk: 'HKD', s: 'SGD', a: 'AUD', c: 'CAD', nt: 'TWD', mop: 'MOP' }
const UNITS: Readonly<Record<string, string>> = {
  yuan: 'CNY',
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  yen: 'JPY',
  pound: 'GBP',
  pounds: 'GBP',
  pataca: 'MOP',
  patacas: 'MOP',
}
/** Words before dollars that tell whose they are. */
const DOLLARS: readonly (readonly [words: readonly string[], currency: string])[] = [
  [['us'], 'USD'],
  [['american'], 'USD'],
  [['hong', 'kong'], 'HKD'],
  [['singapore'], 'SGD'],
  [['australian'], 'AUD'],
  [['canadian'], 'CAD'],
]

/** The currency that begins at a word. */
export function currencyAt(words: readonly Word[], from: number): CurrencyTerm | undefined {
  const { key, isAcronym } = words[from]!
  const next = words[from + 1]
  const term = (length: number, currency: string, isUnit = false): CurrencyTerm => ({ from, to: from + length, currency, isUnit })
  if (next?.key === '$' && next.isGlued && BEFORE_SIGN[key]) return term(2, BEFORE_SIGN[key])
  const code = CODES[key] ?? (isAcronym ? CODES_IN_CAPITALS[key] : undefined)
  if (code) return term(next && SIGNS[next.key] === code ? 2 : 1, code)
  if (SIGNS[key]) return term(1, SIGNS[key])
  if (UNITS[key]) return term(next && isSameCurrency(key, next.key) ? 2 : 1, UNITS[key], true)
  const dollars = DOLLARS.find(
    ([before]) => before.every((word, i) => words[from + i]?.key === word) && isDollar(words[from + before.length]),
  )
  return dollars && term(dollars[0].length + 1, dollars[1], true)
}

const isDollar = (word: Word | undefined): boolean => word?.key === 'dollars' || word?.key === 'dollar'

/** yuan renminbi, pounds sterling. */
const isSameCurrency = (unit: string, next: string): boolean =>
  UNITS[unit] === 'CNY' ? CODES[next] === 'CNY' : UNITS[unit] === 'GBP' && next === 'sterling'
