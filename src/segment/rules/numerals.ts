import { ABOUT, DIGIT, FRACTION, hasClass, LINK, NUMERAL, ORDINAL, PERCENT } from '../chars.js'
import type { Rule } from './rule.js'

/** Longer runs are no numbers; the bound keeps the rules linear. */
const LONGEST = 32
const code = (character: string): number => character.charCodeAt(0)
const FIRST = code('第')
const PART = code('分')
const PARTS = code('之')
/** 第七, 数百, 上千, 近百. */
const LEADING = new Set(Array.from('第数上近', code))
const MAGNITUDES = new Set(Array.from('十百千万亿', code))

/** Whether a token is a number, written with digits or with characters: 1.5, 二十, 第一, 30多, 百分之. */
function isNumber(codes: Uint16Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false
  let at = LEADING.has(codes[start]!) ? start + 1 : start
  if (at === end) return false
  for (; at < end; at++) {
    if (hasClass(codes, at, DIGIT | NUMERAL | LINK | ABOUT)) continue
    if (codes[at] === PART && codes[at + 1] === PARTS && at > start) at++
    else return false
  }
  return true
}

/** Parts of one number: 200 万, 一百 二十, 30 多万, 三 分之 二. */
export const numerals: Rule = {
  name: 'numerals',
  after: DIGIT | NUMERAL | ABOUT | FRACTION,
  before: DIGIT | NUMERAL | ABOUT | FRACTION,
  reach: (codes, start, middle, end) =>
    fits(codes, middle) && continues(codes, middle, end) && isNumber(codes, start, middle) ? end : middle,
}

/** Whether a token can go on a number: magnitudes and numerals with 余 and its like, digits, 分之. */
function continues(codes: Uint16Array, middle: number, end: number): boolean {
  if (codes[middle] === PART) return codes[middle + 1] === PARTS && end - middle <= 2
  if (codes[middle] === PARTS) return codes[middle - 1] === PART && (end - middle === 1 || isNumber(codes, middle + 1, end))
  return hasClass(codes, middle, ABOUT) ? end - middle === 1 || isNumber(codes, middle + 1, end) : isNumber(codes, middle, end)
}

/** Digits take magnitudes and 余 only, and follow 分之 only. */
function fits(codes: Uint16Array, middle: number): boolean {
  if (hasClass(codes, middle, DIGIT)) return codes[middle - 1] === PARTS
  return !hasClass(codes, middle - 1, DIGIT) || MAGNITUDES.has(codes[middle]!) || hasClass(codes, middle, ABOUT)
}

/** 50 %. */
export const percents: Rule = {
  name: 'percents',
  after: DIGIT,
  before: PERCENT,
  reach: (codes, start, middle, end) => (end - middle === 1 && isNumber(codes, start, middle) ? end : middle),
}

/** 第 七; 第 一条 becomes 第一 条, 第四十 一条 becomes 第四十一 条. */
export const ordinals: Rule = {
  name: 'ordinals',
  after: ORDINAL | NUMERAL,
  before: DIGIT | NUMERAL,
  reach(codes, start, middle, end) {
    if (!isOrdinal(codes, start, middle)) return middle
    const classes = middle - start === 1 ? DIGIT | NUMERAL : NUMERAL
    let reached = middle
    while (reached < end && hasClass(codes, reached, classes)) reached++
    return reached
  },
}

/** 第, and what is begun of a longer ordinal: 第二十, 第一百. */
function isOrdinal(codes: Uint16Array, start: number, middle: number): boolean {
  if (codes[start] !== FIRST || middle - start > LONGEST) return false
  for (let at = start + 1; at < middle; at++) if (!hasClass(codes, at, NUMERAL)) return false
  return middle - start === 1 || MAGNITUDES.has(codes[middle - 1]!)
}
