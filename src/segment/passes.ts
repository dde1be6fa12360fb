import { CLASSES } from './chars.js'
import type { Ends } from './engine.js'
import { dates } from './passes/dates.js'
import { documentNumbers } from './passes/documents.js'
import { links } from './passes/links.js'
import { numerals, ordinals, percents } from './passes/numerals.js'
import type { Pass } from './passes/pass.js'
import { suffixes } from './passes/suffixes.js'

/** In the order they run. */
export const PASSES: readonly Pass[] = [links, numerals, percents, ordinals, dates, documentNumbers, suffixes]

/** Classes of the characters of a unit. */
export function classesOf(codes: Uint16Array, from: number, to: number): number {
  let classes = 0
  for (let at = from; at < to; at++) classes |= CLASSES[codes[at]!]!
  return classes
}

/** Runs a pass over the tokens from place `first` to `count`, the first of which starts at `from`; returns the new count. */
export function runPass({ reach }: Pass, codes: Uint16Array, from: number, ends: Ends, first: number, count: number): number {
  let kept = first
  let start = from
  let middle = ends[first]!
  for (let i = first + 1; i < count; i++) {
    const end = ends[i]!
    const reached = reach(codes, start, middle, end)
    if (reached < end) {
      ends[kept++] = reached
      start = reached
    }
    middle = end
  }
  ends[kept++] = middle
  return kept
}
