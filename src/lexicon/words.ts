import { type FoldTable, foldKey } from '../text/normalize.js'
import { ROOT } from '../text/steps.js'
import { Additions } from './additions.js'
import type { Sections } from './format.js'
import { hashPair } from './pairs.js'
import { Parts } from './parts.js'
import { Trie } from './trie.js'
import { WordTrie } from './word-trie.js'

export interface WordEntry {
  word: string
  /** Count in a corpus of `total` words; left out, the word gets the weight that makes it win over its own parts. */
  frequency?: number
  /** Part of speech; left out, that of the word's last part. */
  tag?: string
}

/** In place of a frequency in a table of terms: this is no word, although the base dictionary has it. */
export const REMOVED = '-'

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
  /** Names of the parts of speech; the first is empty, for words that have none. */
  tags: readonly string[]
  /** Letters of the trie's alphabet, 0 included. */
  letters: number
}

/** A word of the dictionary as it is compiled. */
export interface WeighedWord {
  key: string
  /** Log probability. */
  weight: number
  tag: string
}

/** A word that is added, and its log probability. */
interface Weight {
  key: string
  weight: number
}

/** Weights of words that must win over their parts are rounded up to such steps, so that a dictionary has few different ones. */
const WEIGHT_STEP = 0.125
/** Weights of frequencies that are given are rounded to such steps, for the same reason. */
const FREQUENCY_STEP = 1 / 64
/** How much more a word weighs than its parts: enough to hold against most overlaps, not against a much better reading. */
const MARGIN = 1
/** A word that somebody adds is at least as frequent as this. */
const LEAST_FREQUENCY = 50

