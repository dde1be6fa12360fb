import type { MeasureSpan, Item as Part } from '../types.js'
import {
  BRACKET,
  COLON,
  COMMA,
  isBlank,
  isBreak,
  isCloseParen,
  isColon,
  isComma,
  isOf,
  SEMICOLON,
  STOP,
  skipBlanks,
  trimEnd,
} from './chars.js'
import { readDetails } from './details.js'
import type { Found } from './measures.js'
import type { Item } from './outline.js'
import { type InlineOrdinal, type Page, type Run, runsIn } from './runs.js'

/** Longest first sentence that is still a title phrase. */
const HEADING_LIMIT = 40
/** Shortest part of one between commas, and most commas. */
const PHRASE = 2
const COMMAS = 2
const BRACKETS = new Map([...'【〔（('].map((open, i) => [open.charCodeAt(0), '】〕）)'.charCodeAt(i)]))
const ENDS_PHRASE = STOP | SEMICOLON | COLON | COMMA
const PAUSE = '、'.charCodeAt(0)
const FULL_STOP = '。'.charCodeAt(0)
const SENTENCE_WORDS = /[\d一二三四五六七八九十]+(?:元|万|亿|%)|应当|不得|给予/

/** Gives a found measure its heading, body and parts. */
export function describeMeasure(page: Page, { start, end, item }: Found, article: number): MeasureSpan {
  const { text, codes } = page
  const from = item ? item.ordinal.end : start
  const cut = item ? headingEnd(page, item, end) : from
  const { clauses, responsible, deadline, targets } = readDetails(page, from, end)
  const measure: MeasureSpan = {
    start,
    end,
    article,
    heading: text.slice(from, trimEnd(codes, from, cut)),
    body: text.slice(skipBreaks(codes, cut, end), end),
    items: partsOf(page, from, end, item),
    clauses,
  }
  if (responsible.length > 0) measure.responsible = responsible
  if (deadline) measure.deadline = deadline
  if (targets.length > 0) measure.targets = targets
  if (item?.ordinal.value !== undefined) measure.ordinal = item.ordinal.value
  return measure
}

function skipBreaks(codes: Uint16Array, at: number, end: number): number {
  while (at < end && (isBreak(codes[at]) || skipBlanks(codes, at, end) > at)) at++
  return at
}

/** Where the title phrase at the head of an item ends; the start of its text where it has none. `end` is the end of the item. */
export function headingEnd(page: Page, item: Item, end: number): number {
  item.headingEnd ??= findHeadingEnd(page, item, end)
  return item.headingEnd
}

function findHeadingEnd({ codes, folded }: Page, { line, ordinal, paragraphs, children }: Item, end: number): number {
  const from = ordinal.end
  const below = line.end < end && (paragraphs.length > 0 || children.length > 0)
  if (below && line.end - from <= HEADING_LIMIT && !hasInnerStop(codes, from, line.end - 1)) return line.end
  const cut = isOf(codes[from], BRACKET)
    ? bracketEnd(codes, from, line.end) || phraseEnd(codes, from, line.end)
    : phraseEnd(codes, from, line.end)
  return cut > 0 && cut < end && !SENTENCE_WORDS.test(folded.slice(from, cut)) ? cut : from
}

function hasInnerStop(codes: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (codes[i] === FULL_STOP || isOf(codes[i], SEMICOLON)) return true
  return false
}

/** Behind a bracket that opens the text; 0 where it does not close in time, or a round one is part of the sentence. */
function bracketEnd(codes: Uint16Array, start: number, end: number): number {
  const close = BRACKETS.get(codes[start])
  const limit = Math.min(end, start + HEADING_LIMIT + 2)
  for (let i = start + 1 + PHRASE; i < limit; i++) {
    if (codes[i] === close) return !isCloseParen(close) || isBlank(codes[i + 1]) ? i + 1 : 0
  }
  return 0
}

/** Behind the stop or colon that closes a phrase of few words, text following; 0 where there is none. */
function phraseEnd(codes: Uint16Array, start: number, end: number): number {
  const limit = Math.min(end - 1, start + HEADING_LIMIT + 2)
  let commas = 0
  let part = start
  for (let i = start; i < limit; i++) {
    const c = codes[i]
    if (!isOf(c, ENDS_PHRASE) || c === PAUSE) continue
    if (i - part < PHRASE) return 0
    if (c === FULL_STOP || isColon(c)) return i - part <= HEADING_LIMIT ? i + 1 : 0
    if (!isComma(c) || ++commas > COMMAS) return 0
    part = i + 1
  }
  return 0
}

/** The parts of a measure: the items below it, or the outermost list inside its text. */
function partsOf(page: Page, from: number, end: number, item: Item | undefined): Part[] {
  const { text, codes } = page
  const numbered = item ? item.children.map(({ ordinal }) => ordinal).filter(({ value }) => value !== undefined) : []
  const members = numbered.length > 0 ? numbered : listIn(page, from, end, item)
  return members.map((member, index) => {
    const next = members[index + 1]?.start ?? lineEnd(codes, member.end, end)
    const stop = trimEnd(codes, member.start, next)
    return { start: member.start, end: stop, text: text.slice(member.start, stop), ordinal: member.value! }
  })
}

const NONE: readonly InlineOrdinal[] = []

/** The first list inside the lines of a measure; those that were searched before are not searched again. */
function listIn(page: Page, from: number, end: number, item: Item | undefined): readonly InlineOrdinal[] {
  const searched = item?.line.runs && item.paragraphs.every(line => line.runs)
  const first = (runs: readonly Run[] | undefined) => runs?.find(run => run.members.length > 1)?.members
  if (!searched) return first(runsIn(page, from, end)) ?? NONE
  const inLine = first(item.line.runs)
  if (inLine) return inLine
  for (const { runs } of item.paragraphs) {
    const members = first(runs)
    if (members) return members
  }
  return NONE
}

function lineEnd(codes: Uint16Array, at: number, end: number): number {
  while (at < end && !isBreak(codes[at])) at++
  return at
}
