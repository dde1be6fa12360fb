import type { Sections } from '../lexicon/format.js'
import { CLASSES, DIGIT, isHigh, isLow, isSeparator, LATIN } from './chars.js'

/** States in the order of cppjieba, whose tie-breaking depends on it: begin, end, middle, single. Words close after the odd ones. */
const STATES = 4
const END = 1
const SINGLE = 3
const NEVER = -3.14e100
const DOT = 0x2e

/** jieba's hidden Markov model: guesses words among characters that the dictionary left single. */
export class Hmm {
  private path = new Uint8Array(STATES * 64)

  constructor(
    /** Row of a code unit in `emit`; row 0 is for characters that the model does not know. */
    private readonly rows: Uint16Array,
    /** Log probabilities, four a row. */
    private readonly emit: Float64Array,
    /** Four of the start, then a row of four by state for the step from it to each. */
    private readonly chain: Float64Array,
  ) {}

  /** @throws DICTIONARY_DAMAGED */
  static open(sections: Sections): Hmm {
    return new Hmm(sections.view('hmm.rows', 'u16'), sections.view('hmm.emit', 'f64'), sections.view('hmm.chain', 'f64'))
  }

  /** Joins tokens that are one character each, where the model sees words; returns the new count. */
  join(codes: Uint16Array, ends: Uint32Array, count: number): number {
    let kept = 0
    let start = 0
    for (let i = 0; i < count; ) {
      const singles = start
      while (i < count && isSingle(codes, start, ends[i]!)) start = ends[i++]!
      if (start > singles) kept = this.cutSingles(codes, singles, start, ends, kept)
      if (i < count) {
        start = ends[i++]!
        ends[kept++] = start
      }
    }
    return kept
  }

  /** ASCII goes by cppjieba's rules, the rest by the model. Never writes more ends than there are characters. */
  private cutSingles(codes: Uint16Array, from: number, to: number, ends: Uint32Array, count: number): number {
    let left = from
    for (let at = from; at < to; ) {
      if (codes[at]! >= 0x80) {
        at++
        continue
      }
      count = this.decode(codes, left, at, ends, count)
      at = asciiEnd(codes, at, to)
      ends[count++] = at
      left = at
    }
    return this.decode(codes, left, to, ends, count)
  }

  private decode(codes: Uint16Array, from: number, to: number, ends: Uint32Array, count: number): number {
    if (from === to) return count
    if ((to - from) * STATES > this.path.length) this.path = new Uint8Array((to - from) * STATES)
    const { path, chain, emit, rows } = this
    let before = new Float64Array(STATES)
    let now = new Float64Array(STATES)
    let length = 0
    for (let at = from; at < to; at++, length++) {
      const row = rows[codes[at]!]! * STATES
      if (isPair(codes, at, to)) at++
      for (let state = 0; state < STATES; state++) {
        const emission = emit[row + state]!
        let most = NEVER
        let through = END
        if (length === 0) most = chain[state]! + emission
        else {
          for (let old = 0; old < STATES; old++) {
            const weight = before[old]! + chain[STATES + old * STATES + state]! + emission
            if (weight > most) {
              most = weight
              through = old
            }
          }
        }
        now[state] = most
        path[length * STATES + state] = through
      }
      ;[before, now] = [now, before]
    }
    return this.trace(codes, from, to, length, before[END]! >= before[SINGLE]! ? END : SINGLE, ends, count)
  }

  /** Turns the path into states, then the states into ends. */
  private trace(codes: Uint16Array, from: number, to: number, length: number, last: number, ends: Uint32Array, count: number): number {
    const { path } = this
    for (let i = length - 1, state = last; i >= 0; i--) {
      const through = path[i * STATES + state]!
      path[i * STATES] = state
      state = through
    }
    for (let at = from, i = 0; at < to; at++, i++) {
      if (isPair(codes, at, to)) at++
      if (path[i * STATES]! & 1) ends[count++] = at + 1
    }
    return count
  }
}

const isPair = (codes: Uint16Array, at: number, to: number): boolean => at + 1 < to && isHigh(codes[at]!) && isLow(codes[at + 1]!)

const isSingle = (codes: Uint16Array, start: number, end: number): boolean =>
  end - start === 1 ? !isSeparator(codes[start]!) : isPair(codes, start, end) && end - start === 2

function asciiEnd(codes: Uint16Array, from: number, to: number): number {
  let at = from + 1
  const first = CLASSES[codes[from]!]!
  if (first & LATIN) while (at < to && CLASSES[codes[at]!]! & (LATIN | DIGIT)) at++
  else if (first & DIGIT) while (at < to && (CLASSES[codes[at]!]! & DIGIT || codes[at] === DOT)) at++
  return at
}
