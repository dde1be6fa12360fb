import { ENDS, LETTER, Trie } from '../lexicon/trie.js'
import type { Span } from '../types.js'

/** The strings that a model knows: n-grams and cues, each with an id. Keeps its scratch between calls. */
export class Vocabulary {
  private ids: Int32Array = new Int32Array(1024)

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
    let ids = this.ids
    let count = 0
    for (let from = start; from < end; from++) {
      if (count + MAX_AT_PLACE > ids.length) ids = this.grow()
      let base = root
      for (let at = from; at < end; at++) {
        const letter = alphabet[codes[at]!]!
        if (letter === 0) break
        const cell = (base + letter) << 1
        const label = cells[cell | 1]!
        if ((label & LETTER) !== letter) break
        base = cells[cell]!
        if (base < 0) {
          ids[count++] = ~base
          break
        }
        if (label & ENDS) ids[count++] = ~cells[base << 1]!
      }
    }
    return ids.subarray(0, count)
  }

  private grow(): Int32Array {
    const grown = new Int32Array(this.ids.length * 2)
    grown.set(this.ids)
    this.ids = grown
    return grown
  }
}

/** More strings than can begin at one place: they are no longer than this. */
const MAX_AT_PLACE = 64
