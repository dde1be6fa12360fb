import { parseInteger } from '../text/numerals.js'
import type { Source } from '../types.js'
import { charClass, charSet, isCloseParen, isColon, isComma, isDigit, isIdeograph, isOf, isOpenParen, skipBlanks, TAB } from './chars.js'

/** Ways of numbering. The values rank them from the outermost that drafting manuals give to the innermost, which is what an unseen nesting falls back on. */
export const Family = {
  part: 0, // 第一部分
  chapter: 1, // 第一章; 1 总则 of plans
  section: 2, // 第一节
  clause: 3, // 第一条
  named: 4, // 措施一, 政策1：
  cjk: 5, // 一、
  parenCjk: 6, // （一）
  label: 7, // 申报条件： without a number
  arabic: 8, // 1. 1、
  decimal: 9, // 1.1
  subdecimal: 10, // 1.1.1
  word: 11, // 第一， 其一，
  is: 12, // 一是, 一要
  halfArabic: 13, // 1)
  parenArabic: 14, // （1）
  circled: 15, // ①
  letter: 16, // a.
  bullet: 17, // ● ——
} as const
export type Family = (typeof Family)[keyof typeof Family]

export interface Ordinal {
  family: Family
  /** 一是 → 1; undefined for a bare bullet and for a heading without a number. */
  value: number | undefined
  /** First character, a bullet before the number included. */
  start: number
  /** Where the item's own text begins. */
  end: number
}

export const NUMERALS = charClass('一二三四五六七八九十百零〇○')
const BULLETS = charClass('★☆■□●○◆◇▲△▪•·◎►▶✦※')
const QUOTES = charSet('“《「')
export const DASHES = charClass('-—–─－')
/** After a number with a dot these mean an amount or a date, no heading: 2.5平方公里, 12.31前. */
export const UNITS = charSet('万亿千百十元倍平公米里吨个年月日度％%℃以至折')
/** 第三条规定, 第五条第二款 and the like refer to an article and do not open one. */
const REFERENCE_TAILS = charSet('第款项、，,。；;和及与或至的所规中')
const CLAUSE_FAMILIES = new Map<number, Family>([
  ['条'.charCodeAt(0), Family.clause],
  ['章'.charCodeAt(0), Family.chapter],
  ['编'.charCodeAt(0), Family.part],
  ['节'.charCodeAt(0), Family.section],
])
const NAMES =
  /(?:政策|措施|举措|任务|行动|做法|亮点|要点|方向|重点|新政|条款|变化|问题)\s?([一二三四五六七八九十]{1,3}|\d{1,2})(?=[：:、.\s【])[：:、.\s]*/y
const BRACKETED_NAMES = /【(?:政策|措施|举措|任务|行动|条款)\s?([一二三四五六七八九十]{1,3}|\d{1,2})】\s*/y
const NAME_STARTS = charClass('政措举任行做亮要方重新条变问')

const CIRCLED_FIRST = 0x2460
const CIRCLED_LAST = 0x3229
/** Values of ① ⑴ ⒈ ❶ ➀ ㈠ and the like by distance from the first; 0 for none. */
const CIRCLED = new Uint8Array(CIRCLED_LAST - CIRCLED_FIRST + 1)
/** The first of each row of them, and how many it has. */
const CIRCLED_ROWS = [
  [0x2460, 20],
  [0x2474, 20],
  [0x2488, 20],
  [0x2776, 10],
  [0x2780, 10],
  [0x3220, 10],
] as const
for (const [first, count] of CIRCLED_ROWS) for (let i = 0; i < count; i++) CIRCLED[first - CIRCLED_FIRST + i] = i + 1

const [DI, ZHI, QI, IS, WANT, PAUSE, DOT, BAR, LENTICULAR] = [...'第之其是要、.|【'].map(character => character.charCodeAt(0))

interface Number_ {
  value: number
  end: number
}

/** Values of the Chinese numerals of up to three characters met so far: few differ, and most lines begin with one. */
const known = new Map<string, number | undefined>()

