import type { Words } from '../lexicon/words.js'
import { CLASSES, DIGIT, isInsideAtom, NUMERAL, ORDINAL } from './chars.js'
import type { Ends } from './engine.js'

/** Words shorter than this are not cut. */
const SHORTEST_CUT = 3
/** Log probability that each word of the route is given, so that short words win. Met by chance, the parts of an idiom are rarer than that. */
const BONUS = 18
/** What a word of one character is given less, so that only loose suffixes and prefixes stand alone: 上海 市, 标准 化, but 互联网. */
const SINGLE = 12

/**
 * Ends of the shortest words: each token is cut along the most probable route through its dictionary words in which every word has a bonus.
 * Numbers, runs of letters and whatever the dictionary does not cover stay whole.
 */
export function cutFine(codes: Uint16Array, ends: Ends, words: Words): Ends {
  const fine: number[] = []
  const cutter = new Cutter(words)
  for (let i = 0, start = 0; i < ends.length; start = ends[i++]!) {
    if (ends[i]! - start < SHORTEST_CUT) fine.push(ends[i]!)
    else cutter.cut(codes, start, ends[i]!, fine)
  }
  return Uint32Array.from(fine)
}

class Cutter {
  private best = new Float64Array(0)
  private taken = new Uint32Array(0)

  constructor(private readonly words: Words) {}

  cut(codes: Uint16Array, start: number, end: number, ends: number[]): void {
    const length = end - start
    if (length > this.taken.length) {
      this.best = new Float64Array(length + 1)
      this.taken = new Uint32Array(length)
    }
    const { best, taken, words } = this
    best[length] = 0
    let from = length - 1
    const take = (to: number, weight: number): void => {
      const place = to - start
      if ((from > 0 && isWhole(codes, start + from)) || (to < end && isWhole(codes, to))) return
      const all = weight + BONUS - (place - from === 1 ? SINGLE : 0) + best[place]!
      if (all > best[from]!) {
        best[from] = all
        taken[from] = place
      }
    }
    for (; from >= 0; from--) {
      best[from] = Number.NEGATIVE_INFINITY
      words.eachFrom(codes, start + from, end, take)
    }
    if (best[0] === Number.NEGATIVE_INFINITY) taken[0] = length
    for (let at = 0; at < length; at = taken[at]!) ends.push(start + taken[at]!)
  }
}

/** Whether no cut is made before a place: inside runs and surrogate pairs, and inside numbers (第二十五). */
function isWhole(codes: Uint16Array, at: number): boolean {
  const before = CLASSES[codes[at - 1]!]!
  return isInsideAtom(codes, at) || ((before & (NUMERAL | ORDINAL | DIGIT)) !== 0 && (CLASSES[codes[at]!]! & (NUMERAL | DIGIT)) !== 0)
}
