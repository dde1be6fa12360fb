import { Trie } from '../lexicon/trie.js'

/** What begins with a code unit: longer words, or it is a word alone. */
const LONGER = 1
const ALONE = 2

/**
 * Lists of words that are looked for in one pass. Each list has a bit; words stand apart by blanks, and 推[动进] stands for 推动 and 推进.
 * Of words that begin at one place the longest counts, and brings the bits of those that it begins with, unless its list has no bit (应税 beside 应).
 * A code unit that begins no word costs one look into a table.
 */
export class Cues {
  private readonly starts = new Uint8Array(65536)
  private readonly seconds = new Uint8Array(65536)
  private readonly trie: Trie

  constructor(lists: readonly (readonly [bit: number, words: string])[]) {
    const bits = new Map<string, number>()
    for (const [bit, words] of lists) for (const word of words.split(' ').flatMap(spellOut)) bits.set(word, (bits.get(word) ?? 0) | bit)
    for (const word of bits.keys()) {
      if (bits.get(word)) for (let end = 1; end < word.length; end++) bits.set(word, bits.get(word)! | (bits.get(word.slice(0, end)) ?? 0))
      this.starts[word.charCodeAt(0)] |= word.length === 1 ? ALONE : LONGER
      if (word.length > 1) this.seconds[word.charCodeAt(1)] = 1
    }
    this.trie = Trie.build(bits)
  }

  /** Whether a word can begin with the code unit. */
  begins(code: number): boolean {
    return this.starts[code] !== 0
  }

  /** Bits of the words that begin at `at` and lie before `end`. */
  at(codes: Uint16Array, at: number, end: number): number {
    const starts = this.starts[codes[at]]
    if (starts === 0 || (starts === LONGER && this.seconds[codes[at + 1]] !== 1)) return 0
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
    for (let i = start; i < end; i++) if (this.starts[codes[i]] !== 0) bits |= this.at(codes, i, end)
    return bits
  }
}

/** 推[动进] → 推动, 推进. */
function spellOut(word: string): string[] {
  const [, head, letters, tail] = /^([^[]*)\[([^\]]*)\](.*)$/.exec(word) ?? []
  return letters === undefined ? [word] : [...letters].flatMap(letter => spellOut(head + letter + tail))
}
