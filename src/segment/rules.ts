import { BRACKET, CLASSES, HAN, SUFFIX } from './chars.js'
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

/**
 * Applies the rules to the tokens from place `first` to `count`, the first of which starts at `from`; returns the new count.
 * What was joined is the left neighbour of what follows, so that 1 . 5 亿 grows into one number.
 */
export function applyRules(codes: Uint16Array, from: number, ends: Ends, first: number, count: number): number {
  let kept = first
  let start = from
  let middle = ends[first]!
  for (let i = first + 1; i < count; i++) {
    const end = ends[i]!
    const before = CLASSES[codes[middle]!]!
    let reached = middle
    if (before & NUMERIC_BEFORE && CLASSES[codes[middle - 1]!]! & NUMERIC_AFTER) {
      reached = askNumeric(codes, start, middle, end)
    } else if (before & SUFFIX && end - middle === 1) {
      reached = suffixes.reach(codes, start, middle, end)
    } else if (before & BRACKET) {
      kept = joinLetters(codes, from, ends, first, kept, start, middle)
      start = kept > first ? ends[kept - 1]! : from
    } else if (before & HAN && end - start === 2 && kept > first && isSingle(from, ends, first, kept) && isGivenName(codes, start)) {
      reached = end
    }
    if (reached < end) {
      ends[kept++] = reached
      start = reached
    }
    middle = end
  }
  ends[kept++] = middle
  return kept
}

/** Whether the last of the tokens up to place `kept` has one character. */
const isSingle = (from: number, ends: Ends, first: number, kept: number): boolean =>
  ends[kept - 1]! - (kept - 1 > first ? ends[kept - 2]! : from) === 1

function askNumeric(codes: Uint16Array, start: number, middle: number, end: number): number {
  const before = CLASSES[codes[middle]!]!
  const after = CLASSES[codes[middle - 1]!]!
  for (const rule of NUMERIC) {
    const reached = before & rule.before && after & rule.after ? rule.reach(codes, start, middle, end) : middle
    if (reached !== middle) return reached
  }
  return middle
}
