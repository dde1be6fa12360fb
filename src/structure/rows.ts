import type { Source } from '../types.js'
import { charSet, isDigit, isIdeograph, isOf, SEMICOLON, STOP, trimEnd } from './chars.js'
import { type Line, lineOf } from './lines.js'
import { Family, type Ordinal, UNITS } from './ordinals.js'

const [XU, HAO, COMMA] = [...'序号，'].map(character => character.charCodeAt(0))
const OPENERS = charSet('“《「')
/** What a count is of: 3项, 2家. */
const COUNTED = charSet('项家条类户所件次名期批')
/** How far a row is searched for a sentence; a row without one lists names or figures. */
const ROW = 300

/**
 * Rows of tables whose cells were run together (序号措施内容1甲…。2乙…。) or put on lines of their own, where such a table is an enclosure of its own.
 * Each row begins with the number after that of the row before.
 */
export class Rows {
  /** Number of the next row; 0 outside of a table. */
  private next = 0
  /** Whether no item has come since an enclosure was opened. */
  private free = true

  constructor(private readonly source: Source) {}

  /** Whether a line belongs to a table; asked of every line in order. */
  takes({ kind, ordinal, start }: Line): boolean {
    if (kind === 'attachment') this.free = true
    else if (ordinal) this.free = false
    if (kind === 'attachment' || ordinal) this.next = 0
    else if (this.free && this.opensTable(start)) this.next = 1
    return this.next > 0
  }

  /** The rows that begin inside a line of a table, and what stands before the first. */
  split(line: Line): Line[] {
    if (line.kind === 'furniture') return [line]
    const { start, end } = line
    const { codes } = this.source
    const pieces: Line[] = []
    let from = start
    let ordinal: Ordinal | undefined
    const add = (to: number) => {
      const stop = trimEnd(codes, from, to)
      const kind = ordinal ? 'item' : this.opensTable(from) ? 'attachment' : 'text'
      if (stop > from) pieces.push(lineOf(from, stop, kind, ordinal))
    }
    for (let at = start; at < end; at++) {
      const next = isDigit(codes[at]) ? this.numberEnd(at, end) : 0
      if (next === 0 || !this.beginsRow(start, at, next, end)) continue
      add(at)
      from = at
      ordinal = this.take(at, next)
    }
    add(end)
    return pieces
  }

  /** A row whose number has a line of its own, with the cell below it. */
  alone({ start, end }: Line, below: Line | undefined): Line | undefined {
    if (!below || this.numberEnd(start, end) !== end || !this.hasSentence(below.start)) return undefined
    return lineOf(start, below.end, 'item', this.take(start, below.start))
  }

  private opensTable(at: number): boolean {
    const { codes } = this.source
    return codes[at] === XU && codes[at + 1] === HAO
  }

  private take(start: number, end: number): Ordinal {
    return { family: Family.arabic, value: this.next++, start, end }
  }

  /** Behind the number of the next row, where it stands at `at`; else 0. */
  private numberEnd(at: number, end: number): number {
    const { codes } = this.source
    if (isDigit(codes[at - 1])) return 0
    const digits = String(this.next)
    for (let i = 0; i < digits.length; i++) if (at + i >= end || codes[at + i] !== digits.charCodeAt(i)) return 0
    return isDigit(codes[at + digits.length]) && at + digits.length < end ? 0 : at + digits.length
  }

  private beginsRow(start: number, at: number, next: number, end: number): boolean {
    const { codes } = this.source
    const c = codes[next]
    if (next >= end || !(isIdeograph(c) || OPENERS.has(c)) || UNITS.has(c) || COUNTED.has(c)) return false
    const ground = at === start || isOf(codes[at - 1], STOP) || (this.next === 1 && isIdeograph(codes[at - 1]))
    return ground && this.hasSentence(next)
  }

  private hasSentence(from: number): boolean {
    const { codes } = this.source
    const limit = Math.min(codes.length, from + ROW)
    for (let i = from; i < limit; i++) if (isOf(codes[i], STOP | SEMICOLON) || codes[i] === COMMA) return true
    return false
  }
}
