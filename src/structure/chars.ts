/** Classes of characters that lay out a Chinese text. All take UTF-16 code units. */

const BLANK = 1
const BREAK = 2
const STOP = 4
const CLOSING = 8
const SEMICOLON = 16
const COLON = 32
const COMMA = 64
const OPEN = 128
const CLOSE = 256

const CLASSES = classify()

function classify(): Uint16Array {
  const classes = new Uint16Array(65536)
  const mark = (characters: string, bit: number) => {
    for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] |= bit
  }
  mark(' \t\v\u00a0\u3000\ufeff\u200b\u2002\u2003\u2009', BLANK)
  // private use: what word processors leave where they could not convert a blank
  classes.fill(BLANK, 0xe000, 0xf900)
  mark('\n\r\f\u2028\u2029', BREAK)
  mark('。！？!?', STOP)
  mark('。！？!?；;：:，,、…', CLOSING)
  mark('；;', SEMICOLON)
  mark('：:', COLON)
  mark('，,、', COMMA)
  mark('（(', OPEN)
  mark('）)', CLOSE)
  return classes
}

/** A byte per code unit; 1 for each member of `characters`. */
export function charSet(characters: string): Uint8Array {
  const set = new Uint8Array(65536)
  for (const character of characters) set[character.charCodeAt(0)] = 1
  return set
}

export const isBlank = (code: number): boolean => (CLASSES[code] & BLANK) !== 0
export const isBreak = (code: number): boolean => (CLASSES[code] & BREAK) !== 0
/** Ends a sentence. */
export const isStop = (code: number): boolean => (CLASSES[code] & STOP) !== 0
/** Ends a sentence or opens a list. */
export const isStopOrColon = (code: number): boolean => (CLASSES[code] & (STOP | COLON)) !== 0
/** What a title never ends with. */
export const isClosing = (code: number): boolean => (CLASSES[code] & CLOSING) !== 0
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
export const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
export const isSemicolon = (code: number): boolean => (CLASSES[code] & SEMICOLON) !== 0
export const isColon = (code: number): boolean => (CLASSES[code] & COLON) !== 0
export const isComma = (code: number): boolean => (CLASSES[code] & COMMA) !== 0
export const isOpenParen = (code: number): boolean => (CLASSES[code] & OPEN) !== 0
export const isCloseParen = (code: number): boolean => (CLASSES[code] & CLOSE) !== 0

/** The first offset from `at` on that holds no blank, `end` at most. */
export function skipBlanks(codes: Uint16Array, at: number, end: number): number {
  while (at < end && isBlank(codes[at])) at++
  return at
}

/** The offset after the last character before `end` that is no blank, `start` at least. */
export function trimEnd(codes: Uint16Array, start: number, end: number): number {
  while (end > start && (CLASSES[codes[end - 1]] & (BLANK | BREAK)) !== 0) end--
  return end
}
