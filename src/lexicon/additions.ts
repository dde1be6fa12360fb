import { ROOT, Steps } from '../text/steps.js'
import { hashPair } from './pairs.js'

/** Cells of the filter, in bits of their number: 128 KB. */
const FILTER_BITS = 15

/**
 * Words that a user adds. A filter of the pairs of characters that they begin with tells, before any walk, where none does: two bits of one
 * number each, so that a table of a million bits lets through hardly a pair too many. Words of a single character therefore stand apart.
 */
export class Additions {
  /** Every word, in the order in which they came; one that came twice stands here twice. */
  readonly words: string[] = []
  /** Log probabilities of single characters, by code unit. */
  readonly singles = new Map<number, number>()
  /** By slot: log probability of the word that ends there, -Infinity where none does. */
  readonly weightAt: Float64Array
  private readonly steps: Steps
  private readonly filter = new Int32Array(1 << FILTER_BITS)

  /** `characters`: how many all words together have at most. */
  constructor(characters: number) {
    this.steps = new Steps(characters)
    this.weightAt = new Float64Array(this.steps.size).fill(Number.NEGATIVE_INFINITY)
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
    for (let i = 0; i < word.length; i++) slot = this.steps.insert(slot, word.charCodeAt(i))
    this.weightAt[slot] = weight
  }

  /** Log probability of a word that was added. */
  weightOf(word: string): number | undefined {
    if (word.length === 1) return this.singles.get(word.charCodeAt(0))
    if (!this.may(hashPair(word.charCodeAt(0), word.charCodeAt(1)))) return undefined
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
    return this.steps.step(slot, code)
  }
}

const bitsOf = (pair: number): number => (1 << ((pair >>> 7) & 31)) | (1 << ((pair >>> 12) & 31))
