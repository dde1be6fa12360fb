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
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
)
const CODES_IN_CAPITALS: ReadonlyMap<string, string> = new Map(Object.entries({ cad: 'CAD', mop: 'MOP' }))
const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries({ $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'CNY' }))
/** Letters right before a dollar sign: HK$. */
const BEFORE_SIGN: ReadonlyMap<string, string> = new Map(
  Object.entries({ us: 'USD', hk: 'HKD', s: 'SGD', a: 'AUD', c: 'CAD', nt: 'TWD', mop: 'MOP' }),
)
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
)
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
  const dollar = next?.key === '$' && next.isGlued ? BEFORE_SIGN.get(key) : undefined
  if (dollar) return term(2, dollar)
  const code = CODES.get(key) ?? (isAcronym ? CODES_IN_CAPITALS.get(key) : undefined)
  if (code) return term(next && SIGNS.get(next.key) === code ? 2 : 1, code)
  const sign = SIGNS.get(key)
  if (sign) return term(1, sign)
  const unit = UNITS.get(key)
  if (unit) return term(next && isSameCurrency(key, next.key) ? 2 : 1, unit, true)
  const dollars = DOLLARS.find(
    ([before]) => before.every((word, i) => words[from + i]?.key === word) && isDollar(words[from + before.length]),
  )
  return dollars && term(dollars[0].length + 1, dollars[1], true)
}

const isDollar = (word: Word | undefined): boolean => word?.key === 'dollars' || word?.key === 'dollar'

/** yuan renminbi, pounds sterling. */
const isSameCurrency = (unit: string, next: string): boolean =>
  UNITS.get(unit) === 'CNY' ? CODES.get(next) === 'CNY' : UNITS.get(unit) === 'GBP' && next === 'sterling'