/** The words of the segmenter with their weights: a trie opened by view, and what a user adds to it. Immutable. */
export class Words {
  private constructor(
    readonly trie: WordTrie,
    /** Log probabilities, each once, from place 1 on; at place 0, for what is no word, -Infinity. */
    readonly weights: Float64Array,
    /** By slot of a word's last letter: place of its part of speech in `meta.tags`. */
    readonly tags: Uint8Array,
    readonly meta: WordsMeta,
    /** Words that the trie lacks, or has with a lower weight. */
    readonly added?: Additions,
    /** Parts of speech that a user gives. */
    private readonly addedTags: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** @throws RangeError for 65 535 different weights and more, or more than 255 parts of speech */
  static compile(words: readonly WeighedWord[], { total, unknown }: Pick<WordsMeta, 'total' | 'unknown'>): Words {
    const weights = places([Number.NEGATIVE_INFINITY, ...words.map(({ weight }) => weight)])
    const names = places(['', ...words.map(({ tag }) => tag)])
    if (names.size > 256) throw new RangeError('A dictionary has at most 255 parts of speech.')
    const trie = WordTrie.of(Trie.build(words.map(({ key, weight }) => [key, weights.get(weight)!] as const)))
    const tags = new Uint8Array(trie.cells.length >> 1)
    for (const { key, tag } of words) tags[trie.find(key)] = names.get(tag)!
    const letters = trie.alphabet.reduce((most, letter) => Math.max(most, letter), 0) + 1
    return new Words(trie, Float64Array.from(weights.keys()), tags, { total, unknown, tags: [...names.keys()], letters })
  }

  /** @throws DICTIONARY_DAMAGED */
  static open(sections: Sections): Words {
    const cells = sections.view('words.cells', 'i32')
    const trie = new WordTrie(sections.view('words.alphabet', 'u16'), cells, sections.view('words.pairs', 'i32'))
    const [weights, tags] = [sections.view('words.weights', 'f64'), sections.view('words.tags', 'u8')]
    return new Words(trie, weights, tags, sections.json<WordsMeta>('words.meta'))
  }

  has = (folded: string): boolean => this.weightOf(folded) !== undefined

  weightOf(folded: string): number | undefined {
    const added = this.added?.weightOf(folded)
    if (added !== undefined) return added
    const slot = this.trie.find(folded)
    return slot < 0 ? undefined : this.weightAt(slot)
  }

  /** Part of speech of a word; empty where the dictionary has none. Words that were taken out keep theirs. */
  tagOf(folded: string): string {
    const codes = Uint16Array.from(folded, (_, i) => folded.charCodeAt(i))
    return this.tagAt(codes, 0, codes.length)
  }

  /** Part of speech of the word `codes[start, end)`. */
  tagAt(codes: Uint16Array, start: number, end: number): string {
    if (this.addedTags.size > 0) {
      const given = this.addedTags.get(String.fromCharCode(...codes.subarray(start, end)))
      if (given !== undefined) return given
    }
    let slot = 0
    for (let at = start; at < end && slot >= 0; at++) slot = this.trie.step(slot, codes[at]!)
    return slot < 0 ? '' : this.meta.tags[this.tags[slot]!]!
  }

  /**
   * Calls `found` for every word that begins at `from` and ends by `to`: the dictionary's, then those added, the shorter first.
   * A word that was given a higher weight comes twice.
   */
  eachFrom(codes: Uint16Array, from: number, to: number, found: (end: number, weight: number) => void): void {
    if (from >= to) return
    const { trie, added } = this
    // most places begin no word of two characters
    const hash = from + 1 < to ? hashPair(codes[from]!, codes[from + 1]!) : undefined
    const last = hash !== undefined && trie.begins(hash) ? to : from + 1
    for (let slot = 0, at = from; at < last; ) {
      slot = trie.step(slot, codes[at++]!)
      if (slot < 0) break
      const weight = this.weightAt(slot)
      if (weight !== undefined) found(at, weight)
    }
    if (added === undefined) return
    const single = added.singles.size > 0 ? added.singles.get(codes[from]!) : undefined
    if (single !== undefined) found(from + 1, single)
    if (hash === undefined || !added.may(hash)) return
    for (let slot = ROOT, at = from; at < to; ) {
      slot = added.step(slot, codes[at++]!)
      if (slot < 0) break
      const weight = added.weightAt[slot]!
      if (weight > Number.NEGATIVE_INFINITY) found(at, weight)
    }
  }

  /** Words with additions and removals; these here, and the buffer below them, stay as they are. */
  extend({ add = [], remove = [] }: WordEdits, fold: FoldTable): Words {
    const removed = new Set(Array.from(remove, word => foldKey(word, fold)))
    const tags = new Map(this.addedTags)
    const weighed: Weight[] = []
    const unweighed: string[] = []
    for (const key of this.added?.words ?? []) if (!removed.has(key)) weighed.push({ key, weight: this.weightOf(key)! })
    for (const { word, frequency, tag } of add) {
      const key = foldKey(word, fold)
      if (key === '') continue
      if (tag !== undefined) tags.set(key, tag)
      if (frequency === undefined) unweighed.push(key)
      else weighed.push({ key, weight: this.weigh(frequency) })
    }
    if (removed.size + weighed.length + unweighed.length === 0) return this
    const characters = weighed.reduce((sum, { key }) => sum + key.length, 0) + unweighed.reduce((sum, key) => sum + key.length, 0)
    const added = new Additions(characters)
    const words = new Words(this.without(removed, weighed), this.weights, this.tags, this.meta, added, tags)
    for (const { key, weight } of weighed) added.set(key, weight)
    const parts = new Parts(words)
    const least = this.weigh(LEAST_FREQUENCY)
    for (const group of shortFirst(unweighed)) {
      for (const key of group) added.set(key, winning(Math.max(this.weightOf(key) ?? least, least), parts.weigh(key)))
    }
    return words
  }

  /** The trie without words; of two weights of a word the segmenter takes the higher, so that it must forget only those removed and those that become rarer. */
  private without(removed: ReadonlySet<string>, weighed: readonly Weight[]): WordTrie {
    const slots = Array.from(removed, key => this.trie.find(key))
    for (const { key, weight } of weighed) {
      const slot = this.trie.find(key)
      if (slot >= 0 && (this.weightAt(slot) ?? weight) > weight) slots.push(slot)
    }
    return this.trie.without(slots)
  }

  private weigh = (frequency: number): number => Math.round(Math.log(frequency / this.meta.total) / FREQUENCY_STEP) * FREQUENCY_STEP

  private weightAt(slot: number): number | undefined {
    const place = this.trie.placeAt(slot)
    return place > 0 ? this.weights[place] : undefined
  }
}

/** Different values in the order in which they come, with their places. */
function places<T>(values: Iterable<T>): Map<T, number> {
  const byValue = new Map<T, number>()
  for (const value of values) if (!byValue.has(value)) byValue.set(value, byValue.size)
  return byValue
}

/** Words by their length, the short before the long, so that a word wins over parts that are themselves new. */
function shortFirst(keys: readonly string[]): string[][] {
  const byLength = new Map<number, string[]>()
  for (const key of keys) {
    const group = byLength.get(key.length)
    if (group === undefined) byLength.set(key.length, [key])
    else group.push(key)
  }
  return [...byLength].sort(([a], [b]) => a - b).map(([, group]) => group)
}

/** The weight by which a word wins over its parts, if it has not `least` of its own. */
const winning = (least: number, parts: number): number =>
  Math.min(0, Math.max(least, Math.ceil((parts + MARGIN) / WEIGHT_STEP) * WEIGHT_STEP))
