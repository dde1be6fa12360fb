import type { MeasureSpan, Item as Part, Source } from '../types.js'
import { isBreak, skipBlanks, trimEnd } from './chars.js'
import type { Found } from './measures.js'
import type { Item } from './outline.js'
import { type InlineOrdinal, runsIn } from './runs.js'

/** Longest first sentence that is still a title phrase. */
const HEADING_LIMIT = 40
const TITLE_PHRASE =
  /^(?:【[^】]{1,40}】|〔[^〕]{1,40}〕|[（(][^）)]{2,24}[）)](?=\s)|[^。！？；：:，,]{2,40}(?:[，,、][^。！？；：:，,]{2,30}){0,2}[。：:](?!$))/
const INSIDE_STOP = /[。；]/
const SENTENCE_WORDS = /[\d一二三四五六七八九十]+(?:元|万|亿|%)|应当|不得|给予/

/** Gives a found measure its heading, body and parts. */
export function describeMeasure(source: Source, { start, end, item }: Found, article: number): MeasureSpan {
  const { text, codes } = source
  const from = item ? item.ordinal.end : start
  const cut = item ? headingEnd(source, item, end) : from
  const measure: MeasureSpan = {
    start,
    end,
    article,
    heading: text.slice(from, trimEnd(codes, from, cut)),
    body: text.slice(skipBreaks(codes, cut, end), end),
    items: partsOf(source, from, end, item),
  }
  if (item?.ordinal.value !== undefined) measure.ordinal = item.ordinal.value
  return measure
}

function skipBreaks(codes: Uint16Array, at: number, end: number): number {
  while (at < end && (isBreak(codes[at]) || skipBlanks(codes, at, end) > at)) at++
  return at
}

/** Where the title phrase at the head of an item ends; the start of its text where it has none. */
function headingEnd({ folded }: Source, { line, ordinal, paragraphs, children }: Item, end: number): number {
  const head = folded.slice(ordinal.end, Math.min(line.end, ordinal.end + 2 * HEADING_LIMIT + 24))
  const more = line.end < end
  const unbroken = line.end - ordinal.end <= HEADING_LIMIT && !INSIDE_STOP.test(folded.slice(ordinal.end, line.end - 1))
  if (more && unbroken && (paragraphs.length > 0 || children.length > 0)) return line.end
  const match = TITLE_PHRASE.exec(head)
  if (!match || match[0].length > HEADING_LIMIT + 2 || SENTENCE_WORDS.test(match[0])) return ordinal.end
  return ordinal.end + match[0].length < end ? ordinal.end + match[0].length : ordinal.end
}

/** The parts of a measure: the items below it, or the outermost list inside its text. */
function partsOf(source: Source, from: number, end: number, item: Item | undefined): Part[] {
  const { text, codes } = source
  const numbered = item?.children.filter(child => child.ordinal.value !== undefined).map(({ ordinal }) => ordinal) ?? []
  const members = numbered.length > 0 ? numbered : listIn(source, from, end, item)
  return members.map((member, index) => {
    const next = members[index + 1]?.start ?? lineEnd(codes, member.end, end)
    const stop = trimEnd(codes, member.start, next)
    return { start: member.start, end: stop, text: text.slice(member.start, stop), ordinal: member.value! }
  })
}

/** The first list inside the lines of a measure; those that were searched before are not searched again. */
function listIn(source: Source, from: number, end: number, item: Item | undefined): readonly InlineOrdinal[] {
  const lines = item ? [item.line, ...item.paragraphs] : []
  const runs = lines.length > 0 && lines.every(line => line.runs) ? lines.flatMap(line => line.runs!) : runsIn(source, from, end)
  return runs.find(run => run.members.length > 1)?.members ?? []
}

function lineEnd(codes: Uint16Array, at: number, end: number): number {
  while (at < end && !isBreak(codes[at])) at++
  return at
}
