import { ENDS, LETTER } from '../lexicon/trie.js'
import type { Words } from '../lexicon/words.js'
import { CLASSES, DIGIT, isHigh, isLow, LATIN } from './chars.js'

/** Between these stand the Han characters and nothing that needs a closer look. */
const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff

/**
 * The most probable way through a unit of text, as jieba finds it: from the right, at every place the word that makes the
 * whole rest most probable, the shorter one where two are equal.
 */
export class Route {
  /** By place in the unit: letter of the trie, length of the word taken there, log probability from there to the end. */
  private letters = new Uint16Array(1024)
  private lengths = new Int32Array(1024)
  private best = new Float64Array(1025)

  constructor(
    private readonly words: Words,
    /** Whether runs of Latin letters and digits stay whole. */
    private readonly keepsRuns: boolean,
  ) {}

  /** Writes the ends of the words of `codes[from, to)` into `ends` from place `count` on; returns the place behind the last. */
  cut(codes: Uint16Array, from: number, to: number, ends: Uint32Array, count: number): number {
    const length = to - from
    if (length > this.letters.length) this.grow(length)
    this.weigh(codes, from, length)
    const lengths = this.lengths
    for (let i = 0; i < length; ) {
      i += lengths[i]!
      ends[count++] = from + i
    }
    return count
  }

  private weigh(codes: Uint16Array, from: number, length: number): void {
    const { letters, lengths, best } = this
    const { trie, weights, meta } = this.words
    const { alphabet, cells } = trie
    const { unknown } = meta
    const root = cells[0]!
    for (let i = 0; i < length; i++) letters[i] = alphabet[codes[from + i]!]!
    best[length] = 0
    for (let start = length - 1; start >= 0; start--) {
      const code = codes[from + start]!
      let taken = 1
      if (code < HAN_FIRST || code > HAN_LAST) {
        const last = start
        start = this.atomStart(codes, from, last)
        taken = last - start + 1
        for (let inside = last; inside > start; inside--) best[inside] = Number.NEGATIVE_INFINITY
      }
      let most = unknown + best[start + taken]!
      let base = root
      // no slot bears the label 0, so that a code outside the alphabet fails like any other
      for (let i = start; i < length; ) {
        const letter = letters[i++]!
        const cell = (base + letter) << 1
        const label = cells[cell | 1]!
        if ((label & LETTER) !== letter) break
        base = cells[cell]!
        if (base < 0) {
          const weight = weights[~base]! + best[i]!
          if (weight > most) {
            most = weight
            taken = i - start
          }
          break
        }
        if (label & ENDS) {
          const weight = weights[~cells[base << 1]!]! + best[i]!
          if (weight > most) {
            most = weight
            taken = i - start
          }
        }
      }
      best[start] = most
      lengths[start] = taken
    }
  }

  /** Where what must not be split begins: a surrogate pair, a run of letters and digits, or the character at `last` alone. */
  private atomStart(codes: Uint16Array, from: number, last: number): number {
    const code = codes[from + last]!
    if (isLow(code)) return last > 0 && isHigh(codes[from + last - 1]!) ? last - 1 : last
    if (!this.keepsRuns || !(CLASSES[code]! & (LATIN | DIGIT))) return last
    let start = last
    while (start > 0 && CLASSES[codes[from + start - 1]!]! & (LATIN | DIGIT)) start--
    return start
  }

  private grow(length: number): void {
    this.letters = new Uint16Array(length)
    this.lengths = new Int32Array(length)
    this.best = new Float64Array(length + 1)
  }
}
