import { type Additions, ROOT } from '../lexicon/additions.js'
import { ENDS, LETTER } from '../lexicon/trie.js'
import { WEIGHT_SHIFT, type Words } from '../lexicon/words.js'
import { CLASSES, DIGIT, isHigh, isLow, LATIN } from './chars.js'

/** Between these stand the Han characters and nothing that needs a closer look. */
const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff
/** Base of a character that begins no longer word. */
const NO_BASE = -1

/**
 * The most probable way through a unit of text, as jieba finds it: from the right, at every place the word that makes the
 * whole rest most probable, the shorter one where two are equal.
 */
export class Route {
  private readonly alphabet: Uint16Array
  private readonly cells: Int32Array
  private readonly weights: Float64Array
  private readonly unknown: number
  /** By letter: weight of the character alone, and base of the node it leads to. */
  private readonly singles: Float64Array
  private readonly bases: Int32Array
  private readonly added: Additions | undefined
  /** By place in the unit: letter of the trie, length of the word taken there, log probability from there to the end. */
  private letters = new Uint16Array(1024)
  private lengths = new Int32Array(1024)
  private best = new Float64Array(1025)
  /** Places where words of a user may begin, and how many of them are still to come. */
  private marks = new Int32Array(1024)
  private marked = 0

  constructor(
    { trie, weights, meta, added }: Words,
    /** Whether runs of Latin letters and digits stay whole. */
    private readonly keepsRuns: boolean,
  ) {
    this.alphabet = trie.alphabet
    this.cells = trie.cells
    this.weights = weights
    this.unknown = meta.unknown
    const letters = trie.alphabet.reduce((most, letter) => Math.max(most, letter), 0)
    this.singles = new Float64Array(letters + 1).fill(meta.unknown)
    this.bases = new Int32Array(letters + 1).fill(NO_BASE)
    const root = trie.cells[0]!
    for (let letter = 1; letter <= letters; letter++) {
      const label = trie.cells[((root + letter) << 1) | 1]!
      if ((label & LETTER) !== letter) continue
      if (label & ENDS) this.singles[letter] = weights[label >>> WEIGHT_SHIFT]!
      this.bases[letter] = Math.max(trie.cells[(root + letter) << 1]!, NO_BASE)
    }
    this.added = added
    // a character that no word of the base has keeps the weight of the unknown: it begins nothing that could compete
    for (const [code, weight] of added?.singles ?? []) if (this.alphabet[code]! > 0) this.singles[this.alphabet[code]!] = weight
  }

  /** Writes the ends of the words of `codes[from, to)` into `ends` from place `count` on; returns the place behind the last. */
  cut(codes: Uint16Array, from: number, to: number, ends: Uint32Array, count: number): number {
    const length = to - from
    if (length > this.letters.length) this.grow(length)
    if (this.added === undefined) this.read(codes, from, length)
    else this.readAndMark(this.added, codes, from, length)
    this.weigh(codes, from, length)
    const lengths = this.lengths
    for (let i = 0; i < length; ) {
      i += lengths[i]!
      ends[count++] = from + i
    }
    return count
  }

  private read(codes: Uint16Array, from: number, length: number): void {
    const { alphabet, letters } = this
    for (let i = 0; i < length; i++) letters[i] = alphabet[codes[from + i]!]!
  }

  /** Also notes the places where words of a user may begin, which are few. */
  private readAndMark(added: Additions, codes: Uint16Array, from: number, length: number): void {
    const { alphabet, letters, marks } = this
    let marked = 0
    let before = 0
    for (let i = 0; i < length; i++) {
      const code = codes[from + i]!
      letters[i] = alphabet[code]!
      if (added.may(before, code) && i > 0) marks[marked++] = i - 1
      before = code
    }
    this.marked = marked
  }

  private weigh(codes: Uint16Array, from: number, length: number): void {
    const { letters, lengths, best, singles, bases, cells, weights } = this
    best[length] = 0
    let mark = this.lastMark()
    for (let start = length - 1; start >= 0; start--) {
      const code = codes[from + start]!
      let taken = 1
      if (code < HAN_FIRST || code > HAN_LAST) {
        taken = this.atomLength(codes, from, start)
        for (let inside = taken; inside > 1; inside--) best[start--] = Number.NEGATIVE_INFINITY
      }
      const first = letters[start]!
      let most = (taken === 1 ? singles[first]! : this.unknown) + best[start + taken]!
      let base = bases[first]!
      for (let end = start + 1; base >= 0 && end < length; ) {
        const letter = letters[end++]!
        const cell = (base + letter) << 1
        const label = cells[cell | 1]!
        // no slot bears the label 0, so that a code outside the alphabet fails like any other
        if ((label & LETTER) !== letter) break
        base = cells[cell]!
        if (label & ENDS) {
          const weight = weights[label >>> WEIGHT_SHIFT]! + best[end]!
          if (weight > most) {
            most = weight
            taken = end - start
          }
        }
      }
      best[start] = most
      lengths[start] = taken
      if (mark >= start) mark = this.weighAdded(codes, from, start, length)
    }
  }

  private lastMark = (): number => (this.marked > 0 ? this.marks[this.marked - 1]! : -1)

  /** Takes the word of a user's at a place that makes the rest more probable, if there is one; returns the mark before it. */
  private weighAdded(codes: Uint16Array, from: number, start: number, length: number): number {
    const { lengths, best } = this
    const added = this.added!
    while (this.lastMark() > start) this.marked--
    if (this.lastMark() < start) return this.lastMark()
    for (let slot = ROOT, end = start; end < length; ) {
      slot = added.step(slot, codes[from + end++]!)
      if (slot < 0) break
      const weight = added.weightAt[slot]! + best[end]!
      if (weight > best[start]!) {
        best[start] = weight
        lengths[start] = end - start
      }
    }
    this.marked--
    return this.lastMark()
  }

  /** Length of what ends at `last` and must not be split: a surrogate pair, a run of letters and digits, or one character. */
  private atomLength(codes: Uint16Array, from: number, last: number): number {
    const code = codes[from + last]!
    if (isLow(code)) return last > 0 && isHigh(codes[from + last - 1]!) ? 2 : 1
    if (!this.keepsRuns || !(CLASSES[code]! & (LATIN | DIGIT))) return 1
    let start = last
    while (start > 0 && CLASSES[codes[from + start - 1]!]! & (LATIN | DIGIT)) start--
    return last - start + 1
  }

  private grow(length: number): void {
    this.letters = new Uint16Array(length)
    this.lengths = new Int32Array(length)
    this.marks = new Int32Array(length)
    this.best = new Float64Array(length + 1)
  }
}
