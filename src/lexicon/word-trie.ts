import { hashPair } from './pairs.js'
import { ENDS, FREE as FREE_CELL, LETTER as TRIE_LETTER, type Trie, VALUE } from './trie.js'

/** In a label, the letter; above it the place of the weight of the word that ends there, 0 where none does. */
export const LETTER = 0xffff
export const PLACE_SHIFT = 16
/** The letter of a free slot. */
const FREE = LETTER
/** Below the base of a node, one bit for each remainder of its children's letters by eight. */
export const BASE_SHIFT = 8
export const SIGNATURE = 7

/** So many bits of the hash of a pair make its place in the table of pairs, which stays in a core's own cache. */
const PAIR_BITS = 20
export const PAIR_SHIFT = 32 - PAIR_BITS
/** Some word begins with this pair of code units; some word has it behind its first one. */
export const BEGINS = 1
export const GOES_ON = 2

/**
 * The words of a segmenter, laid out for few looks at memory: most of the pairs of characters that a text has side by side begin no word.
 *
 * The slots are those of a `Trie`, but both cells are packed: the first has a node's base with the signature of its children's letters,
 * so that a walk mostly ends before it looks at a slot that is not there; the second has the slot's letter and the place of the word's weight.
 */
export class WordTrie {
  constructor(
    readonly alphabet: Uint16Array,
    readonly cells: Int32Array,
    /** BEGINS and GOES_ON by the hash of a pair, sixteen pairs a cell. */
    readonly pairs: Int32Array,
  ) {}

  /** Of a trie whose values are places of weights, 1 at least. @throws RangeError for 65 535 letters or places and more */
  static of({ alphabet, cells }: Trie): WordTrie {
    const packed = new Int32Array(cells.length)
    const parents = new Map<number, number>()
    for (let slot = 0; slot << 1 < cells.length; slot++) {
      const base = cells[slot << 1]!
      const label = cells[(slot << 1) | 1]!
      const isNode = label !== FREE_CELL && label !== VALUE
      const place = base < 0 ? ~base : label & ENDS ? ~cells[base << 1]! : 0
      if (isNode && Math.max(label & TRIE_LETTER, place) >= FREE) throw new RangeError('A dictionary has too many letters or weights.')
      packed[(slot << 1) | 1] = isNode ? (label & TRIE_LETTER) | (place << PLACE_SHIFT) : FREE
      if (!isNode || base < 0) continue
      packed[slot << 1] = base << BASE_SHIFT
      parents.set(base, slot)
    }
    const pairs = new Int32Array(1 << (PAIR_BITS - 4))
    const codes = new Uint16Array(65536)
    for (let code = 0; code < alphabet.length; code++) codes[alphabet[code]!] = code
    const letterAt = (slot: number): number => packed[(slot << 1) | 1]! & LETTER
    for (let slot = 1; slot << 1 < cells.length; slot++) {
      const letter = letterAt(slot)
      if (letter === FREE) continue
      // no two nodes share a base, so that a slot's letter alone tells whose child it is
      const parent = parents.get(slot - letter)!
      packed[parent << 1]! |= 1 << (letter & SIGNATURE)
      if (parent === 0) continue
      const before = letterAt(parent)
      const pair = hashPair(codes[before]!, codes[letter]!) >>> PAIR_SHIFT
      pairs[pair >>> 4]! |= (parents.get(parent - before) === 0 ? BEGINS : GOES_ON) << ((pair & 15) << 1)
    }
    return new WordTrie(alphabet, packed, pairs)
  }

  /** Whether some word may begin with the pair of this hash. */
  begins(hash: number): boolean {
    const pair = hash >>> PAIR_SHIFT
    return ((this.pairs[pair >>> 4]! >>> ((pair & 15) << 1)) & BEGINS) !== 0
  }

  /** Slot that the code units of a key lead to, -1 where no word begins with them. */
  find(key: string): number {
    if (key.length > 1 && !this.begins(hashPair(key.charCodeAt(0), key.charCodeAt(1)))) return -1
    let slot = 0
    for (let i = 0; i < key.length && slot >= 0; i++) slot = this.step(slot, key.charCodeAt(i))
    return slot
  }

  /** Slot that a code unit leads to from `slot` (the root is 0), -1 where there is none. */
  step(slot: number, code: number): number {
    const letter = this.alphabet[code]!
    const node = this.cells[slot << 1]!
    if (((node >>> (letter & SIGNATURE)) & 1) === 0) return -1
    const next = (node >>> BASE_SHIFT) + letter
    return (this.cells[(next << 1) | 1]! & LETTER) === letter ? next : -1
  }

  /** Place of the weight of the word that ends at a slot, 0 where none does. */
  placeAt(slot: number): number {
    return this.cells[(slot << 1) | 1]! >>> PLACE_SHIFT
  }

  /** The trie without the words that end at these slots; itself where none does. */
  without(slots: readonly number[]): WordTrie {
    const ending = slots.filter(slot => slot > 0 && this.placeAt(slot) > 0)
    if (ending.length === 0) return this
    const cells = this.cells.slice()
    for (const slot of ending) cells[(slot << 1) | 1]! &= LETTER
    return new WordTrie(this.alphabet, cells, this.pairs)
  }
}
