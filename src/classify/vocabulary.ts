import { Starts } from '../lexicon/starts.js'
import { ENDS, LETTER, Trie } from '../lexicon/trie.js'
import type { Span } from '../types.js'

/** Strings that were found, one behind the other; grows as they come. */
export class Found {
  ids: Int32Array
  starts: Int32Array
  count = 0

  /** @param expected about how many strings will be found */
  constructor(expected = MAX_AT_PLACE) {
    this.ids = new Int32Array(expected)
    this.starts = new Int32Array(expected)
  }

  /** Makes room for more. */
  grow(): void {
    this.ids = grown(this.ids)
    this.starts = grown(this.starts)
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** More strings than can begin at one place: they are no longer than this. */
const MAX_AT_PLACE = 64

/** The strings that a model knows: cues and n-grams, each with an id. */
export class Vocabulary {
  constructor(
    readonly trie: Trie,
    /** Where no string begins. */
    readonly beginnings: Starts,
    /** Number of strings; ids are 0 to size − 1. */
    readonly size: number,
    /** Number of cues; they have the ids below it. */
    readonly cues: number,
  ) {}

  /** `strings` begins with its cues. */
  static of(strings: readonly string[], cues: number): Vocabulary {
    const trie = Trie.build(strings.map((string, id) => [string, id] as const))
    return new Vocabulary(trie, Starts.of(trie), strings.length, cues)
  }

  /**
   * Finds the strings at every place of a span, with repeats, and puts them behind those that were found before.
   * Of cues only those that lie within no other: 环境保护税 speaks of taxes, and its 环境保护 is not heard.
   */
  find(codes: Uint16Array, { start, end }: Span, found: Found): void {
    const { alphabet, cells } = this.trie
    const { cues, beginnings } = this
    const root = cells[0]!
    let { ids, starts, count } = found
    // end of the cues so far: one that ends no later lies within another
    let reach = start
    for (let from = start; from < end; from++) {
      if (!beginnings.may(codes[from]!, from + 1 < end ? codes[from + 1]! : 0)) continue
      if (count + MAX_AT_PLACE > ids.length) {
        found.count = count
        found.grow()
        ;({ ids, starts } = found)
      }
      let base = root
      let cueAt = -1
      for (let at = from; at < end; at++) {
        const letter = alphabet[codes[at]!]!
        if (letter === 0) break
        const cell = (base + letter) << 1
        const label = cells[cell | 1]!
        if ((label & LETTER) !== letter) break
        base = cells[cell]!
        const last = base < 0
        if (last || label & ENDS) {
          const id = last ? ~base : ~cells[base << 1]!
          if (id >= cues) {
            starts[count] = from
            ids[count++] = id
          } else if (at >= reach) {
            reach = at + 1
            // a longer cue takes the place of a shorter one that begins with it
            if (cueAt < 0) cueAt = count++
            starts[cueAt] = from
            ids[cueAt] = id
          }
        }
        if (last) break
      }
    }
    found.count = count
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
}
