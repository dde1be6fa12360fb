import { parseNumeral } from '../../text/numerals.js'
import type { Source, Span } from '../../types.js'

/** Classes of characters that numerals are made of. */
export const DIGIT = 1
export const HAN_DIGIT = 2
export const SMALL_UNIT = 3
export const BIG_UNIT = 4
export const VAGUE_HEAD = 5
const VAGUE_TAIL = 6
const BLANK = 7

export const CLASS = new Uint8Array(65536)
const classify = (characters: string, kind: number): void => {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind
}
classify('0123456789', DIGIT)
classify('零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖貳兩參陸', HAN_DIGIT)
classify('十百千拾佰仟', SMALL_UNIT)
classify('万亿兆萬億', BIG_UNIT)
classify('几数幾數', VAGUE_HEAD)
classify('多余來来餘', VAGUE_TAIL)
classify(' \t\n\r\u3000\u00a0', BLANK)

/** Longest numeral that is read, in code units; a longer run is passed over as a whole. */
const LONGEST = 48
const NEWLINE = 10
const code = (character: string): number => character.charCodeAt(0)
const [DOT, COMMA, WIDE_COMMA, POINT] = ['.', ',', '，', '点'].map(code)
const [SHI, SHI_CAPITAL] = ['十', '拾'].map(code)
const ENGLISH_SCALES = /(?:thousand|million|billion|trillion)(?![a-z])/iy
const ENGLISH_VALUES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

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
interface Extent {
  end: number
  vagueAt: number
  digits: boolean
}

const isUnit = (kind: number): boolean => kind === SMALL_UNIT || kind === BIG_UNIT

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

/** Whether digits go on behind blanks: `1 000`, or a number that the end of a line broke in two inside a sentence. */
function goesOn(codes: Uint16Array, start: number, blank: number, next: number): boolean {
  if (isUnit(CLASS[codes[next] as number] as number)) return true
  if (CLASS[codes[next] as number] !== DIGIT || CLASS[codes[blank - 1] as number] !== DIGIT) return false
  if (codes[blank] !== NEWLINE) return digitsBefore(codes, blank, 4) < 4 && digitsFrom(codes, next, 4) === 3
  return start > 0 && CLASS[codes[start - 1] as number] === 0 && digitsFrom(codes, next, 4) <= 3 && digitsBefore(codes, blank, 4) < 4
}

function measure(codes: Uint16Array, start: number): Extent {
  const extent: Extent = { end: start, vagueAt: -1, digits: false }
  let i = start
  if (CLASS[codes[i] as number] === VAGUE_HEAD) {
    if (!isUnit(CLASS[codes[i + 1] as number] as number)) return extent
    extent.vagueAt = i++
  }
  for (; i < codes.length; i++) {
    const kind = CLASS[codes[i] as number] as number
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
  extent.end = i
  return extent
}

/** A separator or point inside a numeral. */
function isInner(codes: Uint16Array, at: number): boolean {
  const c = codes[at]
  if (c === COMMA || c === WIDE_COMMA) return isGroup(codes, at)
  const kind = c === DOT ? DIGIT : c === POINT ? HAN_DIGIT : -1
  return at > 0 && CLASS[codes[at - 1] as number] === kind && CLASS[codes[at + 1] as number] === kind
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

/** The common case, digits with or without a point and big units behind them, without the general reader. */
function readPlain({ codes, folded }: Source, start: number, end: number): Numeral | undefined {
  let digitsEnd = start
  while (digitsEnd < end && (CLASS[codes[digitsEnd] as number] === DIGIT || codes[digitsEnd] === DOT)) digitsEnd++
  for (let i = digitsEnd; i < end; i++) if (CLASS[codes[i] as number] !== BIG_UNIT) return undefined
  if (digitsEnd === start) return undefined
  const scale = scaleOf(codes, end)
  return { start, end, value: Number((Number(folded.slice(start, digitsEnd)) * scale).toPrecision(15)), scale, bare: false }
}

/** Where the run of numeral characters at `start` ends; equal to `start` where none begins. */
export const numeralEnd = (codes: Uint16Array, start: number): number => measure(codes, start).end

/** Reads the numeral that begins at `start`. */
export function readNumeral(source: Source, start: number): Numeral | undefined {
  const { codes, folded } = source
  const { end, vagueAt, digits } = measure(codes, start)
  if (end === start || end - start > LONGEST) return undefined
  const plain = readPlain(source, start, end)
  if (plain) return readEnglishScale(source, plain)
  const written = folded.slice(start, end)
  const pair = readPair(written)
  const value = pair ? pair[0] : parseNumeral(written)
  if (value === undefined || !Number.isFinite(value)) return undefined
  const numeral: Numeral = { start, end, value, scale: scaleOf(codes, end), bare: !digits && vagueAt !== start && codes[start] !== SHI }
  if (codes[start] === SHI_CAPITAL) numeral.bare = false
  if (pair) numeral.until = pair[1]
  if (vagueAt >= 0) numeral.vague = { start: vagueAt, end: vagueAt + 1 }
  return readEnglishScale(source, numeral)
}

/** 1.2 million, 3 billion. */
function readEnglishScale(source: Source, numeral: Numeral): Numeral {
  ENGLISH_SCALES.lastIndex = passBlanks(source.codes, numeral.end)
  const scale = ENGLISH_SCALES.exec(source.folded)
  if (!scale) return numeral
  const factor = ENGLISH_VALUES[scale[0].toLowerCase()] as number
  return { ...numeral, end: ENGLISH_SCALES.lastIndex, value: Number((numeral.value * factor).toPrecision(15)), scale: factor }
}
