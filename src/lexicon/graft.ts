import { ENDS, FREE, LETTER, Trie, VALUE } from './trie.js'

/** Places that a node looks at before the search for others of its size gives up on what lies behind. */
const MAX_TRIES = 100

interface Group {
  slot: number
  first: number
  last: number
  depth: number
}

/** Adds keys to a copy of a trie and takes keys out. The cost grows with the keys that change, but for one pass over what is there. */
export class Graft {
  private readonly alphabet: Uint16Array
  private letters: number
  private cells: Int32Array
  /** The children of a node as a chain of slots: the first by the node's base, the others by slot; 0 ends it. */
  private first: Int32Array
  private next: Int32Array
  private usedBases: Uint8Array
  private top: number
  /** By the number of bits of a node's child count: where the search for its place begins. */
  private readonly from = new Int32Array(18)

  constructor(trie: Trie) {
    const slots = trie.cells.length >> 1
    this.alphabet = trie.alphabet.slice()
    this.letters = this.alphabet.reduce((most, letter) => Math.max(most, letter), 0)
    this.cells = trie.cells.slice()
    this.first = new Int32Array(slots)
    this.next = new Int32Array(slots)
    this.usedBases = new Uint8Array(slots)
    this.top = slots - this.letters - 1
    this.from.fill(this.top + 1)
    for (let slot = 0; slot <= this.top; slot++) {
      const label = this.cells[slot * 2 + 1]!
      if (label === FREE) continue
      if (this.cells[slot * 2]! >= 0) this.usedBases[this.cells[slot * 2]!] = 1
      if (slot > 0) this.link(slot - letterOf(label), slot)
    }
  }

  /** The trie as it stands, valid until the next change; it lacks the padding, so that only its own methods may walk it. */
  get trie(): Trie {
    return new Trie(this.alphabet, this.cells)
  }

