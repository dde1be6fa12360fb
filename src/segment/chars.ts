/** Classes of folded code units, as bits. */
export const DIGIT = 1
export const LATIN = 2
/** Characters of Chinese numerals: 一 to 十, 百, 千, 万, 亿, 〇, 零, 两. */
export const NUMERAL = 4
/** Ends a unit of text: no word of the base dictionary goes across. The same five as in cppjieba. */
export const SEPARATOR = 8

export const CLASSES: Uint8Array = classify()

function classify(): Uint8Array {
  const classes = new Uint8Array(65536)
  const mark = (characters: string, bit: number) => {
    for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)]! |= bit
  }
  mark('0123456789', DIGIT)
  mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LATIN)
  mark('〇零一二三四五六七八九十百千万亿两', NUMERAL)
  mark(' \t\n，。', SEPARATOR)
  return classes
}

export const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800
export const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00
