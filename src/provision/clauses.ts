import { charTable } from '../text/char-table.js'
import { matchesOf } from '../text/match.js'
import type { Source, Span } from '../types.js'

const COMMA = 1
const LIST = 2
const STOP = 4
const LINE = 8
const OPEN = 16
const PERIOD = 32

/** What each character ends or opens. */
const KINDS = charTable(['，,：:', COMMA], ['、', LIST], ['。；;！？', STOP], ['\n', LINE], ['（(“《〈「『【〔[', OPEN], ['.', PERIOD])
const CLOSERS: Record<string, string> = {
  '（': '）)',
  '(': '）)',
  '“': '”',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
  '[': ']',
}
/** A bracket that is not closed within so many characters is passed over. */
const LONGEST_BRACKET = 60
/** A longer piece is cut at the next mark, or at twice this length: what is read of it stays bounded. */
const LONGEST = 600
/** A line shorter than this was ended, not wrapped. */
const SHORTEST_WRAPPED = 24
const ITEM_START = /[\d（(第一二三四五六七八九十①-⑳●★■\s对支鼓按]/

/** Of Han characters none is a mark, which spares the table. */
const kindOf = (code: number): number => (code > 0x3011 && code < 0xff00 ? 0 : (KINDS[code] as number))

const [SMALL_A, SMALL_Z] = [97, 122]
const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57

const BLANKS = ' \n\t\r\u3000'
/** RMB 5 million. 符合条件的企业: a full stop behind a Latin word. */
const endsLatin = ({ folded, codes }: Source, at: number): boolean =>
  (codes[at - 1] as number) >= SMALL_A && (codes[at - 1] as number) <= SMALL_Z && BLANKS.includes(folded.charAt(at + 1))

/** Where the bracket at `at` ends, or `at` where it is not closed before `limit`. */
function bracketEnd(folded: string, at: number, limit: number): number {
  const closers = CLOSERS[folded[at] as string] as string
  const most = Math.min(limit, at + LONGEST_BRACKET)
  for (let i = at + 1; i < most; i++) if (closers.includes(folded[i] as string)) return i
  return at
}

/** A break inside a long line, between words, was made by the page. */
function isWrapped({ folded, codes }: Source, at: number): boolean {
  if (
    folded.slice(Math.max(0, at - SHORTEST_WRAPPED), at).includes('\n') ||
    at + 1 >= folded.length ||
    ITEM_START.test(folded[at + 1] as string)
  )
    return false
  const last = codes[at - 1] as number
  return (last >= 0x4e00 && last <= 0x9fff) || KINDS[last] === COMMA || KINDS[last] === LIST
}

/** Separators inside brackets and quotation marks part nothing, except where sentences are parted. */
function split(source: Source, { start, end }: Span, separators: number): Span[] {
  const { folded, codes } = source
  const pieces: Span[] = []
  const isLong = end - start > LONGEST
  let from = start
  for (let at = start; at < end; at++) {
    const kind = kindOf(codes[at] as number)
    if (isLong && at - from >= LONGEST && (kind !== 0 || at - from >= 2 * LONGEST)) {
      pieces.push({ start: from, end: at })
      from = at
    }
    if (kind === 0) continue
    if (kind === OPEN && (separators & LINE) === 0) at = bracketEnd(folded, at, end)
    if ((kind & separators) === 0) continue
    if (kind === COMMA && isDigit(codes[at - 1]) && isDigit(codes[at + 1])) continue
    if (kind === LINE && isWrapped(source, at)) continue
    if (kind === PERIOD && !endsLatin(source, at)) continue
    if (at > from) pieces.push({ start: from, end: at })
    from = at + 1
  }
  if (end > from) pieces.push({ start: from, end })
  return pieces
}

/** Pieces between 。；！？ and line breaks that a page did not make. */
export const sentencesOf = (source: Source, span: Span): Span[] => split(source, span, STOP | LINE | PERIOD)

/** Pieces between commas and colons outside of brackets and quotation marks. */
export const clausesOf = (source: Source, span: Span): Span[] => split(source, span, COMMA | STOP)

/** Where the clause begins that `end` stands in; brackets are not looked for. */
export function clauseStart({ codes }: Source, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) {
    if ((kindOf(codes[at] as number) & (COMMA | STOP)) !== 0 && !(isDigit(codes[at - 1]) && isDigit(codes[at + 1]))) return at + 1
  }
  return from
}

/** What stands behind the last of `marks`. */
export function behindLast(text: string, marks: string): string {
  let at = text.length
  while (at > 0 && !marks.includes(text[at - 1] as string)) at--
  return text.slice(at)
}

/** Where the first comma, colon or stop at or behind `from` stands, `limit` where there is none. */
export function clauseEnd({ folded, codes }: Source, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const kind = kindOf(codes[at] as number)
    if (kind === OPEN) at = bracketEnd(folded, at, limit)
    else if ((kind & (COMMA | STOP)) !== 0 && !(isDigit(codes[at - 1]) && isDigit(codes[at + 1]))) return at
  }
  return limit
}

/** Where the first comma, stop, mark of a list or bracket that goes on beyond `limit` stands, at or behind `from`, `limit` where there is none. */
export function pieceEnd({ folded, codes }: Source, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const kind = kindOf(codes[at] as number)
    if (kind === OPEN && bracketEnd(folded, at, limit) > at) at = bracketEnd(folded, at, limit)
    else if (kind !== 0 && kind !== PERIOD && !(isDigit(codes[at - 1]) && isDigit(codes[at + 1]))) return at
  }
  return limit
}

/** A span without blanks, and without the given characters, at its ends. */
export function trim({ folded }: Source, { start, end }: Span, characters = ''): Span {
  const skipped = ` \t\n\r　${characters}`
  while (start < end && skipped.includes(folded[start] as string)) start++
  while (end > start && skipped.includes(folded[end - 1] as string)) end--
  return { start, end }
}

/** Members of a list: parted by 、, or also by quotation marks, 和, 及, 或, 与 where that gives the number asked for. Undefined where nothing gives it. */
export function membersOf(source: Source, span: Span, count: number): Span[] | undefined {
  const byMark = split(source, span, LIST)
  if (byMark.length === count) return byMark
  const byQuote = byMark.flatMap(piece => splitAt(BETWEEN_QUOTES, source.folded, piece))
  if (byQuote.length === count) return byQuote
  const byWord = byMark.flatMap(piece => splitAt(AND, source.folded, piece))
  return byWord.length === count ? byWord : undefined
}

/** “甲”“乙”: a list without marks. */
const BETWEEN_QUOTES = /(?<=[”》])(?=[“《])/g
const AND = /以及|[和及或与/]/g

function splitAt(pattern: RegExp, folded: string, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  for (const found of matchesOf(pattern, folded.slice(start, end))) {
    const at = start + found.index
    if (at > from) pieces.push({ start: from, end: at })
    from = at + found[0].length
  }
  if (end > from) pieces.push({ start: from, end })
  return pieces
}