  /** Sets the values of keys, which are not empty. */
  add(values: ReadonlyMap<string, number>): void {
    const keys = [...values.keys()].sort()
    const groups: Group[] = [{ slot: 0, first: 0, last: keys.length, depth: 0 }]
    for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
      const { slot, last, depth } = group
      let { first } = group
      if (last - first === 1) {
        this.addTail(slot, keys[first]!, depth, values.get(keys[first]!)!)
        continue
      }
      if (first < last && keys[first]!.length === depth) this.setValue(slot, values.get(keys[first++]!)!)
      if (first === last) continue
      const letters: number[] = []
      const starts: number[] = []
      for (let code = -1; first < last; first++) {
        if (keys[first]!.charCodeAt(depth) === code) continue
        code = keys[first]!.charCodeAt(depth)
        letters.push(this.toLetter(code))
        starts.push(first)
      }
      const base = this.addChildren(slot, letters)
      for (let i = 0; i < letters.length; i++) {
        groups.push({ slot: base + letters[i]!, first: starts[i]!, last: starts[i + 1] ?? last, depth: depth + 1 })
      }
    }
  }

  /** The rest of a key that shares its next letter with no other new one. */
  private addTail(from: number, key: string, depth: number, value: number): void {
    let slot = from
    for (let at = depth; at < key.length; at++) {
      const letter = this.toLetter(key.charCodeAt(at))
      const base = this.cells[slot * 2]!
      if (base >= 0 && letterOf(this.label(base + letter)) === letter) slot = base + letter
      else slot = this.addChildren(slot, [letter]) + letter
    }
    this.setValue(slot, value)
  }

  /** Gives a key that is there another value. */
  replace(key: string, value: number): void {
    const slot = this.find(key)
    if (slot > 0) this.setValue(slot, value)
  }

  /** Does nothing where the key is absent. */
  delete(key: string): void {
    const slot = this.find(key)
    if (slot < 0) return
    const base = this.cells[slot * 2]!
    if (base < 0) this.release(slot)
    else if (this.label(slot) & ENDS) {
      this.cells[slot * 2 + 1]! &= ~ENDS
      this.release(base)
    }
  }

  /** The altered trie; the graft is spent. */
  finish(): Trie {
    const slots = this.top + this.letters + 1
    this.reserve(slots)
    return new Trie(this.alphabet, this.cells.slice(0, slots * 2))
  }

  private find(key: string): number {
    let slot = 0
    for (let i = 0; i < key.length; i++) {
      const base = this.cells[slot * 2]!
      const letter = this.alphabet[key.charCodeAt(i)]!
      if (base < 0 || letter === 0 || (this.label(base + letter) & LETTER) !== letter) return -1
      slot = base + letter
    }
    return slot
  }

  private label = (slot: number): number => (slot <= this.top ? this.cells[slot * 2 + 1]! : FREE)

  private toLetter(code: number): number {
    this.alphabet[code] ||= ++this.letters
    return this.alphabet[code]!
  }

  private setValue(slot: number, value: number): void {
    const base = this.cells[slot * 2]!
    if (base < 0) this.cells[slot * 2] = ~value
    else {
      const own = this.addChildren(slot, [0])
      this.cells[slot * 2 + 1]! |= ENDS
      this.cells[own * 2] = ~value
    }
  }

  /** Gives a node the children it lacks, and room for them; returns its base. Letter 0 stands for the slot of the node's own value. */
  private addChildren(slot: number, letters: readonly number[]): number {
    const old = this.cells[slot * 2]!
    if (old < 0) return this.addFirstChildren(slot, letters)
    const missing = letters.filter(letter => letterOf(this.label(old + letter)) !== letter)
    if (missing.length === 0) return old
    const base = missing.every(letter => this.label(old + letter) === FREE) ? old : this.relocate(slot, missing)
    for (const letter of missing) this.take(base, letter)
    return base
  }

  /** A leaf becomes an inner node; its value, if it has one, moves into a slot of its own. */
  private addFirstChildren(slot: number, letters: readonly number[]): number {
    const value = this.cells[slot * 2]!
    const base = this.claimBase(slot, value === BARE ? letters : [0, ...letters])
    if (value !== BARE) {
      this.cells[this.take(base, 0) * 2] = value
      this.cells[slot * 2 + 1]! |= ENDS
    }
    for (const letter of letters) this.take(base, letter)
    return base
  }

  /** Moves the children of a node to where there is room for more. */
  private relocate(slot: number, letters: readonly number[]): number {
    const old = this.cells[slot * 2]!
    const children: number[] = []
    for (let child = this.first[old]!; child > 0; child = this.next[child]!) children.push(child)
    const base = this.claimBase(slot, [...letters, ...children.map(child => child - old)])
    for (const child of children) {
      const moved = this.take(base, child - old)
      this.cells[moved * 2] = this.cells[child * 2]!
      this.cells[moved * 2 + 1] = this.cells[child * 2 + 1]!
      this.cells[child * 2 + 1] = FREE
    }
    this.first[old] = 0
    this.usedBases[old] = 0
    return base
  }

  private claimBase(slot: number, letters: readonly number[]): number {
    const lowest = letters.reduce((least, letter) => Math.min(least, letter))
    const base = this.findBase(letters, lowest)
    this.reserve(base + this.letters + 1)
    this.usedBases[base] = 1
    this.cells[slot * 2] = base
    return base
  }

  private findBase(letters: readonly number[], lowest: number): number {
    const { usedBases, cells, top } = this
    const size = 32 - Math.clz32(letters.length - 1)
    let place = Math.max(this.from[size]!, lowest + 1)
    while (place <= top && cells[(place << 1) | 1] !== FREE) place++
    this.from[size] = place
    for (let tries = 1; ; place++) {
      const base = place - lowest
      if ((place <= top && cells[(place << 1) | 1] !== FREE) || usedBases[base]) continue
      if (letters.length === 1 || letters.every(letter => this.label(base + letter) === FREE)) return base
      if (++tries > MAX_TRIES) this.from[size] = place
    }
  }

  private take(base: number, letter: number): number {
    const slot = base + letter
    this.reserve(slot + 1)
    this.top = Math.max(this.top, slot)
    this.cells[slot * 2] = BARE
    this.cells[slot * 2 + 1] = letter || VALUE
    this.link(base, slot)
    return slot
  }

  private release(slot: number): void {
    const base = slot - letterOf(this.label(slot))
    let before = this.first[base]!
    if (before === slot) this.first[base] = this.next[slot]!
    else {
      while (this.next[before] !== slot) before = this.next[before]!
      this.next[before] = this.next[slot]!
    }
    this.cells[slot * 2 + 1] = FREE
  }

  private link(base: number, slot: number): void {
    this.next[slot] = this.first[base]!
    this.first[base] = slot
  }

  private reserve(slots: number): void {
    const old = this.cells.length >> 1
    if (slots <= old) return
    const capacity = slots + (slots >> 2)
    const grow = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.cells = grow(this.cells, new Int32Array(capacity * 2)).fill(FREE, old * 2)
    this.first = grow(this.first, new Int32Array(capacity))
    this.next = grow(this.next, new Int32Array(capacity))
    this.usedBases = grow(this.usedBases, new Uint8Array(capacity))
  }
}

/** Base of a slot that was just taken: neither a node's base nor `~value`. */
const BARE = -0x80000000

/** 0 for the slot of a value; a free slot has none that a letter could equal. */
const letterOf = (label: number): number => (label === VALUE ? 0 : label & LETTER)
