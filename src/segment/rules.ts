import { BRACKET, CLASSES, SUFFIX, SURNAME } from './chars.js'
import type { Ends } from './engine.js'
import { dates } from './rules/dates.js'
import { joinLetters } from './rules/documents.js'
import { links } from './rules/links.js'
import { isGivenName } from './rules/names.js'
import { numerals, ordinals, percents } from './rules/numerals.js'
import type { Rule } from './rules/rule.js'
import { suffixes } from './rules/suffixes.js'

/** Around numbers and runs of Latin letters; the first that moves a boundary decides it. */
const NUMERIC: readonly Rule[] = [links, numerals, percents, ordinals, dates]

const either = (a: number, b: number): number => a | b
const NUMERIC_AFTER = NUMERIC.map(rule => rule.after).reduce(either)
const NUMERIC_BEFORE = NUMERIC.map(rule => rule.before).reduce(either)

/** Of the first character of a token: some rule may join it to the token before it. */
const TRIGGERS = NUMERIC_BEFORE | SUFFIX | BRACKET

/**
 * Applies the rules to the tokens of a text, `count` of them; returns the new count.
 * What was joined is the left neighbour of what follows, so that 1 . 5 亿 grows into one number.
 */
export function applyRules(codes: Uint16Array, ends: Ends, count: number): number {
  let kept = 0
  let start = 0
  let middle = count > 0 ? ends[0]! : 0
  // classes of the first characters of the last three tokens
  let first = 0
  let second = 0
  let third = count > 0 ? CLASSES[codes[0]!]! : 0
  for (let i = 1; i < count; i++) {
    const end = ends[i]!
    first = second
    second = third
    third = CLASSES[codes[middle]!]!
    let reached = middle
    if (third & TRIGGERS || first & SURNAME) {
      if (third & NUMERIC_BEFORE && CLASSES[codes[middle - 1]!]! & NUMERIC_AFTER) {
        reached = askNumeric(codes, start, middle, end)
        if (reached > middle && reached < end) third = CLASSES[codes[reached]!]!
      } else if (third & SUFFIX && end - middle === 1) {
        reached = suffixes.reach(codes, start, middle, end)
      } else if (third & BRACKET) {
        kept = joinLetters(codes, ends, kept, start, middle)
        start = kept > 0 ? ends[kept - 1]! : 0
      } else if (end - start === 2 && isSingle(ends, kept) && isGivenName(codes, start)) {
        reached = end
      }
    }
    if (reached < end) {
      ends[kept++] = reached
      start = reached
    }
    middle = end
  }
  if (count > 0) ends[kept++] = middle
  return kept
}

/** Whether the last of the tokens up to place `kept` has one character. */
const isSingle = (ends: Ends, kept: number): boolean => ends[kept - 1]! - (kept > 1 ? ends[kept - 2]! : 0) === 1

function askNumeric(codes: Uint16Array, start: number, middle: number, end: number): number {
  const before = CLASSES[codes[middle]!]!
  const after = CLASSES[codes[middle - 1]!]!
  for (const rule of NUMERIC) {
    const reached = before & rule.before && after & rule.after ? rule.reach(codes, start, middle, end) : middle
    if (reached !== middle) return reached
  }
  return middle
}