function numeralValue(numeral: string): number | undefined {
  if (numeral.length > 3) return parseInteger(numeral)
  let value = known.get(numeral)
  if (value === undefined) {
    value = parseInteger(numeral)
    known.set(numeral, value)
  }
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
  while (stop < limit && (arabic ? isDigit(codes[stop]) : isOf(codes[stop], NUMERALS))) stop++
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
  if (next === number.end && (isComma(codes[next]) || isColon(codes[next])))
    return ordinal(source, Family.word, number.value, at, next + 1, end)
  if (source.folded.startsWith('部分', next)) return ordinal(source, Family.part, number.value, at, next + 2, end)
  const family = CLAUSE_FAMILIES.get(codes[next])
  if (family === undefined) return undefined
  next++
  if (codes[next] === ZHI && isOf(codes[next + 1], NUMERALS)) next += 2
  if (codes[next] === PAUSE && codes[next + 1] !== DI && !isOf(codes[next + 1], NUMERALS)) next++
  if (next < end && REFERENCE_TAILS.has(codes[next])) return undefined
  return ordinal(source, family, number.value, at, next, end)
}

const ordinal = ({ codes }: Source, family: Family, value: number | undefined, start: number, next: number, end: number): Ordinal => ({
  family,
  value,
  start,
  end: skipBlanks(codes, next, end),
})

/** 一、 一是 一） ; 二、三类 is an enumeration of words and none. */
function readNumeral(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const number = readNumber(source, at, end)
  if (!number) return undefined
  if (codes[number.end] === IS || codes[number.end] === WANT) return ordinal(source, Family.is, number.value, at, number.end + 1, end)
  const next = skipBlanks(codes, number.end, end)
  if (next >= end) return undefined
  if (isCloseParen(codes[next])) return ordinal(source, Family.parenCjk, number.value, at, next + 1, end)
  if (codes[next] !== PAUSE && codes[next] !== DOT) return undefined
  const following = readNumber(source, next + 1, end)
  if (following && following.value === number.value + 1) return undefined
  return ordinal(source, Family.cjk, number.value, at, next + 1, end)
}

/** 1. 1、 1) 1.1 1.1.1 and the bare 1 of plans (1 总则). */
function readArabic(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const number = readNumber(source, at, end)
  if (!number) return undefined
  const next = skipBlanks(codes, number.end, end)
  if (next >= end) return undefined
  const mark = codes[next]
  if (isCloseParen(mark)) return ordinal(source, Family.halfArabic, number.value, at, next + 1, end)
  if (mark === PAUSE) return isDigit(codes[next + 1]) ? undefined : ordinal(source, Family.arabic, number.value, at, next + 1, end)
  if (mark === DOT) return readDotted(source, number, at, next, end)
  if (mark === BAR) return ordinal(source, Family.arabic, number.value, at, next + 1, end)
  const bare = next > number.end && end - at <= 24 && number.value <= 20 && isIdeograph(mark) && !UNITS.has(mark)
  return bare ? ordinal(source, Family.chapter, number.value, at, next, end) : undefined
}

function readDotted(source: Source, first: Number_, at: number, dot: number, end: number): Ordinal | undefined {
  const { codes } = source
  if (!isDigit(codes[dot + 1])) return ordinal(source, Family.arabic, first.value, at, dot + 1, end)
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
  if (parts === 2 && glued && (!isIdeograph(codes[next]) || UNITS.has(codes[next]))) return undefined
  return ordinal(source, parts === 2 ? Family.decimal : Family.subdecimal, last.value, at, next, end)
}

/** （一） (1) */
function readParen(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const inner = skipBlanks(codes, at + 1, end)
  const number = readNumber(source, inner, end)
  if (!number) return undefined
  const close = skipBlanks(codes, number.end, end)
  if (close >= end || !isCloseParen(codes[close])) return undefined
  return ordinal(source, isDigit(codes[inner]) ? Family.parenArabic : Family.parenCjk, number.value, at, close + 1, end)
}

/** 其一， */
function readQi(source: Source, at: number, end: number): Ordinal | undefined {
  const number = readNumber(source, at + 1, end)
  if (!number) return undefined
  const mark = source.codes[number.end]
  return isComma(mark) || isColon(mark) ? ordinal(source, Family.word, number.value, at, number.end + 1, end) : undefined
}

