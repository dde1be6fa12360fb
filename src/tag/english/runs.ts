import type { Span } from '../../types.js'
import { charSet } from '../chars.js'

/** A run holds at least this many English words, and so at least `STEP` code units (aa bb cc). */
const FEWEST_WORDS = 3
const STEP = 8

const code = (character: string): number => character.charCodeAt(0)
const isLower = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0xdf && c <= 0x24f)
const isLetter = (c: number): boolean => isLower(c) || (c >= 0x41 && c <= 0x5a) || (c >= 0xc0 && c <= 0xde)
/** What stands between the words of a sentence, line breaks included. */
const isSign = charSet(' \t\n\r!"#$%&\'()*+,-./0123456789:;?@[]_‘’“”–—•·€£¥')
const isInRun = (c: number): boolean => isSign(c) || isLetter(c)
const opensWord = charSet(' \t\n\r"(\'[‘“–—')
const closesWord = charSet(' \t\n\r")\'],;!?‘’”–—')
const BLANKS = [' ', '\t', '\n', '\r'].map(code)
const HYPHEN = code('-')
/** A word in capitals that is shorter than this may be an abbreviation. */
const LONGEST_ABBREVIATION = 4

/** Stretches of Latin text with at least three words that are neither abbreviations nor parts of addresses and model numbers. Folded code units; linear. */
export function findRuns(codes: Uint16Array): Span[] {
  const runs: Span[] = []
  let end = 0
  for (let at = STEP - 1; at < codes.length; at += STEP) {
    if (!isInRun(codes[at]!)) continue
    let start = at
    while (start > end && isInRun(codes[start - 1]!)) start--
    end = at + 1
    while (end < codes.length && isInRun(codes[end]!)) end++
    if (hasWords(codes, start, end)) runs.push({ start, end })
    while (at + STEP < end) at += STEP
  }
  return runs
}

function hasWords(codes: Uint16Array, start: number, end: number): boolean {
  let count = 0
  for (let at = start; at < end; at++) {
    if (!isLetter(codes[at]!)) continue
    const from = at
    let lower = false
    for (; at < end && (isLetter(codes[at]!) || codes[at] === HYPHEN); at++) lower ||= isLower(codes[at]!)
    const isWord = at - from > 1 && (lower || at - from > LONGEST_ABBREVIATION)
    const isOpen = from === start || opensWord(codes[from - 1]!)
    if (isWord && isOpen && closes(codes, at, end) && ++count === FEWEST_WORDS) return true
  }
  return false
}

/** A full stop or a colon closes a word only before a blank; inside addresses it does not. */
function closes(codes: Uint16Array, at: number, end: number): boolean {
  if (at === end || closesWord(codes[at]!)) return true
  const isStop = codes[at] === code('.') || codes[at] === code(':')
  return isStop && (at + 1 === end || BLANKS.includes(codes[at + 1]!))
}
