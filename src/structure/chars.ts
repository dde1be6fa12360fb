/** Classes of characters that lay out a Chinese text. All take UTF-16 code units. */

/** A byte per code unit; 1 for each member of `characters`. */
export function charSet(characters: string): Uint8Array {
  const set = new Uint8Array(65536)
  for (const character of characters) set[character.charCodeAt(0)] = 1
  return set
}

const BLANKS = charSet(' \t\v\u00a0\u3000\ufeff\u200b\u2002\u2003\u2009')
const BREAKS = charSet('\n\r\f\u2028\u2029')
const STOPS = charSet('。！？!?')
const CLOSING = charSet('。！？!?；;：:，,、…')

/** Blanks, and the private-use characters that word processors leave where they could not convert one. */
export const isBlank = (code: number): boolean => BLANKS[code] === 1 || (code >= 0xe000 && code <= 0xf8ff)
export const isBreak = (code: number): boolean => BREAKS[code] === 1
/** Ends a sentence. */
export const isStop = (code: number): boolean => STOPS[code] === 1
/** What a title never ends with. */
export const isClosing = (code: number): boolean => CLOSING[code] === 1
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
export const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
export const isSemicolon = (code: number): boolean => code === 0xff1b || code === 0x3b
export const isColon = (code: number): boolean => code === 0xff1a || code === 0x3a
export const isComma = (code: number): boolean => code === 0xff0c || code === 0x2c || code === 0x3001
export const isOpenParen = (code: number): boolean => code === 0xff08 || code === 0x28
export const isCloseParen = (code: number): boolean => code === 0xff09 || code === 0x29

/** The first offset from `at` on that holds no blank, `end` at most. */
export function skipBlanks(codes: Uint16Array, at: number, end: number): number {
  while (at < end && isBlank(codes[at])) at++
  return at
}

/** The offset after the last character before `end` that is no blank, `start` at least. */
export function trimEnd(codes: Uint16Array, start: number, end: number): number {
  while (end > start && (isBlank(codes[end - 1]) || isBreak(codes[end - 1]))) end--
  return end
}
