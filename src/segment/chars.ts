/** Classes of folded code units, as bits. */
export const DIGIT = 1
export const LATIN = 2
/** Characters of Chinese numerals. */
export const NUMERAL = 4
/** 第. */
export const ORDINAL = 8
/** The brackets around the year of a document number. */
export const BRACKET = 16
/** Signs inside runs of letters and digits. */
export const LINK = 32
/** % and ‰. */
export const PERCENT = 64
/** More or less: 30余, 几十, 6万多. */
export const ABOUT = 128
/** Units of dates. */
export const TIME = 256
/** The two characters of 分之. */
export const FRACTION = 512
/** What attaches to the word before it where the route leaves it single. */
export const SUFFIX = 1024
/** Any Han character. */
export const HAN = 2048
/** Surnames that are rarely a word of their own. */
export const SURNAME = 4096

export const CLASSES: Uint16Array = classify()

function classify(): Uint16Array {
  const classes = new Uint16Array(65536)
  const mark = (characters: string, bit: number) => {
    for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)]! |= bit
  }
  classes.fill(HAN, 0x3400, 0xa000)
  mark('0123456789', DIGIT)
  mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LATIN)
  mark('〇零一二三四五六七八九十百千万亿两', NUMERAL)
  mark('第', ORDINAL)
  mark('〔［[【', BRACKET)
  mark('-.,&_@', LINK)
  mark('%‰', PERCENT)
  mark('余多几', ABOUT)
  mark('年月日时分', TIME)
  mark('分之', FRACTION)
  mark('化性者率额量费券型级类方制税证权期园法局厅委部署式度感员金书', SUFFIX)
  mark(
    '王李张刘陈杨赵吴徐孙胡朱郭何罗宋郑谢韩唐冯邓曹彭曾萧蔡潘袁董苏叶吕魏蒋杜沈姜范傅卢汪戴崔陆廖姚邹熊郝邵孟薛侯阎雷钱尹黎贺赖龚庞樊殷颜倪俞邢柯霍',
    SURNAME,
  )
  return classes
}

/** Whether the code unit at a place is of one of the classes; false outside the text. */
export const hasClass = (codes: Uint16Array, at: number, classes: number): boolean =>
  at >= 0 && at < codes.length && (CLASSES[codes[at]!]! & classes) !== 0

export const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800
export const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00

/** Whether a place lies inside a run of letters and digits, or between the halves of a surrogate pair. */
export const isInsideAtom = (codes: Uint16Array, at: number): boolean =>
  at > 0 &&
  at < codes.length &&
  ((hasClass(codes, at - 1, LATIN | DIGIT) && hasClass(codes, at, LATIN | DIGIT)) || (isHigh(codes[at - 1]!) && isLow(codes[at]!)))

const COMMA = '，'.charCodeAt(0)
const STOP = '。'.charCodeAt(0)

/** Ends a unit of text, which no word of the base dictionary goes across: blank, tab, line feed, ，and 。 as in cppjieba. */
export const isSeparator = (code: number): boolean =>
  code <= STOP ? code === STOP || code === 0x20 || code === 0x0a || code === 0x09 : code === COMMA
