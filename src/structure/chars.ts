/**
 * Classes of characters that lay out a Chinese text, by UTF-16 code unit: one table for all, a bit for each class, so that a character is
 * looked up once, whatever is asked about it.
 */
export const CLASSES = new Int32Array(65536)
let classes = 0
/** Code units of some class; of those of private use the first stands for all. */
const classified = new Set<number>()
const PRIVATE_USE = [0xe000, 0xf900] as const

/** A new class with the characters given, as a bit. There are at most 32. */
export function charClass(characters: Iterable<string>): number {
  if (classes === 32) throw new RangeError('more than 32 classes of characters')
  const bit = 1 << classes++
  for (const character of characters) {
    const code = character.charCodeAt(0)
    CLASSES[code] |= bit
    classified.add(code)
  }
  return bit
}

/** Whether a code unit is of one of the classes given. */
export const isOf = (code: number, bits: number): boolean => (CLASSES[code] & bits) !== 0

/**
 * The classes that one loop asks for, as a table of bytes that stays in the nearest cache: bit `k` for any of `classes[k]`, at most 8.
 * Made when all those classes are complete.
 */
export function tableOf(...classes: readonly number[]): Uint8Array {
  const table = new Uint8Array(CLASSES.length)
  for (const code of classified) {
    for (let k = 0; k < classes.length; k++) if (CLASSES[code] & classes[k]) table[code] |= 1 << k
  }
  return table.fill(table[PRIVATE_USE[0]], ...PRIVATE_USE)
}

/** What a table of `tableOf` says of the code unit at `at`; 0 behind the end of the text. */
export const readTable = (table: Uint8Array, codes: Uint16Array, at: number): number => (at < codes.length ? table[codes[at]] : 0)

/** A set of code units, for what is asked once a line and needs no class. */
export const charSet = (characters: string): ReadonlySet<number> => new Set([...characters].map(character => character.charCodeAt(0)))

export const BLANK = charClass(' \t\v\u00a0\u3000\ufeff\u200b\u2002\u2003\u2009\ue000')
// private use: what word processors leave where they could not convert a blank
CLASSES.fill(BLANK, ...PRIVATE_USE)
export const BREAK = charClass('\n\r\f\u2028\u2029')
/** Ends a sentence. */
export const STOP = charClass('。！？!?')
/** ﹔ is that of some web pages. */
export const SEMICOLON = charClass('；;﹔')
export const COLON = charClass('：:')
export const COMMA = charClass('，,、')
const CLOSING = charClass('。！？!?；;：:，,、…')
const OPEN = charClass('（(')
export const CLOSE = charClass('）)')
export const BRACKET = charClass('【〔（(')

/** Between the cells of a table. */
export const TAB = 9

export const isBlank = (code: number): boolean => isOf(code, BLANK)
export const isBreak = (code: number): boolean => isOf(code, BREAK)
/** Ends a sentence. */
export const isStop = (code: number): boolean => isOf(code, STOP)
/** Ends a sentence or opens a list. */
export const isStopOrColon = (code: number): boolean => isOf(code, STOP | COLON)
/** What a title never ends with. */
export const isClosing = (code: number): boolean => isOf(code, CLOSING)
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
export const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
export const isSemicolon = (code: number): boolean => isOf(code, SEMICOLON)
export const isColon = (code: number): boolean => isOf(code, COLON)
export const isComma = (code: number): boolean => isOf(code, COMMA)
export const isOpenParen = (code: number): boolean => isOf(code, OPEN)
export const isCloseParen = (code: number): boolean => isOf(code, CLOSE)

/** The first offset from `at` on that holds no blank, `end` at most. */
export function skipBlanks(codes: Uint16Array, at: number, end: number): number {
  while (at < end && isBlank(codes[at])) at++
  return at
}

/** The offset after the last character before `end` that is no blank, `start` at least. */
export function trimEnd(codes: Uint16Array, start: number, end: number): number {
  while (end > start && isOf(codes[end - 1], BLANK | BREAK)) end--
  return end
}
