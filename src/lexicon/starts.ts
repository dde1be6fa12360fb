import { LETTER, type Trie } from './trie.js'

/** Bits of the table of pairs; some ten thousand pairs leave it sparse, and it still fits into a core's own cache. */
const PAIR_BITS = 18

/**
 * Tells by two code units where no name of a trie begins, so that a scan walks the trie only where one may.
 * It may let a pair through that begins no name, and keeps none back that does.
 */
export class Starts {
  constructor(
    /** Pairs of code units that names begin with, one bit for each hash. */
    readonly pairs: Int32Array,
    /** 1 for each code unit that is a name by itself. */
    readonly alone: Uint8Array,
  ) {}

  static of(trie: Trie): Starts {
    const { alphabet, cells } = trie
    const starts = new Starts(new Int32Array(1 << (PAIR_BITS - 5)), new Uint8Array(65536))
    const codes = new Uint16Array(65536)
    for (let code = 0; code < alphabet.length; code++) codes[alphabet[code]!] = code
    const letters = codes.length
    const firstByBase = new Map<number, number>()
    for (let letter = 1; letter < letters && codes[letter] !== 0; letter++) {
      const slot = trie.step(0, codes[letter]!)
      if (slot < 0) continue
      if (trie.valueAt(slot) >= 0) starts.alone[codes[letter]!] = 1
      if (cells[slot << 1]! >= 0) firstByBase.set(cells[slot << 1]!, codes[letter]!)
    }
    // no two nodes share a base, so that a slot's letter alone tells whose child it is
    for (let slot = 1; slot << 1 < cells.length; slot++) {
      const letter = cells[(slot << 1) | 1]! & LETTER
      const first = letter > 0 && letter < letters ? firstByBase.get(slot - letter) : undefined
      if (first !== undefined) starts.add(hash(first, codes[letter]!))
    }
    return starts
  }

  private add(pair: number): void {
    this.pairs[pair >> 5]! |= 1 << (pair & 31)
  }

  /** Whether a name may begin with `first` where `second` follows. */
  may(first: number, second: number): boolean {
    const pair = hash(first, second)
    return ((this.pairs[pair >> 5]! >>> (pair & 31)) & 1) === 1 || this.alone[first] === 1
  }
}

const hash = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ second) & ((1 << PAIR_BITS) - 1)
