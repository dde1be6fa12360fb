import type { Source } from '../../types.js'
import { type Numeral, passBlanks, product } from '../figure/numeral.js'

/** 1.2 million, 3 billion. */
const WORDS = /(?:thousand|million|billion|trillion)(?![a-z])/iy
/** US$2.5bn, RMB10m: letters count only behind a currency, since 10m alone is a length. */
const LETTERS = /(?:k|mn?|bn?|tn)(?![a-z\d])/iy
const VALUES: Record<string, number> = { t: 1e3, k: 1e3, m: 1e6, b: 1e9, tr: 1e12, tn: 1e12 }
const isLetter = (code: number | undefined): boolean => code !== undefined && code >= 65 && code <= 122

/** The numeral with the English word of scale behind it. */
export function withScale({ folded, codes }: Source, numeral: Numeral, marked: boolean): Numeral {
  const at = passBlanks(codes, numeral.end)
  if (!isLetter(codes[at])) return numeral
  const pattern = [WORDS, ...(marked && at === numeral.end ? [LETTERS] : [])].find(one => {
    one.lastIndex = at
    return one.test(folded)
  })
  if (!pattern) return numeral
  const written = folded.slice(at, pattern.lastIndex).toLowerCase()
  const scale = (VALUES[written.slice(0, 2)] ?? VALUES[written.charAt(0)]) as number
  return { ...numeral, end: pattern.lastIndex, value: product(numeral.value, scale), scale }
}
