import { type FoldTable, foldKey } from '../text/normalize.js'
import type { Sections } from './format.js'
import { Graft } from './graft.js'
import { Trie } from './trie.js'

export interface WordEntry {
  word: string
  /** Count in a corpus of `total` words; left out, the word gets the weight that makes it win over its own parts. */
  frequency?: number
}

/** What changes when a tagger is opened. A word that is added and known is weighed anew. */
export interface WordEdits {
  add?: Iterable<WordEntry>
  remove?: Iterable<string>
}

export interface WordsMeta {
  /** Sum of the frequencies of the base dictionary; a weight is log(frequency / total). */
  total: number
  /** Weight of a character that is no word: that of the rarest word. */
  unknown: number
}

/** Weights of words that must win over their parts are rounded up to such steps, so that there are few different ones. */
const WEIGHT_STEP = 0.125
/** How much more a word weighs than its parts: enough to hold against most overlaps, not against a much better reading. */
const MARGIN = 1

/** The words of the segmenter with their weights: a trie whose values point into `weights`. Immutable. */
export class Words {
  constructor(
    readonly trie: Trie,
    /** Log probabilities, each once. */
    readonly weights: Float64Array,
    readonly meta: WordsMeta,
  ) {}

  /** @throws DICTIONARY_DAMAGED */
  static open(sections: Sections): Words {
    const trie = new Trie(sections.view('words.alphabet', 'u16'), sections.view('words.cells', 'i32'))
    return new Words(trie, sections.view('words.weights', 'f64'), sections.json<WordsMeta>('words.meta'))
  }

  has = (folded: string): boolean => this.trie.get(folded) >= 0

  weightOf(folded: string): number | undefined {
    const value = this.trie.get(folded)
    return value < 0 ? undefined : this.weights[value]
  }

  /** Words with additions and removals; these here, and the buffer below them, stay as they are. */
  extend({ add = [], remove = [] }: WordEdits, fold: FoldTable): Words {
    const graft = new Graft(this.trie)
    const table = new WeightTable(this.weights)
    for (const word of remove) graft.delete(foldKey(word, fold))
    const added = new Map<string, number>()
    for (const { word, frequency } of add) {
      const key = foldKey(word, fold)
      if (key !== '') added.set(key, table.indexOf(frequency === undefined ? this.winningWeight(key) : this.weigh(frequency)))
    }
    graft.add(added)
    return new Words(graft.finish(), table.finish(), this.meta)
  }

  weigh = (frequency: number): number => Math.log(frequency / this.meta.total)

  /** Weight with which a key wins over the best route through its own parts. */
  winningWeight(key: string): number {
    const parts = this.routeWeight(key)
    return Math.min(0, Math.max(Math.ceil((parts + MARGIN) / WEIGHT_STEP) * WEIGHT_STEP, this.weightOf(key) ?? Number.NEGATIVE_INFINITY))
  }

  /** Weight of the best route through a key that does not take it whole. */
  private routeWeight(key: string): number {
    const best = new Float64Array(key.length + 1)
    for (let start = key.length - 1; start >= 0; start--) {
      let most = this.meta.unknown + best[start + 1]!
      let slot = 0
      for (let end = start + 1; end <= key.length; end++) {
        slot = this.trie.step(slot, key.charCodeAt(end - 1))
        if (slot < 0) break
        const value = this.trie.valueAt(slot)
        if (value >= 0 && end - start < key.length) most = Math.max(most, this.weights[value]! + best[end]!)
      }
      best[start] = most
    }
    return best[0]!
  }
}

/** Finds the place of a weight, or makes one. */
export class WeightTable {
  private readonly places = new Map<number, number>()

  constructor(weights: Iterable<number> = []) {
    for (const weight of weights) this.indexOf(weight)
  }

  indexOf(weight: number): number {
    let place = this.places.get(weight)
    if (place === undefined) {
      place = this.places.size
      this.places.set(weight, place)
    }
    return place
  }

  finish = (): Float64Array => Float64Array.from(this.places.keys())
}
