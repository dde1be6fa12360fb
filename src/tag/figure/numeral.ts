import { charTable } from '../../text/char-table.js'
import { parseNumeral } from '../../text/numerals.js'
import type { Source, Span } from '../../types.js'

/** Classes of characters that numerals are made of; the first four make up the bulk of every numeral. */
export const DIGIT = 1
export const HAN_DIGIT = 2
const SMALL_UNIT = 3
export const BIG_UNIT = 4
export const VAGUE_HEAD = 5
/** Letters that stand for digits where a text was read from paper: lO万元. */
export const LETTER = 6
export const VAGUE_TAIL = 7
export const BLANK = 8
/** What parts the cells of a table: tabs and strokes. */
export const BORDER = 9

export const CLASS = charTable(
  ['0123456789', DIGIT],
  ['零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖貳兩參陸', HAN_DIGIT],
  ['十百千拾佰仟', SMALL_UNIT],
  ['万亿兆萬億', BIG_UNIT],
  ['几数幾數', VAGUE_HEAD],
  ['多余來来餘', VAGUE_TAIL],
  ['Il', LETTER],
  [' \n\r\u3000\u00a0', BLANK],
  ['\t|', BORDER],
)

/** Longest numeral that is read, in code units; a longer run is passed over as a whole. */
const LONGEST = 48
const NEWLINE = 10
const code = (character: string): number => character.charCodeAt(0)
const [DOT, COMMA, WIDE_COMMA, POINT] = ['.', ',', '，', '点'].map(code)
const [SMALL_A, SMALL_K, SMALL_Z] = ['a', 'k', 'z'].map(code) as [number, number, number]
const [SHI, SHI_CAPITAL, ZERO, SPACE] = ['十', '拾', '0', ' '].map(code)

export interface Numeral extends Span {
  value: number
  /** Set for a pair of neighbours before a unit: 八九亿 is 8 to 9 亿. */
  until?: number
  /** The big units at the end (万亿 → 10¹²), 1 where there are none. */
  scale: number
  /** 数, 几, 多, 余 and where it stands. */
  vague?: Span
  /** Units alone, without a digit: 百万, 千亿. */
  bare: boolean
}

/** Where a numeral ends, or `start` where none begins, and what was met on the way. */
export interface Extent {
  end: number
  vagueAt: number
  digits: boolean
}

export const isUnit = (kind: number): boolean => kind === SMALL_UNIT || kind === BIG_UNIT

/** The next offset that holds no blank: at most two are passed, one line break among them. */
export function passBlanks(codes: Uint16Array, at: number): number {
  let i = at
  for (let breaks = 0; i < at + 2 && CLASS[codes[i] as number] === BLANK; i++) {
    if (codes[i] === NEWLINE && ++breaks > 1) return at
  }
  return i
}

const digitsFrom = (codes: Uint16Array, at: number, most: number): number => {
  let i = at
  while (i < at + most && CLASS[codes[i] as number] === DIGIT) i++
  return i - at
}

const digitsBefore = (codes: Uint16Array, at: number, most: number): number => {
  let i = at
  while (i > at - most && i > 0 && CLASS[codes[i - 1] as number] === DIGIT) i--
  return at - i
}

/** 1,000: one to three digits before the comma and exactly three after it. */
function isGroup(codes: Uint16Array, comma: number): boolean {
  const before = digitsBefore(codes, comma, 4)
  return before > 0 && before < 4 && digitsFrom(codes, comma + 1, 4) === 3
}

/** `00` in `1 00`: no number of its own begins with a nought that no point follows. */
const isTail = (codes: Uint16Array, at: number): boolean => codes[at] === ZERO && codes[at + 1] !== DOT

/** Whether digits go on behind blanks: `1 000`, or a number that the end of a line broke in two inside a sentence. */
function goesOn(codes: Uint16Array, start: number, blank: number, next: number): boolean {
  if (isUnit(CLASS[codes[next] as number] as number) || isSpacedOut(codes, blank, next)) return true
  if (CLASS[codes[next] as number] !== DIGIT || CLASS[codes[blank - 1] as number] !== DIGIT) return false
  if (codes[blank] !== NEWLINE) return digitsBefore(codes, blank, 4) < 4 && (digitsFrom(codes, next, 4) === 3 || isTail(codes, next))
  return start > 0 && CLASS[codes[start - 1] as number] === 0 && digitsFrom(codes, next, 4) <= 3 && digitsBefore(codes, blank, 4) < 4
}

/** 六 点 五, 一 百 五 十: numerals whose characters stand apart; 一 二〇二四年 begins with an ordinal. */
function isSpacedOut(codes: Uint16Array, blank: number, next: number): boolean {
  if (next !== blank + 1 || codes[blank] === NEWLINE || CLASS[codes[blank - 1] as number] === DIGIT) return false
  return codes[next] === POINT
    ? isInner(codes, next)
    : CLASS[codes[next] as number] === HAN_DIGIT && CLASS[codes[next + 1] as number] !== HAN_DIGIT
}

