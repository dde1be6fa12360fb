import type { Source } from '../types.js'
import {
  charClass,
  charSet,
  isBlank,
  isCloseParen,
  isColon,
  isComma,
  isDigit,
  isIdeograph,
  isOf,
  isOpenParen,
  isSemicolon,
  isStop,
} from './chars.js'
import { Family, NUMBER_STARTS, NUMERALS, type Ordinal, readNumbered, standsOut } from './ordinals.js'

/** A text with what the scan of it noted. */
export interface Page extends Source {
  /** Offsets at which an ordinal inside a line may begin, ascending. */
  marks: readonly number[]
  /** Offsets of 日起, 效期, 行期 and 施期, by which the term of a text is told, ascending. */
  terms: readonly number[]
  /** Whether it may hold questions and answers. */
  replies: boolean
}

/** What stands before an ordinal inside a line, from the weakest ground for a new item to the strongest. */
export const Before = { Word: 0, Comma: 1, Semicolon: 2, Colon: 3, Bracket: 4, Stop: 5, Gap: 6 } as const
export type Before = (typeof Before)[keyof typeof Before]

export interface InlineOrdinal extends Ordinal {
  before: Before
}

/** Ordinals of one family that count on: ① ② ③. */
export interface Run {
  family: Family
  members: InlineOrdinal[]
}

const NEVER = 9
/** The least that must stand before an ordinal for it to number an item inside a line, by family. */
const LEAST: readonly number[] = (() => {
  const least: number[] = Object.values(Family).map(() => NEVER)
  for (const family of [Family.part, Family.chapter, Family.section]) least[family] = Before.Stop
  least[Family.cjk] = Before.Semicolon
  for (const family of [Family.clause, Family.word, Family.is, Family.halfArabic]) least[family] = Before.Comma
  // a heading that lost its line break is glued to the number below it: 重点任务1.建设…
  for (const family of [Family.parenCjk, Family.parenArabic, Family.circled, Family.arabic]) least[family] = Before.Word
  return least
})()
const QUOTE = '”'.charCodeAt(0)
const DOT = '.'.charCodeAt(0)
const PAUSE = '、'.charCodeAt(0)
const DI = '第'.charCodeAt(0)
const QI = '其'.charCodeAt(0)
const isNumeral = (code: number): boolean => isDigit(code) || isOf(code, NUMERALS)
const LONGEST = 7
/** What follows the plain number of an item. */
const TAILS = charClass('是要、.)）')
/** （一）项 and the like refer to an item and do not open one. */
const REFERENCE = charSet('项款目条')

function before(codes: Uint16Array, start: number, at: number): Before {
  let last = at - 1
  while (last >= start && isBlank(codes[last])) last--
  if (at - 1 - last >= 2 || last < start) return Before.Gap
  const c = codes[last]
  if (isStop(c) || (c === QUOTE && isStop(codes[last - 1]))) return Before.Stop
  if (isCloseParen(c) || c === QUOTE) return Before.Bracket
  if (isColon(c)) return Before.Colon
  if (isSemicolon(c)) return Before.Semicolon
  return isComma(c) ? Before.Comma : Before.Word
}

/** Whether what stands around a code unit that begins numbers lets it number an item inside a line. Cheap, and lets too many pass. */
export function mayNumberInside(codes: Uint16Array, at: number): boolean {
  const c = codes[at]
  const previous = at > 0 ? codes[at - 1] : 0
  const opens = isOpenParen(c) || c === DI || c === QI
  if (isIdeograph(previous)) {
    if (previous === DI || !(standsOut(c) || (isDigit(c) && isGlued(codes, at)))) return false
  } else if (isDigit(previous) || (previous === DOT && isDigit(c))) return false
  let next = at + 1
  if (opens) return isNumeral(codes[next]) || isBlank(codes[next])
  if (standsOut(c)) return true
  while (next < at + LONGEST && isNumeral(codes[next])) next++
  return isOf(codes[next], TAILS) || isBlank(codes[next])
}