function readName(source: Source, names: RegExp, at: number, end: number): Ordinal | undefined {
  names.lastIndex = at
  const match = names.exec(source.folded)
  const value = match ? parseInteger(match[1]) : undefined
  return value === undefined || names.lastIndex > end ? undefined : ordinal(source, Family.named, value, at, names.lastIndex, end)
}

const endsLetter = (c: number): boolean => c === DOT || c === PAUSE || isCloseParen(c)
const isLetter = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a)

/** Brackets and circled numbers number an item even after a word, where a plain number is part of the text (统一, 十三五). */
export const standsOut = (c: number): boolean => isOpenParen(c) || (c >= CIRCLED_FIRST && c <= CIRCLED_LAST)

/** A number at `at` that can number an item, without looking at what stands before it. */
export function readNumbered(source: Source, at: number, end: number): Ordinal | undefined {
  const c = source.codes[at]
  if (c === DI) return readDi(source, at, end)
  if (isOf(c, NUMERALS)) return readNumeral(source, at, end)
  if (isDigit(c)) return readArabic(source, at, end)
  if (isOpenParen(c)) return readParen(source, at, end)
  if (c === QI) return readQi(source, at, end)
  const value = c >= CIRCLED_FIRST && c <= CIRCLED_LAST ? CIRCLED[c - CIRCLED_FIRST] : 0
  return value > 0 ? ordinal(source, Family.circled, value, at, at + 1, end) : undefined
}

/** Code units that `readNumbered` can read from. */
export const NUMBER_STARTS = charClass([
  ...'第一二三四五六七八九十0123456789（(其',
  ...CIRCLED_ROWS.flatMap(([first, count]) => Array.from({ length: count }, (_, i) => String.fromCharCode(first + i))),
])

/** The ordinal or bullet that begins a line. `end` is the end of the line. */
export function readLineOrdinal(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const c = codes[at]
  if (isOf(c, NUMBER_STARTS)) return readTabbed(source, at, end) ?? readNumbered(source, at, end)
  if (c === BAR) return readRow(source, at, end)
  if (isOf(c, NAME_STARTS)) return readName(source, NAMES, at, end)
  if (c === LENTICULAR) return readName(source, BRACKETED_NAMES, at, end)
  if (isOf(c, BULLETS | DASHES)) return readBullet(source, at, end)
  if (!isLetter(c) || !endsLetter(codes[at + 1]) || isLetter(codes[at + 2]) || at + 2 >= end) return undefined
  return ordinal(source, Family.letter, (c | 0x20) - 0x60, at, at + 2, end)
}

/** A number alone in the first cell of a row whose cells are set apart by tabs. */
function readTabbed(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  let next = at
  while (next < at + 3 && isDigit(codes[next])) next++
  return next > at && codes[next] === TAB && isIdeograph(codes[next + 1])
    ? ordinal(source, Family.arabic, Number(source.folded.slice(at, next)), at, next + 1, end)
    : undefined
}

/** | 1 | 项目 |: the first cell of a row that numbers it. */
function readRow(source: Source, at: number, end: number): Ordinal | undefined {
  const inner = isDigit(source.codes[skipBlanks(source.codes, at + 1, end)])
    ? readArabic(source, skipBlanks(source.codes, at + 1, end), end)
    : undefined
  return inner && { ...inner, start: at }
}

/** ●, ——, and a bullet before a number (★1.), which belongs to the item. */
function readBullet(source: Source, at: number, end: number): Ordinal | undefined {
  const { codes } = source
  const marks = isOf(codes[at], BULLETS) ? BULLETS : DASHES
  let next = at + 1
  while (next < end && isOf(codes[next], marks)) next++
  next = skipBlanks(codes, next, end)
  const inner = marks === BULLETS ? readNumbered(source, next, end) : undefined
  if (inner) return { ...inner, start: at }
  return next < end && (isIdeograph(codes[next]) || QUOTES.has(codes[next]))
    ? ordinal(source, Family.bullet, undefined, at, next, end)
    : undefined
}
