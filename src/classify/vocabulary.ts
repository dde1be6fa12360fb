import { ENDS, LETTER, Trie } from '../lexicon/trie.js'
import type { Span } from '../types.js'

/** The strings that a model knows: n-grams and cues, each with an id. Keeps its scratch between calls. */
export class Vocabulary {
  private ids: Int32Array = new Int32Array(1024)
  /** Where the strings of the last call begin. */
  starts: Int32Array = new Int32Array(1024)

  constructor(
    readonly trie: Trie,
    /** Number of strings; ids are 0 to size − 1. */
    readonly size: number,
  ) {}

  static of(strings: readonly string[]): Vocabulary {
    return new Vocabulary(Trie.build(strings.map((string, id) => [string, id] as const)), strings.length)
  }

  /** Ids of every string at every place of a span, with repeats; the next call uses the array anew. */
  in(codes: Uint16Array, { start, end }: Span): Int32Array {
    const { alphabet, cells } = this.trie
    const root = cells[0]!
    let { ids, starts } = this
    let count = 0
    for (let from = start; from < end; from++) {
      if (count + MAX_AT_PLACE > ids.length) {
        this.grow()
        ;({ ids, starts } = this)
      }
      let base = root
      for (let at = from; at < end; at++) {
        const letter = alphabet[codes[at]!]!
        if (letter === 0) break
        const cell = (base + letter) << 1
        const label = cells[cell | 1]!
        if ((label & LETTER) !== letter) break
        base = cells[cell]!
        if (base < 0) {
          starts[count] = from
          ids[count++] = ~base
          break
        }
        if (label & ENDS) {
          starts[count] = from
          ids[count++] = ~cells[base << 1]!
        }
      }
    }
    return ids.subarray(0, count)
  }

  /** Length of the string with an id, where it begins. */
  lengthAt(codes: Uint16Array, start: number, id: number): number {
    let slot = 0
    for (let at = start; at < codes.length; at++) {
      slot = this.trie.step(slot, codes[at]!)
      if (slot < 0) break
      if (this.trie.valueAt(slot) === id) return at + 1 - start
    }
    return 0
  }

  private grow(): void {
    const double = (array: Int32Array): Int32Array => {
      const doubled = new Int32Array(array.length * 2)
      doubled.set(array)
      return doubled
    }
    this.ids = double(this.ids)
    this.starts = double(this.starts)
  }
}

/** More strings than can begin at one place: they are no longer than this. */
const MAX_AT_PLACE = 64
