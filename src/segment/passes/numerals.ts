import { DIGIT, hasClass, NUMERAL } from '../chars.js'
import type { Pass } from './pass.js'

/** Longer runs are no numbers; the bound keeps the passes linear. */
const LONGEST = 32
const code = (character: string): number => character.charCodeAt(0)
const codes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, code))
const ORDINAL = code('第')
const PART = code('分')
const PARTS = code('之')
/** Signs inside numbers. */
const SIGNS = codes('.,')
/** 30余, 几十, 数百, 上千. */
const ABOUT = codes('余多几')
const LEADING = codes('第几数上近')
const MAGNITUDES = codes('十百千万亿')
const PERCENT = codes('%‰')

/** Whether a token is a number, written with digits or with characters: 1.5, 二十, 第一, 30多, 百分之. */
function isNumber(codes: Uint16Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false
  let at = LEADING.has(codes[start]!) ? start + 1 : start
  if (at === end) return false
  for (; at < end; at++) {
    if (hasClass(codes, at, DIGIT | NUMERAL) || SIGNS.has(codes[at]!) || ABOUT.has(codes[at]!)) continue
    if (codes[at] === PART && codes[at + 1] === PARTS && at > start) at++
    else return false
  }
  return hasClass(codes, start, DIGIT | NUMERAL) || LEADING.has(codes[start]!)
}

/** Parts of one number: 200 万, 一百 二十, 30 多 万, 三 分之 二. */
export const numerals: Pass = {
  name: 'numerals',
  needs: DIGIT | NUMERAL,
  reach: (codes, start, middle, end) => (continues(codes, middle, end) && isNumber(codes, start, middle) && fits(codes, middle) ? end : middle),
}

/** Whether a token can go on a number: magnitudes and numerals with 余 and its like, digits, 分之. */
function continues(codes: Uint16Array, middle: number, end: number): boolean {
  if (codes[middle] === PART) return end - middle === 2 && codes[middle + 1] === PARTS
  return ABOUT.has(codes[middle]!) ? end - middle === 1 || isNumber(codes, middle + 1, end) : isNumber(codes, middle, end)
}

/** Digits take magnitudes only; digits follow 分之 only. */
function fits(codes: Uint16Array, middle: number): boolean {
  if (hasClass(codes, middle, DIGIT)) return codes[middle - 1] === PARTS
  return !hasClass(codes, middle - 1, DIGIT) || MAGNITUDES.has(codes[middle]!) || ABOUT.has(codes[middle]!)
}

/** 50 %. */
export const percents: Pass = {
  name: 'percents',
  needs: DIGIT,
  reach: (codes, start, middle, end) =>
    PERCENT.has(codes[middle]!) && end - middle === 1 && hasClass(codes, middle - 1, DIGIT) && isNumber(codes, start, middle) ? end : middle,
}

/** 第 七; 第 一条 becomes 第一 条. */
export const ordinals: Pass = {
  name: 'ordinals',
  needs: DIGIT | NUMERAL,
  reach(codes, start, middle, end) {
    if (codes[start] !== ORDINAL || middle - start !== 1) return middle
    let reached = middle
    while (reached < end && hasClass(codes, reached, DIGIT | NUMERAL)) reached++
    return reached
  },
}
