import { type FoldTable, foldKey } from '../text/normalize.js'
import type { Sections } from './format.js'
import { Graft } from './graft.js'
import { ENDS, FREE, LETTER, Trie, VALUE } from './trie.js'

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

/** In the label of a word's last letter, above ENDS: the place of its weight, so that a walk needs no look at the value's own slot. */
export const WEIGHT_SHIFT = 19
const MOST_WEIGHTS = 1 << (32 - WEIGHT_SHIFT)

/** Weights of words that must win over their parts are rounded up to such steps, so that there are few different ones. */
const WEIGHT_STEP = 0.125
/** Weights of frequencies that users give are rounded to such steps, for the same reason. */
const FREQUENCY_STEP = 1 / 64
/** How much more a word weighs than its parts: enough to hold against most overlaps, not against a much better reading. */
const MARGIN = 1
/** A word that somebody adds is at least as frequent as this. */
const LEAST_FREQUENCY = 50

/** The words of the segmenter with their weights: a trie whose values point into `weights`. Immutable. */
export class Words {
  private constructor(
    /** Labels carry the places of the weights above WEIGHT_SHIFT. */
    readonly trie: Trie,
    /** Log probabilities, each once. */
    readonly weights: Float64Array,
    readonly meta: WordsMeta,
  ) {}

  /** Takes a trie over and packs the places of the weights into its labels. */
  static pack(trie: Trie, table: WeightTable, meta: WordsMeta): Words {
    packWeights(trie.cells)
    return new Words(trie, table.finish(), meta)
  }

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
    const { unknown } = this.meta
    for (const word of remove) graft.delete(foldKey(word, fold))
    const places = new Map<string, number>()
    const unweighed: string[] = []
    for (const { word, frequency } of add) {
      const key = foldKey(word, fold)
      if (key === '') continue
      places.set(key, table.indexOf(frequency === undefined ? unknown : this.weigh(frequency)))
      if (frequency === undefined) unweighed.push(key)
    }
    graft.add(places)
    // from the short to the long, so that a word wins over parts that are themselves new
    unweighed.sort((a, b) => a.length - b.length)
    for (const key of unweighed) {
      const own = Math.max(this.weightOf(key) ?? unknown, this.weigh(LEAST_FREQUENCY))
      const parts = Math.ceil((routeWeight(key, graft.trie, table.weights, unknown) + MARGIN) / WEIGHT_STEP) * WEIGHT_STEP
      graft.replace(key, table.indexOf(Math.min(0, Math.max(own, parts))))
    }
    return Words.pack(graft.finish(), table, this.meta)
  }

  private weigh = (frequency: number): number => Math.round(Math.log(frequency / this.meta.total) / FREQUENCY_STEP) * FREQUENCY_STEP
}

function packWeights(cells: Int32Array): void {
  for (let slot = 1; slot * 2 < cells.length; slot++) {
    const label = cells[slot * 2 + 1]!
    if (label === FREE || label === VALUE) continue
    const base = cells[slot * 2]!
    const value = base < 0 ? ~base : label & ENDS ? ~cells[base * 2]! : -1
    cells[slot * 2 + 1] = value < 0 ? label & LETTER : (label & LETTER) | ENDS | (value << WEIGHT_SHIFT)
  }
}

/** Weight of the best route through a key that does not take it whole, runs of letters and digits being whole as in the segmenter. */
function routeWeight(key: string, trie: Trie, weights: readonly number[], unknown: number): number {
  const best: number[] = new Array(key.length + 1).fill(0)
  for (let start = key.length - 1; start >= 0; start--) {
    const goesOn = isAlphanumeric(key.charCodeAt(start)) && isAlphanumeric(key.charCodeAt(start + 1))
    let most = (goesOn ? 0 : unknown) + best[start + 1]!
    let slot = 0
    for (let end = start + 1; end <= key.length; end++) {
      slot = trie.step(slot, key.charCodeAt(end - 1))
      if (slot < 0) break
      const value = trie.valueAt(slot)
      if (value >= 0 && end - start < key.length) most = Math.max(most, weights[value]! + best[end]!)
    }
    best[start] = most
  }
  return best[0]!
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** Weights, each once, with their places. */
export class WeightTable {
  readonly weights: number[] = []
  private readonly places = new Map<number, number>()

  constructor(weights: Iterable<number> = []) {
    for (const weight of weights) this.indexOf(weight)
  }

  /** Place of a weight, which gets one if it has none. */
  indexOf(weight: number): number {
    let place = this.places.get(weight)
    if (place === undefined) {
      if (this.weights.length === MOST_WEIGHTS) throw new RangeError(`A dictionary has at most ${MOST_WEIGHTS} different weights.`)
      place = this.weights.push(weight) - 1
      this.places.set(weight, place)
    }
    return place
  }

  finish = (): Float64Array => Float64Array.from(this.weights)
}
