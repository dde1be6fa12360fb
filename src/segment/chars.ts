/** Classes of folded code units, as bits. */
export const DIGIT = 1
export const LATIN = 2
/** Characters of Chinese numerals. */
export const NUMERAL = 4
/** Ends a unit of text: no word of the base dictionary goes across. The same five as in cppjieba. */
export const SEPARATOR = 8
/** The brackets around the year of a document number. */
export const DOCUMENT = 16
/** Characters that attach to the word before them where the route leaves them single. */
export const SUFFIX = 32
/** Any other Han character. */
export const HAN = 64

export const CLASSES: Uint8Array = classify()

function classify(): Uint8Array {
  const classes = new Uint8Array(65536)
  const mark = (characters: string, bit: number) => {
    for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)]! |= bit
  }
  classes.fill(HAN, 0x3400, 0xa000)
  mark('0123456789', DIGIT)
  mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LATIN)
  mark('〇零一二三四五六七八九十百千万亿两', NUMERAL)
  mark(' \t\n，。', SEPARATOR)
  mark('〔［[【', DOCUMENT)
  mark('化性者率额量费券型级类方制税证权期园法局厅委部署', SUFFIX)
  return classes
}

export const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800
export const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00

/** Whether the code unit at a place is of one of the classes; false outside the text. */
export const hasClass = (codes: Uint16Array, at: number, classes: number): boolean =>
  at >= 0 && at < codes.length && (CLASSES[codes[at]!]! & classes) !== 0
