import { parseInteger } from '../text/numerals.js'
import type { Source } from '../types.js'
import { charSet, isCloseParen, isDigit, isIdeograph, isOpenParen, skipBlanks } from './chars.js'

/** Ways of numbering, from the outermost that drafting manuals give to the innermost; the order is what an unseen nesting falls back on. */
const FAMILIES = [
  'part', // 第一部分
  'chapter', // 第一章; 1 总则 of plans
  'section', // 第一节
  'clause', // 第一条
  'named', // 措施一, 政策1：
  'cjk', // 一、
  'paren-cjk', // （一）
  'label', // 申报条件： without a number
  'arabic', // 1. 1、
  'decimal', // 1.1
  'subdecimal', // 1.1.1
  'word', // 第一， 其一，
  'is', // 一是, 一要
  'half-arabic', // 1)
  'paren-arabic', // （1）
  'circled', // ①
  'letter', // a.
  'bullet', // ● ——
] as const

export type Family = (typeof FAMILIES)[number]

const RANKS = new Map<Family, number>(FAMILIES.map((family, rank) => [family, rank]))

/** Position of a family in the conventional nesting; smaller is further out. */
export const rankOf = (family: Family): number => RANKS.get(family)!

export interface Ordinal {
  family: Family
  /** 一是 → 1; absent for a bare bullet. */
  value?: number
  /** First character, a bullet before the number included. */
  start: number
  /** Where the item's own text begins. */
  end: number
}

const NUMERALS = charSet('一二三四五六七八九十百零〇○')
const BULLETS = charSet('★☆■□●○◆◇▲△▪•·◎►▶✦※')
const DASHES = charSet('-—–─－')
const LETTER_TAILS = charSet('.、)）')
/** After a number with a dot these mean an amount or a date, no heading: 2.5平方公里, 12.31前. */
const UNITS = charSet('万亿千百十元倍平公米里吨个年月日度％%℃以至折')
/** 第三条规定, 第五条第二款 and the like refer to an article and do not open one. */
const REFERENCE_TAILS = charSet('第款项、，,。；;和及与或至的所规中')
const CLAUSE_FAMILIES = new Map<number, Family>([
  ['条'.charCodeAt(0), 'clause'],
  ['章'.charCodeAt(0), 'chapter'],
  ['编'.charCodeAt(0), 'part'],
  ['节'.charCodeAt(0), 'section'],
])
const NAMES =
  /(?:政策|措施|举措|任务|行动|做法|亮点|要点|方向|重点|新政|条款|变化|问题)\s?([一二三四五六七八九十]{1,3}|\d{1,2})(?=[：:、.\s【])[：:、.\s]*/y
const NAME_STARTS = charSet('政措举任行做亮要方重新条变问')

const CIRCLED_RANGES: readonly (readonly [first: number, last: number, base: number])[] = [
  [0x2460, 0x2473, 1], // ①
  [0x2474, 0x2487, 1], // ⑴
  [0x2488, 0x249b, 1], // ⒈
  [0x2776, 0x277f, 1], // ❶
  [0x2780, 0x2789, 1], // ➀
  [0x3220, 0x3229, 1], // ㈠
]

const code = (character: string): number => character.charCodeAt(0)
const DI = code('第')
const ZHI = code('之')
const QI = code('其')
const IS = code('是')
const WANT = code('要')
const PAUSE = code('、')
const DOT = code('.')
const COMMAS = charSet('，,、：:')

interface Number_ {
  value: number
  end: number
}

/** Values of the short Chinese numerals met so far: few differ, and most lines begin with one. */
const known = new Map<string, number | undefined>()

function numeralValue(numeral: string): number | undefined {
  if (numeral.length > 2) return parseInteger(numeral)
  const value = known.get(numeral) ?? parseInteger(numeral)
  known.set(numeral, value)
  return value
}

function digitsValue(codes: Uint16Array, at: number, stop: number): number {
  let value = 0
  for (let i = at; i < stop; i++) value = value * 10 + codes[i] - 0x30
  return value
}

