import { DIGIT, hasClass, NUMERAL, TIME } from '../chars.js'
import type { Rule } from './rule.js'

const code = (character: string): number => character.charCodeAt(0)
const YEAR = code('年')
const MONTH = code('月')
const DAY = code('日')
const HOUR = code('时')
const MINUTE = code('分')
const ONE = code('1')
const TWO = code('2')
const LONGEST_WORD = 2
/** Behind 年 or 月 in one word, these belong to the date: 年度, 年代, 月份; what else stands there does not: 年 底, 月 初. */
const PART_OF_DATE = new Set(Array.from('度代份', code))
/** 30日内, 5日以内, 10日之内 are spans of time. */
const OF_SPAN = new Set(Array.from('内以之', code))

/** 2026年, 4月, 15日, 8时; a span of time stays apart from its unit: 3 年, 30 日 内. */
export const dates: Rule = {
  name: 'dates',
  after: DIGIT | NUMERAL,
  before: TIME,
  reach(codes, start, middle, end) {
    if (end - middle > LONGEST_WORD || !isDate(codes, start, middle, codes[middle]!)) return middle
    return end - middle === 1 || PART_OF_DATE.has(codes[middle + 1]!) ? end : middle + 1
  },
}

function isDate(codes: Uint16Array, start: number, middle: number, unit: number): boolean {
  if (middle - start > 4) return false
  switch (unit) {
    case YEAR:
      return isYear(codes, start, middle)
    case MONTH:
      return isWithin(codes, start, middle, 12) || (middle - start <= 2 && isAll(codes, start, middle, NUMERAL))
    case DAY:
      if (codes[start - 1] === MONTH) return isWithin(codes, start, middle, 31) || isAll(codes, start, middle, NUMERAL)
      return isWithin(codes, start, middle, 31) && !OF_SPAN.has(codes[middle + 1]!)
    case HOUR:
      return isWithin(codes, start, middle, 24)
    case MINUTE:
      return codes[start - 1] === HOUR && isWithin(codes, start, middle, 59)
    default:
      return false
  }
}

/** Four digits, 二〇二六, and of decades (90年代) two. */
function isYear(codes: Uint16Array, start: number, middle: number): boolean {
  if (middle - start === 2) return codes[middle + 1] === code('代') && hasClass(codes, start, DIGIT | NUMERAL)
  if (middle - start !== 4) return false
  const first = codes[start]!
  return isAll(codes, start, middle, DIGIT) ? first === ONE || first === TWO : isAll(codes, start, middle, NUMERAL)
}

function isWithin(codes: Uint16Array, start: number, middle: number, most: number): boolean {
  if (middle - start > 2 || !isAll(codes, start, middle, DIGIT)) return false
  let value = 0
  for (let at = start; at < middle; at++) value = value * 10 + codes[at]! - 0x30
  return value >= 1 && value <= most
}

function isAll(codes: Uint16Array, start: number, middle: number, classes: number): boolean {
  for (let at = start; at < middle; at++) if (!hasClass(codes, at, classes)) return false
  return true
}
