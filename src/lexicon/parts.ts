import { ROOT } from '../text/steps.js'
import type { Additions } from './additions.js'
import { hashPair } from './pairs.js'
import type { WordTrie } from './word-trie.js'

/** Words with their weights, as `Words` has them. */
interface Weighed {
  meta: { unknown: number }
  trie: WordTrie
  weights: Float64Array
  added?: Additions
}

/** Weighs the parts of words: what a new word has to win over. */
export class Parts {
  private codes = new Uint16Array(64)
  private best = new Float64Array(64)

  constructor(private readonly words: Weighed) {}

  /** Weight of the best route through a key that does not take it whole, runs of letters and digits being whole as in the segmenter. */
  weigh(key: string): number {
    const { length } = key
    if (length >= this.codes.length) {
      this.codes = new Uint16Array(length + 1)
      this.best = new Float64Array(length + 1)
    }
    const { codes, best } = this
    const { unknown } = this.words.meta
    for (let i = 0; i < length; i++) codes[i] = key.charCodeAt(i)
    codes[length] = 0
    best[length] = 0
    for (let from = length - 1; from >= 0; from--) {
      const goesOn = isAlphanumeric(codes[from]!) && isAlphanumeric(codes[from + 1]!)
      // the key itself is no part of it
      const end = from === 0 ? length - 1 : length
      best[from] = this.weighFrom(from, end, (goesOn ? 0 : unknown) + best[from + 1]!)
    }
    return best[0]!
  }

  /** Weight of the best route from `from` that begins with a word ending by `end`, `most` at least. Most places begin no word of two characters. */
  private weighFrom(from: number, end: number, most: number): number {
    const { codes, best } = this
    const { trie, weights, added } = this.words
    const hash = hashPair(codes[from]!, codes[from + 1]!)
    const last = trie.begins(hash) ? end : Math.min(from + 1, end)
    for (let slot = 0, at = from; at < last; ) {
      slot = trie.step(slot, codes[at++]!)
      if (slot < 0) break
      most = Math.max(most, weights[trie.placeAt(slot)]! + best[at]!)
    }
    if (added === undefined) return most
    const single = added.singles.size > 0 && from < end ? added.singles.get(codes[from]!) : undefined
    if (single !== undefined) most = Math.max(most, single + best[from + 1]!)
    if (!added.may(hash)) return most
    for (let slot = ROOT, at = from; at < end; ) {
      slot = added.step(slot, codes[at++]!)
      if (slot < 0) break
      most = Math.max(most, added.weightAt[slot]! + best[at]!)
    }
    return most
  }
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
