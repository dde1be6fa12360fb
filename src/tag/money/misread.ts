import type { Source } from '../../types.js'
import { product } from '../figure/numeral.js'
import type { Amount } from './amount.js'

/** 3OO万元, IOOO万元: letters that were read for digits on paper. Only a unit of money right behind them makes that certain. */
const MISREAD = /[1-9Il][\dOoIl]{1,7}(?=\s?([万亿]?)元(?![素件]))/y
const SCALES: Record<string, number> = { 万: 1e4, 亿: 1e8 }

export function readMisread({ folded, codes }: Source, start: number): Amount | undefined {
  if (!isLetter(codes[start] as number) && !isLetterBehindDigits(codes, start)) return undefined
  MISREAD.lastIndex = start
  const found = start === 0 || !/[a-z\d.]/i.test(folded[start - 1] as string) ? MISREAD.exec(folded) : null
  if (!found) return undefined
  const digits = Number(found[0].replace(/[Oo]/g, '0').replace(/[Il]/g, '1'))
  const value = product(digits, SCALES[found[1] as string] ?? 1)
  const end = folded.indexOf('元', MISREAD.lastIndex) + 1
  return { start, end, currency: 'CNY', low: value, high: value, range: false, certainty: 'inferred', rule: 'misread' }
}

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57
const isLetter = (code: number): boolean => code === 73 || code === 79 || code === 108 || code === 111

function isLetterBehindDigits(codes: Uint16Array, start: number): boolean {
  let at = start
  while (at < start + 8 && isDigit(codes[at])) at++
  return at > start && isLetter(codes[at] as number)
}
