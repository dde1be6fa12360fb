/**
 * A double-array trie over UTF-16 code units that opens by view.
 *
 * `alphabet` renumbers code units by how many keys use them (0: in no key), so that the array stays dense.
 * `cells` has two cells a slot: base and label. The child of a node with base b along letter c stands at slot b + c and carries the label c;
 * since no two nodes share a base, the label alone proves the parent. A leaf stores `~value` as its base. An inner node that ends a key
 * has ENDS set in its label and stores `~value` as the base of slot b, which carries the label VALUE.
 * The array is padded by one alphabet, so that no step needs a bounds check.
 */
export class Trie {
  constructor(
    readonly alphabet: Uint16Array,
    readonly cells: Int32Array,
  ) {}

  /** Builds a trie. Keys are not empty; of equal keys the last wins; values are integers of 0 to 2³¹ − 1. */
  static build(entries: Iterable<readonly [key: string, value: number]>): Trie {
    const values = new Map(entries)
    const { alphabet, letters } = assignLetters(values.keys())
    const encoded = Array.from(values, ([key, value]) => ({ letters: encode(key, alphabet), value }))
    encoded.sort((a, b) => (a.letters < b.letters ? -1 : 1))
    return new Trie(alphabet, new Builder(encoded, letters).build())
  }

  /** Value of a key, -1 where it is absent. */
  get(key: string): number {
    const slot = this.find(key)
    return slot < 0 ? -1 : this.valueAt(slot)
  }

  /** Slot that the code units of a key lead to, -1 where no key begins with them. */
  find(key: string): number {
    let slot = 0
    for (let i = 0; i < key.length && slot >= 0; i++) slot = this.step(slot, key.charCodeAt(i))
    return slot
  }

  /** Slot that a code unit leads to from `slot` (the root is 0), -1 where there is none. */
  step(slot: number, code: number): number {
    const letter = this.alphabet[code]!
    const base = this.cells[slot << 1]!
    if (base < 0 || letter === 0) return -1
    const next = base + letter
    return (this.cells[(next << 1) | 1]! & LETTER) === letter ? next : -1
  }

  /** Value of the key that ends at `slot`, -1 where none does. */
  valueAt(slot: number): number {
    const base = this.cells[slot << 1]!
    if (base < 0) return ~base
    return this.cells[(slot << 1) | 1]! & ENDS ? ~this.cells[base << 1]! : -1
  }
}

/** Set in the label of an inner node that ends a key. */
export const ENDS = 0x40000
/** Labels are compared under this mask; VALUE and FREE never equal a letter. */
export const LETTER = 0x3ffff
export const VALUE = 0x20000
export const FREE = -1
/** Places that a node looks at before the search for others of its size gives up on what lies behind. */
const MAX_TRIES = 4000

/** Letters of the code units that keys use: the more use one, the lower. */
function assignLetters(keys: Iterable<string>): { alphabet: Uint16Array; letters: number } {
  const counts = new Map<number, number>()
  for (const key of keys) {
    for (let i = 0; i < key.length; i++) counts.set(key.charCodeAt(i), (counts.get(key.charCodeAt(i)) ?? 0) + 1)
  }
  const alphabet = new Uint16Array(65536)
  const used = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  for (const [rank, [code]] of used.entries()) alphabet[code] = rank + 1
  return { alphabet, letters: used.length }
}

function encode(key: string, alphabet: Uint16Array): string {
  let letters = ''
  for (let i = 0; i < key.length; i++) letters += String.fromCharCode(alphabet[key.charCodeAt(i)]!)
  return letters
}

interface EncodedKey {
  letters: string
  value: number
}

interface Node {
  slot: number
  first: number
  last: number
  depth: number
}

/** Places the nodes breadth first; free slots are chained, so that a base is found by walking what is free. */
class Builder {
  private cells = new Int32Array(0)
  private next = new Int32Array(0)
  private previous = new Int32Array(0)
  private usedBases = new Uint8Array(0)
  private capacity = 0
  private top = 0
  /** By the number of bits of a node's child count: where its search begins. Smaller nodes fill the holes that larger ones leave. */
  private readonly from = new Int32Array(18)

  constructor(
    private readonly keys: readonly EncodedKey[],
    private readonly letters: number,
  ) {}

  build(): Int32Array {
    this.grow(Math.max(64, this.keys.length * 2 + this.letters))
    this.take(0, 0)
    this.cells[0] = 0
    const queue: Node[] = [{ slot: 0, first: 0, last: this.keys.length, depth: 0 }]
    for (let head = 0; head < queue.length; head++) this.place(queue[head]!, queue)
    return this.cells.slice(0, (this.top + this.letters + 1) * 2)
  }

  private place({ slot, first, last, depth }: Node, queue: Node[]): void {
    const ends = first < last && this.keys[first]!.letters.length === depth
    const children: number[] = ends ? [0] : []
    const starts: number[] = ends ? [first] : []
    for (let i = ends ? first + 1 : first; i < last; i++) {
      const letter = this.keys[i]!.letters.charCodeAt(depth)
      if (letter === children[children.length - 1]) continue
      children.push(letter)
      starts.push(i)
    }
    if (children.length === 0) return
    if (ends && children.length === 1) {
      this.cells[slot * 2] = ~this.keys[first]!.value
      return
    }
    const base = this.findBase(children)
    this.usedBases[base] = 1
    this.cells[slot * 2] = base
    for (const [i, letter] of children.entries()) {
      const child = base + letter
      this.take(child, letter || VALUE)
      if (letter) queue.push({ slot: child, first: starts[i]!, last: starts[i + 1] ?? last, depth: depth + 1 })
      else this.cells[child * 2] = ~this.keys[first]!.value
    }
    if (ends) this.cells[slot * 2 + 1]! |= ENDS
  }

  private findBase(children: readonly number[]): number {
    const size = 32 - Math.clz32(children.length - 1)
    const anchor = children[0]!
    let tries = 0
    for (let free = this.next[this.from[size]!]!; ; free = this.next[free]!) {
      if (free + this.letters + 1 >= this.capacity) this.grow(this.capacity * 2)
      const base = free - anchor
      if (base <= 0 || this.usedBases[base]) continue
      if (children.every(letter => this.cells[(base + letter) * 2 + 1] === FREE)) return base
      if (++tries > MAX_TRIES) this.from[size] = free
    }
  }

  private take(slot: number, label: number): void {
    this.cells[slot * 2 + 1] = label
    this.top = Math.max(this.top, slot)
    if (slot === 0) return
    this.next[this.previous[slot]!] = this.next[slot]!
    this.previous[this.next[slot]!] = this.previous[slot]!
  }

  private grow(capacity: number): void {
    const from = Math.max(this.capacity, 1)
    const extend = <T extends Int32Array | Uint8Array>(old: T, grown: T): T => {
      grown.set(old)
      return grown
    }
    this.cells = extend(this.cells, new Int32Array(capacity * 2)).fill(FREE, this.capacity * 2)
    this.next = extend(this.next, new Int32Array(capacity + 1))
    this.previous = extend(this.previous, new Int32Array(capacity + 1))
    this.usedBases = extend(this.usedBases, new Uint8Array(capacity))
    // slot 0 heads the chain of free slots, slot `capacity` closes it
    const tail = this.previous[from]!
    for (let slot = from; slot <= capacity; slot++) {
      this.previous[slot] = slot === from ? tail : slot - 1
      this.next[slot] = slot + 1
    }
    this.next[tail] = from
    this.capacity = capacity
  }
}
