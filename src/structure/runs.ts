import type { Source } from '../types.js'
import { charSet, isBlank, isCloseParen, isColon, isComma, isDigit, isIdeograph, isOpenParen, isSemicolon, isStop } from './chars.js'
import { type Family, INLINE_STARTS, type Ordinal, rankOf, readNumbered } from './ordinals.js'

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

/** The least that must stand before an ordinal of a family for it to number an item inside a line. */
const LEAST: Partial<Record<Family, Before>> = {
  part: Before.Stop,
  chapter: Before.Stop,
  section: Before.Stop,
  clause: Before.Comma,
  cjk: Before.Semicolon,
  'paren-cjk': Before.Word,
  arabic: Before.Semicolon,
  word: Before.Comma,
  is: Before.Comma,
  'half-arabic': Before.Comma,
  'paren-arabic': Before.Word,
  circled: Before.Word,
}
const QUOTE = '”'.charCodeAt(0)
const DOT = '.'.charCodeAt(0)
const DI = '第'.charCodeAt(0)
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

/** Brackets and circled numbers may follow a word; a plain number there is part of the text (统一, 十三五, 第十条). */
const mayFollowWord = (code: number): boolean => isOpenParen(code) || (code >= 0x2460 && code <= 0x3229)

/** Ordinals between `start` and `end` that can number items, in order. Linear. */
function inlineOrdinals(source: Source, start: number, end: number): InlineOrdinal[] {
  const { codes } = source
  const found: InlineOrdinal[] = []
  for (let i = start; i < end; i++) {
    if (INLINE_STARTS[codes[i]] === 0) continue
    const previous = i > start ? codes[i - 1] : 0
    if (isIdeograph(previous) ? previous === DI || !mayFollowWord(codes[i]) : isDigit(previous) || (previous === DOT && isDigit(codes[i])))
      continue
    const ordinal = readNumbered(source, i, end)
    const least = ordinal && LEAST[ordinal.family]
    if (!ordinal || least === undefined) continue
    const ground = before(codes, start, i)
    if (ground < least || REFERENCE[codes[ordinal.end]] === 1) continue
    found.push(Object.assign(ordinal, { before: ground }))
    i = Math.max(i, ordinal.end - 2)
  }
  return found
}

/** Groups ordinals that count on; where an outline is plain (after a stop or a bracket) a run may begin at any number and leave numbers out. */
function runsOf(ordinals: readonly InlineOrdinal[]): Run[] {
  const runs: Run[] = []
  const open = new Map<Family, Run>()
  for (const ordinal of ordinals) {
    const run = open.get(ordinal.family)
    const step = run ? ordinal.value! - run.members.at(-1)!.value! : 0
    const outline = rankOf(ordinal.family) <= rankOf('paren-cjk') && ordinal.before >= Before.Bracket
    if (step === 1 || (outline && step > 1)) {
      run!.members.push(ordinal)
      continue
    }
    if (ordinal.value !== 1 && !outline) continue
    const fresh: Run = { family: ordinal.family, members: [ordinal] }
    runs.push(fresh)
    open.set(ordinal.family, fresh)
  }
  return runs
}

const NONE: Run[] = []

/** The lists that stand between `start` and `end`. */
export const runsIn = (source: Source, start: number, end: number): Run[] => {
  const ordinals = inlineOrdinals(source, start, end)
  return ordinals.length === 0 ? NONE : runsOf(ordinals)
}
