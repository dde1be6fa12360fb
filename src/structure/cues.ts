import { Trie } from '../lexicon/trie.js'
import { CLASSES, charClass, isOf } from './chars.js'

/**
 * Lists of words that are looked for in one pass. Each list has a bit; words stand apart by blanks, and 推[动进] stands for 推动 and 推进.
 * Of words that begin at one place the longest counts, and brings the bits of those that it begins with, unless its list has no bit (应税 beside 应).
 * A code unit that begins no word costs one look into a table.
 */
export class Cues {
  /** Class of the characters that words begin with. */
  readonly starts: number
  private readonly alone: number
  private readonly seconds: number
  private readonly trie: Trie

  constructor(lists: readonly (readonly [bit: number, words: string])[]) {
    const bits = new Map<string, number>()
    for (const [bit, words] of lists) for (const word of words.split(' ').flatMap(spellOut)) bits.set(word, (bits.get(word) ?? 0) | bit)
    const words = [...bits.keys()]
    for (const word of words) {
      if (bits.get(word)) for (let end = 1; end < word.length; end++) bits.set(word, bits.get(word)! | (bits.get(word.slice(0, end)) ?? 0))
    }
    this.starts = charClass(words)
    this.alone = charClass(words.filter(word => word.length === 1))
    this.seconds = charClass(words.filter(word => word.length > 1).map(word => word[1]))
    this.trie = Trie.build(bits)
  }

  /** Bits of the longest word that begins at `at` and ends before `end`. */
  at(codes: Uint16Array, at: number, end: number): number {
    const classes = CLASSES[codes[at]]
    if ((classes & this.starts) === 0 || ((classes & this.alone) === 0 && !isOf(codes[at + 1], this.seconds))) return 0
    const { trie } = this
    let bits = 0
    for (let slot = trie.step(0, codes[at]); slot >= 0; slot = trie.step(slot, codes[at])) {
      const value = trie.valueAt(slot)
      if (value >= 0) bits = value
      if (++at >= end) break
    }
    return bits
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