/** A Chinese or an Arabic whole number at `at`, at most six characters. */
function readNumber({ codes, folded }: Source, at: number, end: number): Number_ | undefined {
  const arabic = isDigit(codes[at])
  const limit = Math.min(end, at + 7)
  let stop = at
  while (stop < limit && (arabic ? isDigit(codes[stop]) : NUMERALS[codes[stop]] === 1)) stop++
  if (stop === at || stop === limit) return undefined
  const value = arabic ? digitsValue(codes, at, stop) : numeralValue(folded.slice(at, stop))
  return value === undefined || value > 999 ? undefined : { value, end: stop }
}

/** 第十二条, 第 2 条, 第一章, 第一部分, 第一， */
function readDi(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const number = readNumber(source, skipBlanks(codes, at + 1, end), end)
  if (!number) return undefined
  let next = skipBlanks(codes, number.end, end)
  if (COMMAS[codes[next]] === 1 && next === number.end) return ordinal(source, 'word', number.value, at, next + 1, end)
  if (source.folded.startsWith('部分', next)) return ordinal(source, 'part', number.value, at, next + 2, end)
  const family = CLAUSE_FAMILIES.get(codes[next])
  if (!family) return undefined
  next++
  if (codes[next] === ZHI && NUMERALS[codes[next + 1]] === 1) next += 2
  if (next < end && REFERENCE_TAILS[codes[next]] === 1) return undefined
  return ordinal(source, family, number.value, at, next, end)
}

function ordinal({ codes }: Source, family: Family, value: number | undefined, start: number, next: number, end: number): Ordinal {
  const after = skipBlanks(codes, next, end)
  return value === undefined ? { family, start, end: after } : { family, value, start, end: after }
}

/** 一、 一是 一） ; 二、三类 is an enumeration of words and none. */
function readNumeral(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const number = readNumber(source, at, end)
  if (!number) return undefined
  if (codes[number.end] === IS || codes[number.end] === WANT) return ordinal(source, 'is', number.value, at, number.end + 1, end)
  const next = skipBlanks(codes, number.end, end)
  if (next >= end) return undefined
  if (isCloseParen(codes[next])) return ordinal(source, 'paren-cjk', number.value, at, next + 1, end)
  if (codes[next] !== PAUSE && codes[next] !== DOT) return undefined
  const following = readNumber(source, next + 1, end)
  if (following && following.value === number.value + 1) return undefined
  return ordinal(source, 'cjk', number.value, at, next + 1, end)
}

/** 1. 1、 1) 1.1 1.1.1 and the bare 1 of plans (1 总则). */
function readArabic(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const number = readNumber(source, at, end)
  if (!number) return undefined
  const next = skipBlanks(codes, number.end, end)
  if (next >= end) return undefined
  const mark = codes[next]
  if (isCloseParen(mark)) return ordinal(source, 'half-arabic', number.value, at, next + 1, end)
  if (mark === PAUSE) return isDigit(codes[next + 1]) ? undefined : ordinal(source, 'arabic', number.value, at, next + 1, end)
  if (mark === DOT) return readDotted(source, number, at, next, end)
  const bare = next > number.end && end - at <= 24 && number.value <= 20 && isIdeograph(mark) && UNITS[mark] === 0
  return bare ? ordinal(source, 'chapter', number.value, at, next, end) : undefined
}

function readDotted(source: Source, first: Number_, at: number, dot: number, end: number): Ordinal | undefined {
  const { codes } = source
  if (!isDigit(codes[dot + 1])) return ordinal(source, 'arabic', first.value, at, dot + 1, end)
  let last = first
  let parts = 1
  while (parts < 4 && codes[last.end] === DOT && isDigit(codes[last.end + 1])) {
    const part = readNumber(source, last.end + 1, end)
    if (!part || part.value > 30) return undefined
    last = part
    parts++
  }
  if (parts === 1 || first.value > 30 || last.end >= end) return undefined
  const next = codes[last.end] === DOT || codes[last.end] === PAUSE ? last.end + 1 : last.end
  const glued = skipBlanks(codes, next, end) === next
  if (parts === 2 && glued && (!isIdeograph(codes[next]) || UNITS[codes[next]] === 1)) return undefined
  return ordinal(source, parts === 2 ? 'decimal' : 'subdecimal', last.value, at, next, end)
}

