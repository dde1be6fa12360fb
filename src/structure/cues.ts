import { ROOT, Steps } from '../text/steps.js'
import { tableOf } from './chars.js'

/** In a scan's table: stands second in a word; begins a longer word; is a word. */
const SECOND = 8
const FIRST = 64
const ALONE = 128

/** What no word ends with. */
const NONE = -1

/** A word may begin here. */
export const CUE = FIRST | ALONE

/**
 * What a code unit means to a loop, by the loop's table for it and for the next one: the bits of the classes that the loop asks for, and CUE where
 * a word may begin with the two. Few code units mean anything, so that the loop seldom leaves its straight way.
 */
export const meaningOf = (own: number, next: number): number => (own & (7 | ALONE)) | (own & (next << 3) & FIRST)

/**
 * Lists of words that are looked for in one pass. Each list has a bit; words stand apart by blanks, and 推[动进] stands for 推动 and 推进.
 * Of words that begin at one place the longest counts, and brings the bits of those that it begins with, unless its list has no bit (应税 beside 应).
 * A code unit that begins no word costs one look into a table.
 */
export class Cues {
  /** ALONE, FIRST and SECOND by code unit. */
  private readonly places = new Map<number, number>()
  private readonly steps: Steps
  /** By slot of a word's last character: its bits, NONE where no word ends. */
  private readonly bits: Int32Array

  constructor(spelled: readonly (readonly [bit: number, words: string])[]) {
    const lists = spelled.map(([bit, words]) => [bit, words.split(' ').flatMap(spellOut)] as const)
    const words = lists.flatMap(([, words]) => words)
    this.steps = new Steps(words.reduce((sum, word) => sum + word.length, 0))
    this.bits = new Int32Array(this.steps.size).fill(NONE)
    for (const [bit, words] of lists) for (const word of words) this.add(word, bit)
    for (const word of words) this.inherit(word)
  }

  private add(word: string, bit: number): void {
    this.place(word.charCodeAt(0), word.length === 1 ? ALONE : FIRST)
    if (word.length > 1) this.place(word.charCodeAt(1), SECOND)
    let slot = ROOT
    for (let i = 0; i < word.length; i++) slot = this.steps.insert(slot, word.charCodeAt(i))
    this.bits[slot] = Math.max(this.bits[slot], 0) | bit
  }

  private place(code: number, place: number): void {
    this.places.set(code, (this.places.get(code) ?? 0) | place)
  }

  /** Gives a word the bits of those that it begins with. */
  private inherit(word: string): void {
    let slot = ROOT
    let inherited = 0
    for (let i = 0; i < word.length; i++) {
      slot = this.steps.step(slot, word.charCodeAt(i))
      if (this.bits[slot] > 0) this.bits[slot] = inherited |= this.bits[slot]
    }
  }

  /** The table of a loop that also asks for the classes given, at most three: bit `k` for `classes[k]`. */
  table(...classes: readonly number[]): Uint8Array {
    const table = tableOf(...classes)
    for (const [code, places] of this.places) table[code] |= places
    return table
  }

  /** Bits of the longest word that begins at `at` and ends before `end`. */
  at(codes: Uint16Array, at: number, end: number): number {
    const { steps } = this
    let bits = 0
    for (let slot = steps.step(ROOT, codes[at]); slot >= 0; slot = steps.step(slot, codes[at])) {
      if (this.bits[slot] !== NONE) bits = this.bits[slot]
      if (++at >= end) break
    }
    return bits
  }

  /** Where the longest word that begins at `at` ends; 0 where none does. */
  endOf(codes: Uint16Array, at: number, end: number): number {
    const { steps } = this
    let longest = 0
    for (let slot = steps.step(ROOT, codes[at]); slot >= 0; slot = steps.step(slot, codes[at])) {
      at++
      if (this.bits[slot] !== NONE) longest = at
      if (at >= end) break
    }
    return longest
  }

  /** Bits of all words between `start` and `end`. */
  within(codes: Uint16Array, start: number, end: number): number {
    let bits = 0
    for (let i = start; i < end; i++) bits |= this.at(codes, i, end)
    return bits
  }
}

/** 推[动进] → 推动, 推进. */
function spellOut(word: string): string[] {
  const open = word.indexOf('[')
  if (open < 0) return [word]
  const close = word.indexOf(']', open)
  const tails = spellOut(word.slice(close + 1))
  return [...word.slice(open + 1, close)].flatMap(letter => tails.map(tail => word.slice(0, open) + letter + tail))
}
