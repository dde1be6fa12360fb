import type { Source, Span, TextSpan } from '../types.js'
import { charSet, isBlank, isCloseParen, isColon, isOpenParen } from './chars.js'
import type { Line } from './lines.js'

const [COMMA, HALF_COMMA, PAUSE] = [...'，,、'].map(character => character.charCodeAt(0))
/** Lines at the head of a text among which its addressees stand. */
const HEAD = 30

/** 各区人民政府，市政府各部门、各直属机构： → 各区人民政府; 市政府各部门; 各直属机构. */
export function findAddressees({ text, codes }: Source, lines: readonly Line[]): TextSpan[] {
  const line = lines.slice(0, HEAD).find(({ kind }) => kind === 'salutation')
  if (!line) return []
  const found: TextSpan[] = []
  let start = line.start
  let depth = 0
  for (let at = start; at < line.end; at++) {
    const c = codes[at]
    if (isOpenParen(c)) depth++
    if (isCloseParen(c)) depth--
    if (depth > 0 || !(c === PAUSE ? endsName(codes, at, line.end) : c === COMMA || c === HALF_COMMA || isColon(c))) continue
    while (start < at && isBlank(codes[start])) start++
    if (at > start) found.push({ start, end: at, text: text.slice(start, at) })
    start = at + 1
  }
  return found
}

/** What the name of an organ ends with, so that 、 behind it ends a name and not a part of one (各省、自治区、直辖市人民政府). */
const NAME_ENDS = charSet('府门构位司局厅委部会院校团体员席处队行社业')
/** Shortest name behind such a 、; 各委、办、厅、局 has shorter ones. */
const NAME = 3

function endsName(codes: Uint16Array, pause: number, end: number): boolean {
  let at = pause + 1
  while (at < end && codes[at] !== PAUSE && codes[at] !== COMMA && codes[at] !== HALF_COMMA && !isColon(codes[at])) at++
  const last = isCloseParen(codes[pause - 1]) ? codes[pause - 1] : 0
  return at - pause > NAME && (last !== 0 || NAME_ENDS.has(codes[pause - 1]))
}

/** The organs that sign, with their date: the first lines of that kind below a text. */
export function findSignature(lines: readonly Line[]): Span | undefined {
  let first = lines.findIndex(({ kind }) => kind === 'text' || kind === 'item')
  if (first < 0) return undefined
  for (; first < lines.length; first++) {
    if (lines[first].kind !== 'signature') continue
    let last = first
    while (lines[last + 1]?.kind === 'signature') last++
    const below = lines[last + 1]
    if (below?.kind === 'date') return { start: lines[first].start, end: below.end }
    if (!below || below.kind === 'note' || below.kind === 'attachment') return { start: lines[first].start, end: lines[last].end }
    first = last
  }
  return undefined
}
