import { DIGIT, hasClass, NUMERAL } from '../chars.js'
import type { Pass } from './pass.js'

const code = (character: string): number => character.charCodeAt(0)
const YEAR = code('年')
const MONTH = code('月')
const DAY = code('日')
const HOUR = code('时')
const MINUTE = code('分')
const LONGEST_WORD = 2
/** Behind 年 or 月 in one word, these belong to the date: 年度, 年代, 月份; what else stands there does not: 年 底, 月 初. */
const PART_OF_DATE = new Set(Array.from('度代份', code))
/** 30日内, 5日以内, 10日之内 are spans of time. */
const OF_SPAN = new Set(Array.from('内以之', code))

/** 2026年, 4月, 15日, 8时; a span of time stays apart from its unit: 3 年, 30 日 内. */
export const dates: Pass = {
  name: 'dates',
  needs: DIGIT | NUMERAL,
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
      return isWithin(codes, start, middle, 12) || (isNumerals(codes, start, middle) && middle - start <= 2)
    case DAY:
      if (codes[start - 1] === MONTH) return isWithin(codes, start, middle, 31) || isNumerals(codes, start, middle)
      return isWithin(codes, start, middle, 31) && !OF_SPAN.has(codes[middle + 1]!)
    case HOUR:
      return isWithin(codes, start, middle, 24)
    case MINUTE:
      return codes[start - 1] === HOUR && isWithin(codes, start, middle, 59)
    default:
      return false
  }
}

/** 1949 to 2999 as digits, 二〇二六 as characters; of the 90s, 90. */
function isYear(codes: Uint16Array, start: number, middle: number): boolean {
  if (middle - start === 2 && codes[middle + 1] === code('代')) return hasClass(codes, start, DIGIT | NUMERAL)
  if (middle - start !== 4) return false
  for (let at = start; at < middle; at++) if (!hasClass(codes, at, DIGIT | NUMERAL)) return false
  const first = codes[start]!
  return hasClass(codes, start, DIGIT) ? first === 0x31 || first === 0x32 : first === code('一') || first === code('二')
}

function isWithin(codes: Uint16Array, start: number, middle: number, most: number): boolean {
  if (middle - start > 2) return false
  let value = 0
  for (let at = start; at < middle; at++) {
    if (!hasClass(codes, at, DIGIT)) return false
    value = value * 10 + codes[at]! - 0x30
  }
  return value >= 1 && value <= most
}

function isNumerals(codes: Uint16Array, start: number, middle: number): boolean {
  for (let at = start; at < middle; at++) if (!hasClass(codes, at, NUMERAL)) return false
  return true
}
