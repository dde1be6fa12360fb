import { ENDS, LETTER, type Trie } from '../lexicon/trie.js'
import type { Source, Span } from '../types.js'
import type { Columns } from './taxonomy.js'

/** Longest n-gram, in characters. */
export const MAX_GRAM = 3

/** Where the parts of a measure stand in a source; the title may come from another one. */
export interface Parts {
  source: Source
  heading: Span
  /** The clauses of the body; together they are the body but for the punctuation between them. */
  clauses: readonly Span[]
  title: Source
  /** Amounts of money that are granted, lent or relieved. */
  grants: readonly Span[]
}

const SECTIONS = ['title', 'heading', 'body'] as const
type SectionName = (typeof SECTIONS)[number]
export const SECTION_COUNT = SECTIONS.length

/** A cue that stands in a measure. */
export interface CueHit extends Span {
  section: SectionName
  /** Columns that it speaks for. */
  columns: readonly number[]
}

/**
 * What a model sees of a measure: ids of the distinct n-grams of its heading and of each clause, the heading being the first;
 * `cues[section * columns + column]` is how many cues of a section speak for a column.
 */
export interface Features {
  heading: number[]
  clauses: number[][]
  cues: Float64Array
  hits: CueHit[]
}

export interface CueIndex {
  trie: Trie
  /** By the trie's value: the columns that a cue speaks for. */
  columns: readonly (readonly number[])[]
}

/** Calls back with the id of every n-gram (1 to MAX_GRAM characters) that the trie knows, at every place of a span. */
export function eachGram({ alphabet, cells }: Trie, codes: Uint16Array, { start, end }: Span, found: (id: number) => void): void {
  const root = cells[0]!
  for (let from = start; from < end; from++) {
    let base = root
    const stop = Math.min(end, from + MAX_GRAM)
    for (let at = from; at < stop; at++) {
      const letter = alphabet[codes[at]!]!
      if (letter === 0) break
      const cell = (base + letter) << 1
      const label = cells[cell | 1]!
      if ((label & LETTER) !== letter) break
      base = cells[cell]!
      if (base < 0) {
        found(~base)
        break
      }
      if (label & ENDS) found(~cells[base << 1]!)
    }
  }
}

/** Length of the longest key at a place, and its value; length 0 where there is none. */
function longestAt({ alphabet, cells }: Trie, codes: Uint16Array, from: number, end: number): { length: number; value: number } {
  const longest = { length: 0, value: -1 }
  let base = cells[0]!
  for (let at = from; at < end; at++) {
    const letter = alphabet[codes[at]!]!
    if (letter === 0) break
    const cell = (base + letter) << 1
    const label = cells[cell | 1]!
    if ((label & LETTER) !== letter) break
    base = cells[cell]!
    if (base < 0) return { length: at + 1 - from, value: ~base }
    if (label & ENDS) {
      longest.length = at + 1 - from
      longest.value = ~cells[base << 1]!
    }
  }
  return longest
}

/** Cues of a span, the longest first, none inside another. */
function findCues(index: CueIndex, codes: Uint16Array, span: Span, section: SectionName, hits: CueHit[]): void {
  for (let at = span.start; at < span.end; ) {
    const { length, value } = longestAt(index.trie, codes, at, span.end)
    if (length > 0) hits.push({ start: at, end: at + length, section, columns: index.columns[value]! })
    at += length || 1
  }
}

/** Reads the features of measures; keeps its scratch between calls. */
export class FeatureReader {
  private readonly seen: Int32Array
  private stamp = 0

  constructor(
    private readonly grams: Trie,
    gramCount: number,
    private readonly cues: CueIndex,
    private readonly columns: Columns,
  ) {
    this.seen = new Int32Array(gramCount)
  }

  read({ source, heading, clauses, title }: Parts): Features {
    const hits: CueHit[] = []
    findCues(this.cues, title.codes, { start: 0, end: title.codes.length }, 'title', hits)
    findCues(this.cues, source.codes, heading, 'heading', hits)
    for (const clause of clauses) findCues(this.cues, source.codes, clause, 'body', hits)
    const width = this.columns.leaves.length
    const cues = new Float64Array(SECTION_COUNT * width)
    for (const { section, columns } of hits) {
      for (const column of columns) cues[SECTIONS.indexOf(section) * width + column]!++
    }
    const grams = [heading, ...clauses].map(span => this.distinctGrams(source.codes, span))
    return { heading: grams[0]!, clauses: grams, cues, hits }
  }

  private distinctGrams(codes: Uint16Array, span: Span): number[] {
    const ids: number[] = []
    const stamp = ++this.stamp
    eachGram(this.grams, codes, span, id => {
      if (this.seen[id] === stamp) return
      this.seen[id] = stamp
      ids.push(id)
    })
    return ids
  }
}