/** 任务1.建设: a number with its mark and a word behind. */
function isGlued(codes: Uint16Array, at: number): boolean {
  let next = at + 1
  while (next < at + LONGEST && isDigit(codes[next])) next++
  return (codes[next] === DOT || codes[next] === PAUSE) && isIdeograph(codes[next + 1])
}

/** Ordinals between `start` and `end` that can number items, in order. */
function inlineOrdinals(page: Page, start: number, end: number): InlineOrdinal[] {
  const { marks, codes } = page
  const found: InlineOrdinal[] = []
  let next = firstAtOrAfter(marks, start)
  // what stands before the first character is no part of the stretch, and was when the marks were made
  for (let at = isOf(codes[start], NUMBER_STARTS) ? start : marks[next]; at < end; at = marks[next]) {
    const ordinal = inlineOrdinal(page, start, at, end)
    if (ordinal) found.push(ordinal)
    const free = Math.max(at + 1, ordinal ? ordinal.end - 1 : 0)
    while (marks[next] < free) next++
  }
  return found
}

function inlineOrdinal(page: Page, start: number, at: number, end: number): InlineOrdinal | undefined {
  const ordinal = readNumbered(page, at, end)
  if (!ordinal || LEAST[ordinal.family] === NEVER || REFERENCE.has(page.codes[ordinal.end])) return undefined
  const ground = Math.max(before(page.codes, start, at), groundOfBlank(page.codes, ordinal, at)) as Before
  if (ground < LEAST[ordinal.family]) return undefined
  const { family, value, end: next } = ordinal
  return { family, value, start: at, end: next, before: ground }
}

/** What a blank before an ordinal is worth: 第三章 奖励 第八条 对…, an article between blanks behind the heading of its chapter; 二、创新 7.加大…. */
function groundOfBlank(codes: Uint16Array, { family, end }: Ordinal, at: number): Before {
  if (!isBlank(codes[at - 1])) return Before.Word
  if (family === Family.clause && isBlank(codes[end - 1])) return Before.Gap
  return family === Family.arabic && isIdeograph(codes[end]) ? Before.Semicolon : Before.Word
}

/** Index of the first of the ascending numbers that is `from` or more. */
export function firstAtOrAfter(numbers: readonly number[], from: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle] < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Groups ordinals that count on; where an outline is plain (after a stop or a bracket) a run may begin at any number and leave numbers out. */
function runsOf(ordinals: readonly InlineOrdinal[], own: Ordinal | undefined): Run[] {
  const runs: Run[] = []
  const open = new Map<Family, Run>()
  for (const ordinal of ordinals) {
    const { family, before } = ordinal
    const value = ordinal.value!
    const run = open.get(family)
    const step = run ? value - run.members[run.members.length - 1].value! : 0
    const firm = before >= (family === Family.clause ? Before.Comma : Before.Bracket) || (run && run.members.length >= SURE)
    const outline = family <= Family.parenCjk && firm
    const begins = outline || (family === Family.arabic && before >= Before.Bracket)
    if (step === 1 || (outline && step > 1)) {
      run!.members.push(ordinal)
      continue
    }
    const continues = family === own?.family && value === own.value! + 1
    if (value !== 1 && !begins && !continues) continue
    const fresh: Run = { family: ordinal.family, members: [ordinal] }
    runs.push(fresh)
    open.set(ordinal.family, fresh)
  }
  return runs.some(isLoose) ? runs.filter(run => !isLoose(run)) : runs
}

/** Plain numbers most of which stand behind words number nothing: 附件1、附件2. */
function isLoose({ family, members }: Run): boolean {
  if (family !== Family.arabic) return false
  const loose = members.reduce((sum, { before }) => sum + Number(before < Before.Semicolon), 0)
  return loose > 0 && (members.length === 1 || loose * 2 > members.length)
}

/** A run of so many is an outline, wherever its next member stands. */
const SURE = 3
const NONE: Run[] = []

/** The lists that stand between `start` and `end`, `own` being the ordinal above them. */
export const runsIn = (page: Page, start: number, end: number, own?: Ordinal): Run[] => {
  const ordinals = inlineOrdinals(page, start, end)
  return ordinals.length === 0 ? NONE : runsOf(ordinals, own)
}
