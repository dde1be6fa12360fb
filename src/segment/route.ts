import type { Additions } from '../lexicon/additions.js'
import { hashPair } from '../lexicon/pairs.js'
import { BASE_SHIFT, BEGINS, GOES_ON, LETTER, PAIR_SHIFT, PLACE_SHIFT, SIGNATURE } from '../lexicon/word-trie.js'
import type { Words } from '../lexicon/words.js'
import { ROOT } from '../text/steps.js'
import { CLASSES, DIGIT, isHigh, isLow, isSeparator, LATIN } from './chars.js'
import type { Ends } from './engine.js'

/**
 * Writes the ends of the words of `codes[from, to)` into `ends` from place `count` on; returns the place behind the last.
 * `from` and `to` stand at the ends of the text or behind separators.
 */
export type CutRoute = (codes: Uint16Array, from: number, to: number, ends: Ends, count: number) => number

/** Between these stand the Han characters, none of which needs a closer look. */
const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff
/** Of a place, beside BEGINS and GOES_ON: it is no Han character; a word of a user may begin here. */
const NO_HAN = 4
const ADDED = 8
const CLOSER_LOOK = NO_HAN | ADDED

/** Longest stretch that most texts need room for. */
const ROOM = 4096

/**
 * Finds the most probable way through a text, as jieba does: from the right, at every place the word that makes the whole rest up to the
 * next separator most probable, the shorter one where two are equal.
 *
 * A function and not a class, because the arrays that it closes over are constants for the compiler, which reads them without checks.
 * `keepsRuns`: runs of Latin letters and digits stay whole.
 */
export function createRoute(words: Words, keepsRuns: boolean, room = ROOM): CutRoute {
  const { trie, weights, added } = words
  const { unknown } = words.meta
  const { alphabet, cells, pairs } = trie
  const { singles, firsts } = tabulateFirst(words)
  /** By place: letter of the trie, marks, length of the word taken there, log probability from there to the separator. */
  const letters = new Uint16Array(room + 1)
  const flags = new Uint8Array(room)
  const lengths = new Int32Array(room)
  const best = new Float64Array(room + 1)

  function read(codes: Uint16Array, from: number, length: number): void {
    let next = 0
    letters[length] = 0
    for (let i = length - 1; i >= 0; i--) {
      const code = codes[from + i]!
      const hash = hashPair(code, next)
      const pair = hash >>> PAIR_SHIFT
      let marks = (pairs[pair >>> 4]! >>> ((pair & 15) << 1)) & (BEGINS | GOES_ON)
      if (added?.may(hash)) marks |= ADDED
      flags[i] = code < HAN_FIRST || code > HAN_LAST ? marks | NO_HAN : marks
      letters[i] = alphabet[code]!
      next = code
    }
  }

  function weigh(codes: Uint16Array, from: number, length: number): void {
    best[length] = 0
    for (let start = weighHan(length - 1); start >= 0; start = weighHan(start - 1)) {
      const code = codes[from + start]!
      if (isSeparator(code)) {
        best[start] = 0
        lengths[start] = 1
        continue
      }
      const atom = flags[start]! & NO_HAN ? atomLength(codes, from, start) : 1
      for (let inside = atom; inside > 1; inside--) best[start--] = Number.NEGATIVE_INFINITY
      best[start] = (atom === 1 ? singles[letters[start]!]! : unknown) + best[start + atom]!
      lengths[start] = atom
      weighWords(start)
      if (added && flags[start]! & ADDED) weighAdded(added, codes, from, start, length)
    }
  }

  /** Goes left from `start` to the next place that needs a closer look, which it returns; -1 where none does. */
  function weighHan(start: number): number {
    for (; start >= 0 && (flags[start]! & CLOSER_LOOK) === 0; start--) {
      best[start] = singles[letters[start]!]! + best[start + 1]!
      lengths[start] = 1
      if (flags[start]! & BEGINS) weighWords(start)
    }
    return start
  }

  /** Takes the word of the dictionary that makes the rest most probable, if it is better than what stands at `start`. */
  function weighWords(start: number): void {
    let node = firsts[letters[start]!]!
    let most = best[start]!
    let end = start + 1
    for (let letter = letters[end]!; (node >>> (letter & SIGNATURE)) & 1; letter = letters[end]!) {
      const cell = ((node >>> BASE_SHIFT) + letter) << 1
      const label = cells[cell | 1]!
      if ((label & LETTER) !== letter) break
      end++
      const weight = weights[label >>> PLACE_SHIFT]! + best[end]!
      if (weight > most) {
        most = weight
        best[start] = weight
        lengths[start] = end - start
      }
      if ((flags[end - 1]! & GOES_ON) === 0) break
      node = cells[cell]!
    }
  }

  return (codes, from, to, ends, count) => {
    const length = to - from
    if (length > room) return createRoute(words, keepsRuns, length)(codes, from, to, ends, count)
    read(codes, from, length)
    weigh(codes, from, length)
    for (let i = 0; i < length; ) {
      i += lengths[i]!
      ends[count++] = from + i
    }
    return count
  }

  /** Takes the word of a user that makes the rest most probable, if it is better than what stands at `start`. */
  function weighAdded(added: Additions, codes: Uint16Array, from: number, start: number, length: number): void {
    for (let slot = ROOT, end = start; end < length; ) {
      const code = codes[from + end++]!
      slot = isSeparator(code) ? -1 : added.step(slot, code)
      if (slot < 0) break
      const weight = added.weightAt[slot]! + best[end]!
      if (weight > best[start]!) {
        best[start] = weight
        lengths[start] = end - start
      }
    }
  }

  /** Length of what ends at `last` and must not be split: a surrogate pair, a run of letters and digits, or one character. */
  function atomLength(codes: Uint16Array, from: number, last: number): number {
    const code = codes[from + last]!
    if (isLow(code)) return last > 0 && isHigh(codes[from + last - 1]!) ? 2 : 1
    if (!keepsRuns || !(CLASSES[code]! & (LATIN | DIGIT))) return 1
    let start = last
    while (start > 0 && CLASSES[codes[from + start - 1]!]! & (LATIN | DIGIT)) start--
    return last - start + 1
  }
}

/** By letter: weight of the character alone, and the node that it leads to, 0 for none. */
function tabulateFirst({ trie: { alphabet, cells }, weights, meta, added }: Words): { singles: Float64Array; firsts: Int32Array } {
  const { letters, unknown } = meta
  const singles = new Float64Array(letters).fill(unknown)
  const firsts = new Int32Array(letters)
  const root = cells[0]! >>> BASE_SHIFT
  for (let letter = 1; letter < letters; letter++) {
    const label = cells[((root + letter) << 1) | 1]!
    if ((label & LETTER) !== letter) continue
    if (label >>> PLACE_SHIFT > 0) singles[letter] = weights[label >>> PLACE_SHIFT]!
    firsts[letter] = cells[(root + letter) << 1]!
  }
  // a character that no word of the base has keeps the weight of the unknown: it begins nothing that could compete
  for (const [code, weight] of added?.singles ?? []) if (alphabet[code]! > 0) singles[alphabet[code]!] = weight
  return { singles, firsts }
}
