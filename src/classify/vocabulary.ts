import { ENDS, LETTER, Trie } from '../lexicon/trie.js'
import type { Span } from '../types.js'

/** Ids found in a span, kept in an array that the next call uses anew; `ends` are where they end, `starts` where they start. */
export interface Found {
  count: number
  ids: Int32Array
  starts: Int32Array
  ends: Int32Array
}

/** The strings that a model knows: n-grams and cues, each with an id. */
export class Vocabulary {
  private readonly found: Found = { count: 0, ids: new Int32Array(1024), starts: new Int32Array(1024), ends: new Int32Array(1024) }

  constructor(
    readonly trie: Trie,
    /** Number of strings; ids are 0 to size − 1. */
    readonly size: number,
  ) {}

  static of(strings: readonly string[]): Vocabulary {
    return new Vocabulary(Trie.build(strings.map((string, id) => [string, id] as const)), strings.length)
  }

  /** Every string at every place of a span, with repeats, by start. */
  in(codes: Uint16Array, { start, end }: Span): Found {
    const { alphabet, cells } = this.trie
    const root = cells[0]!
    this.found.count = 0
    for (let from = start; from < end; from++) {
      let base = root
      for (let at = from; at < end; at++) {
        const letter = alphabet[codes[at]!]!
        if (letter === 0) break
        const cell = (base + letter) << 1
        const label = cells[cell | 1]!
        if ((label & LETTER) !== letter) break
        base = cells[cell]!
        if (base < 0) {
          this.add(~base, from, at + 1)
          break
        }
        if (label & ENDS) this.add(~cells[base << 1]!, from, at + 1)
      }
    }
    return this.found
  }

  private add(id: number, start: number, end: number): void {
    const { found } = this
    if (found.count === found.ids.length) {
      found.ids = double(found.ids)
      found.starts = double(found.starts)
      found.ends = double(found.ends)
    }
    found.ids[found.count] = id
    found.starts[found.count] = start
    found.ends[found.count++] = end
  }
}

function double(array: Int32Array): Int32Array {
  const doubled = new Int32Array(array.length * 2)
  doubled.set(array)
  return doubled
}
