/** Where every walk begins; no slot has this number. */
export const ROOT = -1

/** How much larger than its content the table is at least. */
const LEAST_ROOM = 4 / 3
/** 2³² over the golden ratio: spreads neighbouring keys over the table. */
const SPREAD = 0x9e3779b1

/**
 * A trie whose steps stand in one hash table: building it costs no more than an insertion a character, where the double array that a
 * dictionary is compiled to walks faster and takes long to build. `cells` has two cells a slot: the slot that the step comes from, and the
 * code unit plus one (0: free). A node is the slot of the step that leads to it.
 */
export class Steps {
  /** Number of slots. */
  readonly size: number
  private readonly cells: Int32Array
  private readonly mask: number
  private readonly shift: number

  /** `characters`: how many all words together have at most. */
  constructor(characters: number) {
    const bits = Math.max(4, 32 - Math.clz32(Math.ceil(characters * LEAST_ROOM)))
    this.size = 1 << bits
    this.mask = this.size - 1
    this.shift = 32 - bits
    this.cells = new Int32Array(2 * this.size)
  }

  /** Slot that a code unit leads to from `slot`, -1 where there is none. */
  step(slot: number, code: number): number {
    const at = this.locate(slot, code)
    return this.cells[(at << 1) | 1] === 0 ? -1 : at
  }

  /** Slot of a step that is there from now on. */
  insert(slot: number, code: number): number {
    const at = this.locate(slot, code)
    this.cells[at << 1] = slot
    this.cells[(at << 1) | 1] = code + 1
    return at
  }

  /** Slot of a step, or the free one where it belongs; a quarter of the slots is free at least. */
  private locate(slot: number, code: number): number {
    const { cells, mask } = this
    let at = Math.imul(Math.imul(slot, SPREAD) ^ code, SPREAD) >>> this.shift
    for (let label = cells[(at << 1) | 1]!; label !== 0; label = cells[(at << 1) | 1]!) {
      if (label === code + 1 && cells[at << 1] === slot) break
      at = (at + 1) & mask
    }
    return at
  }
}