/** （一） (1) */
function readParen(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const inner = skipBlanks(codes, at + 1, end)
  const number = readNumber(source, inner, end)
  if (!number) return undefined
  const close = skipBlanks(codes, number.end, end)
  if (close >= end || !isCloseParen(codes[close])) return undefined
  return ordinal(source, isDigit(codes[inner]) ? 'paren-arabic' : 'paren-cjk', number.value, at, close + 1, end)
}

function readCircled(source: Source, at: number, end: number): Ordinal | undefined {
  const c = source.codes[at]
  const range = CIRCLED_RANGES.find(([first, last]) => c >= first && c <= last)
  return range && ordinal(source, 'circled', c - range[0] + range[2], at, at + 1, end)
}

/** 其一， */
function readQi(source: Source, at: number, end: number): Ordinal | undefined {
  const number = readNumber(source, at + 1, end)
  return number && COMMAS[source.codes[number.end]] === 1 ? ordinal(source, 'word', number.value, at, number.end + 1, end) : undefined
}

function readName(source: Source, at: number, end: number): Ordinal | undefined {
  NAMES.lastIndex = at
  const match = NAMES.exec(source.folded)
  const value = match ? parseInteger(match[1]) : undefined
  return value === undefined || NAMES.lastIndex > end ? undefined : ordinal(source, 'named', value, at, NAMES.lastIndex, end)
}

const isLetter = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a)

/** A number at `at` that can number an item, without looking at what stands before it. */
export function readNumbered(source: Source, at: number, end: number): Ordinal | undefined {
  const c = source.codes[at]
  if (c === DI) return readDi(source, at, end)
  if (NUMERALS[c] === 1) return readNumeral(source, at, end)
  if (isDigit(c)) return readArabic(source, at, end)
  if (isOpenParen(c)) return readParen(source, at, end)
  if (c >= 0x2460 && c <= 0x3229) return readCircled(source, at, end)
  if (c === QI) return readQi(source, at, end)
  return undefined
}

/** The ordinal or bullet that begins a line. `end` is the end of the line. */
export function readLineOrdinal(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const c = codes[at]
  if (NAME_STARTS[c] === 1) return readName(source, at, end)
  if (isLetter(c) && LETTER_TAILS[codes[at + 1]] === 1 && !isLetter(codes[at + 2]) && at + 2 < end) {
    return ordinal(source, 'letter', (c | 0x20) - 0x60, at, at + 2, end)
  }
  const numbered = readNumbered(source, at, end)
  if (numbered) return numbered
  return readBullet(source, at, end)
}

/** ●, ——, and a bullet before a number (★1.), which belongs to the item. */
function readBullet(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const marks = BULLETS[codes[at]] === 1 ? BULLETS : DASHES[codes[at]] === 1 ? DASHES : undefined
  if (!marks) return undefined
  let next = at + 1
  while (next < end && marks[codes[next]] === 1) next++
  next = skipBlanks(codes, next, end)
  const inner = marks === BULLETS ? readNumbered(source, next, end) : undefined
  if (inner) return { ...inner, start: at }
  const wordFollows = isIdeograph(codes[next]) || '“《「'.includes(source.folded[next] ?? ' ')
  return next < end && wordFollows ? ordinal(source, 'bullet', undefined, at, next, end) : undefined
}

/** Code units that an ordinal inside a line can begin with. */
export const INLINE_STARTS: Uint8Array = (() => {
  const starts = charSet('第一二三四五六七八九十0123456789（(其')
  for (const [first, last] of CIRCLED_RANGES) starts.fill(1, first, last + 1)
  return starts
})()
