import { hashPair } from './pairs.js'

/** Where every walk begins; no slot has this number. */
export const ROOT = -1

/** Cells of the filter, in bits of their number: 128 KB. */
const FILTER_BITS = 15
/** How much larger than its content the table is at least. */
const LEAST_ROOM = 4 / 3
/** 2³² over the golden ratio: spreads neighbouring keys over the table. */
const SPREAD = 0x9e3779b1

/**
 * Words that a user adds, as a trie whose steps stand in one hash table: building it costs no more than an insertion a character.
 * `cells` has two cells a slot: the slot that the step comes from, and the code unit plus one (0: free). A node is the slot of the step
 * that leads to it. A filter of the pairs of characters that words begin with tells, before any walk, where none does: two bits of one
 * number each, so that a table of a million bits lets through hardly a pair too many. Words of a single character therefore stand apart.
 */
export class Additions {
  /** Every word, in the order in which they came; one that came twice stands here twice. */
  readonly words: string[] = []
  /** Log probabilities of single characters, by code unit. */
  readonly singles = new Map<number, number>()
  /** By slot: log probability of the word that ends there, -Infinity where none does. */
  readonly weightAt: Float64Array
  private readonly cells: Int32Array
  private readonly mask: number
  private readonly shift: number
  private readonly filter = new Int32Array(1 << FILTER_BITS)

  /** `characters`: how many all words together have at most. */
  constructor(characters: number) {
    const bits = Math.max(4, 32 - Math.clz32(Math.ceil(characters * LEAST_ROOM)))
    this.mask = (1 << bits) - 1
    this.shift = 32 - bits
    this.cells = new Int32Array(2 << bits)
    this.weightAt = new Float64Array(1 << bits).fill(Number.NEGATIVE_INFINITY)
  }

  /** A word that is there is weighed anew. */
  set(word: string, weight: number): void {
    this.words.push(word)
    if (word.length === 1) {
      this.singles.set(word.charCodeAt(0), weight)
      return
    }
    const pair = hashPair(word.charCodeAt(0), word.charCodeAt(1))
    this.filter[pair >>> (32 - FILTER_BITS)]! |= bitsOf(pair)
    let slot = ROOT
    for (let i = 0; i < word.length; i++) slot = this.insert(slot, word.charCodeAt(i))
    this.weightAt[slot] = weight
  }

  /** Log probability of a word that was added. */
  weightOf(word: string): number | undefined {
    if (word.length === 1) return this.singles.get(word.charCodeAt(0))
    let slot = ROOT
    for (let i = 0; i < word.length; i++) {
      slot = this.step(slot, word.charCodeAt(i))
      if (slot < 0) return undefined
    }
    const weight = this.weightAt[slot]
    return weight === Number.NEGATIVE_INFINITY ? undefined : weight
  }

  /** Whether a word may begin with the pair of this hash. */
  may(pair: number): boolean {
    return (bitsOf(pair) & ~this.filter[pair >>> (32 - FILTER_BITS)]!) === 0
  }

  /** Slot that a code unit leads to from `slot`, -1 where there is none. */
  step(slot: number, code: number): number {
    const at = this.locate(slot, code)
    return this.cells[(at << 1) | 1] === 0 ? -1 : at
  }

  private insert(slot: number, code: number): number {
    const at = this.locate(slot, code)
    this.cells[at << 1] = slot
    this.cells[(at << 1) | 1] = code + 1
    return at
  }

  /** Slot of a step, or the free one where it belongs; a quarter of the slots is free at least. */
  private locate(slot: number, code: number): number {
    const { cells, mask } = this
    let at = Math.imul(Math.imul(slot, SPREAD) ^ code, SPREAD) >>> this.shift
    for (let label = cells[(at << 1) | 1]!; label !== 0; label = cells[(at << 1) | 1]!) {
      if (label === code + 1 && cells[at << 1] === slot) break
      at = (at + 1) & mask
    }
    return at
  }
}

const bitsOf = (pair: number): number => (1 << ((pair >>> 7) & 31)) | (1 << ((pair >>> 12) & 31))
