import { Trie } from '../lexicon/trie.js'
import { tableOf } from './chars.js'

/** In a scan's table: stands second in a word; begins a longer word; is a word. */
const SECOND = 8
const FIRST = 64
const ALONE = 128

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
  private readonly places = new Uint8Array(65536)
  private readonly trie: Trie

  constructor(lists: readonly (readonly [bit: number, words: string])[]) {
    const bits = new Map<string, number>()
    for (const [bit, words] of lists) for (const word of words.split(' ').flatMap(spellOut)) bits.set(word, (bits.get(word) ?? 0) | bit)
    const words = [...bits.keys()]
    for (const word of words) {
      if (bits.get(word)) for (let end = 1; end < word.length; end++) bits.set(word, bits.get(word)! | (bits.get(word.slice(0, end)) ?? 0))
    }
    for (const word of words) {
      this.places[word.charCodeAt(0)] |= word.length === 1 ? ALONE : FIRST
      if (word.length > 1) this.places[word.charCodeAt(1)] |= SECOND
    }
    this.trie = Trie.build(bits)
  }

  /** The table of a loop that also asks for the classes given, at most three: bit `k` for `classes[k]`. */
  table(...classes: readonly number[]): Uint8Array {
    const table = tableOf(...classes)
    for (let code = 0; code < table.length; code++) table[code] |= this.places[code]
    return table
  }

  /** Bits of the longest word that begins at `at` and ends before `end`. */
  at(codes: Uint16Array, at: number, end: number): number {
    const { trie } = this
    let bits = 0
    for (let slot = trie.step(0, codes[at]); slot >= 0; slot = trie.step(slot, codes[at])) {
      const value = trie.valueAt(slot)
      if (value >= 0) bits = value
      if (++at >= end) break
    }
    return bits
  }

  /** Where the longest word that begins at `at` ends; 0 where none does. */
  endOf(codes: Uint16Array, at: number, end: number): number {
    const { trie } = this
    let longest = 0
    for (let slot = trie.step(0, codes[at]); slot >= 0; slot = trie.step(slot, codes[at])) {
      at++
      if (trie.valueAt(slot) >= 0) longest = at
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
  const [, head, letters, tail] = /^([^[]*)\[([^\]]*)\](.*)$/.exec(word) ?? []
  return letters === undefined ? [word] : [...letters].flatMap(letter => spellOut(head + letter + tail))
}