/** How far the numeral that begins at `start` reaches. */
export function measure(codes: Uint16Array, start: number): Extent {
  const extent: Extent = { end: start, vagueAt: -1, digits: false }
  let i = start
  if (CLASS[codes[i] as number] === VAGUE_HEAD) {
    if (!isUnit(CLASS[codes[i + 1] as number] as number)) return extent
    extent.vagueAt = i++
  }
  for (; i < codes.length; i++) {
    const kind = CLASS[codes[i] as number] as number
    // 队伍30名: characters that are digits of other numerals
    if (kind === DIGIT && i > start && CLASS[codes[i - 1] as number] === HAN_DIGIT) break
    if (kind === DIGIT || kind === HAN_DIGIT) extent.digits = true
    else if (kind === BLANK) {
      const next = passBlanks(codes, i)
      if (i === start || !goesOn(codes, start, i, next)) break
      i = next - 1
    } else if (kind === VAGUE_TAIL || kind === VAGUE_HEAD) {
      if (i === start || (kind === VAGUE_HEAD && !isUnit(CLASS[codes[i - 1] as number] as number))) break
      extent.vagueAt = i
      if (CLASS[codes[i + 1] as number] !== BIG_UNIT && CLASS[codes[i + 1] as number] !== SMALL_UNIT) {
        i++
        break
      }
    } else if (!isUnit(kind) && !isInner(codes, i)) break
  }
  extent.end = isThousand(codes, i) ? i + 1 : i
  return extent
}

/** 15K */
const isThousand = (codes: Uint16Array, at: number): boolean =>
  ((codes[at] as number) | 32) === SMALL_K && CLASS[codes[at - 1] as number] === DIGIT && !isLetterOrDigit(codes[at + 1] as number)

const isLetterOrDigit = (c: number): boolean => CLASS[c] === DIGIT || ((c | 32) >= SMALL_A && (c | 32) <= SMALL_Z)

/** A separator or point inside a numeral. */
function isInner(codes: Uint16Array, at: number): boolean {
  const c = codes[at]
  if (c === COMMA || c === WIDE_COMMA) return isGroup(codes, at)
  if (c === DOT) return CLASS[codes[at - 1] as number] === DIGIT && CLASS[codes[at + 1] as number] === DIGIT
  if (c !== POINT || CLASS[codes[passBlanks(codes, at + 1)] as number] !== HAN_DIGIT) return false
  const before = CLASS[codes[at - 1] === SPACE ? (codes[at - 2] as number) : (codes[at - 1] as number)]
  return before === HAN_DIGIT || before === SMALL_UNIT
}

const PAIR = /^([一二三四五六七八])([二三四五六七八九])([十百千]?)([万亿]*)$/

/** 八九亿, 三五百: two digits side by side before a unit are two guesses, not one number. */
function readPair(written: string): [number, number] | undefined {
  const pair = PAIR.exec(written)
  if (!pair || (pair[3] === '' && pair[4] === '')) return undefined
  const values = [pair[1], pair[2]].map(digit => parseNumeral(`${digit}${pair[3]}${pair[4]}`) as number) as [number, number]
  return values[0] < values[1] ? values : undefined
}

const [WAN, WAN_TRADITIONAL, ZHAO] = ['万', '萬', '兆'].map(code)

function scaleOf(codes: Uint16Array, end: number): number {
  let scale = 1
  for (let i = end - 1; CLASS[codes[i] as number] === BIG_UNIT; i--) {
    scale *= codes[i] === WAN || codes[i] === WAN_TRADITIONAL ? 1e4 : codes[i] === ZHAO ? 1e12 : 1e8
  }
  return scale
}

/** Binary fractions leave crumbs (36.57 × 10⁸); fifteen digits hold every amount that is written and none of the crumbs. */
export function product(value: number, scale: number): number {
  const exact = value * scale
  return Number.isInteger(exact) ? exact : Number(exact.toPrecision(15))
}

/** The common case, digits with or without commas, blanks or a point and big units behind them, without the general reader. */
function readPlain(codes: Uint16Array, start: number, end: number): Numeral | undefined {
  let value = 0
  let divisor = 0
  let at = start
  for (; at < end; at++) {
    const c = codes[at] as number
    if (c >= 48 && c <= 57) {
      value = value * 10 + c - 48
      divisor *= 10
    } else if (c === DOT && divisor === 0) divisor = 1
    else if (c !== COMMA && c !== WIDE_COMMA && CLASS[c] !== BLANK) break
  }
  if (at === start) return undefined
  if (divisor > 1) value /= divisor
  if (isThousand(codes, at)) return { start, end, value: product(value, 1e3), scale: 1, bare: false }
  for (let i = at; i < end; i++) if (CLASS[codes[i] as number] !== BIG_UNIT) return undefined
  const scale = scaleOf(codes, end)
  return { start, end, value: product(value, scale), scale, bare: false }
}

/** Reads the numeral that begins at `start`. */
export function readNumeral({ codes, folded }: Source, start: number, extent = measure(codes, start)): Numeral | undefined {
  const { end, vagueAt, digits } = extent
  if (end === start || end - start > LONGEST) return undefined
  const plain = readPlain(codes, start, end)
  if (plain) return plain
  const written = folded.slice(start, end)
  const pair = readPair(written)
  const value = pair ? pair[0] : parseNumeral(written)
  if (value === undefined || !Number.isFinite(value)) return undefined
  const bare = !digits && vagueAt !== start && codes[start] !== SHI && codes[start] !== SHI_CAPITAL
  const numeral: Numeral = { start, end, value, scale: scaleOf(codes, end), bare }
  if (pair) numeral.until = pair[1]
  if (vagueAt >= 0) numeral.vague = { start: vagueAt, end: vagueAt + 1 }
  return numeral
}
