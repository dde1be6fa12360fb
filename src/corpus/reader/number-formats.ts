const DIGITS = '〇一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ROMAN: readonly (readonly [string, number])[] = Object.entries({
  M: 1000,
  CM: 900,
  D: 500,
  CD: 400,
  C: 100,
  XC: 90,
  L: 50,
  XL: 40,
  X: 10,
  IX: 9,
  V: 5,
  IV: 4,
  I: 1,
})

/** 12 → 十二, 120 → 一百二十, 105 → 一百零五. For numbers below ten thousand; others as digits. */
function cjk(value: number): string {
  if (value <= 0 || value > 9999) return String(value)
  let text = ''
  const digits = [...String(value)].map(Number)
  digits.forEach((digit, index) => {
    if (digit > 0) text += DIGITS[digit] + PLACES[digits.length - 1 - index]!
    else if (text && !text.endsWith('零')) text += '零'
  })
  return text.replace(/零$/, '').replace(/^一十/, '十')
}

function roman(value: number): string {
  let left = value
  let text = ''
  if (value > 3999) return String(value)
  for (const [sign, worth] of ROMAN) for (; left >= worth; left -= worth) text += sign
  return text
}

/** Word's letters: a … z, aa, bb … */
const letter = (value: number): string => String.fromCharCode(96 + (((value - 1) % 26) + 1)).repeat(Math.ceil(value / 26))

/** The enclosed numbers of Unicode: ① from 1 to 20, ㉑ to 50. */
const circled = (value: number): string =>
  value <= 20 ? String.fromCharCode(0x245f + value) : value <= 35 ? String.fromCharCode(0x3250 + value - 20) : String(value)

const digitwise = (value: number): string => [...String(value)].map(digit => DIGITS[Number(digit)]).join('')

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: value => String(value).padStart(2, '0'),
  decimalFullWidth: value => String(value).replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit))),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: value => (value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`),
  decimalEnclosedFullstop: value => (value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`),
  chineseCounting: cjk,
  chineseCountingThousand: cjk,
  japaneseCounting: cjk,
  taiwaneseCounting: cjk,
  taiwaneseCountingThousand: cjk,
  ideographDigital: digitwise,
  taiwaneseDigital: digitwise,
  ideographTraditional: value => STEMS[value - 1] ?? String(value),
  ideographZodiac: value => BRANCHES[value - 1] ?? String(value),
  ideographEnclosedCircle: value => (value <= 10 ? String.fromCharCode(0x327f + value) : cjk(value)),
  upperRoman: roman,
  lowerRoman: value => roman(value).toLowerCase(),
  upperLetter: value => letter(value).toUpperCase(),
  lowerLetter: letter,
}

/** A number in one of the formats of ECMA-376, 17.18.59 that Chinese documents use; in digits in any other. */
export const formatNumber = (value: number, format: string): string => {
  const write = Object.hasOwn(FORMATS, format) && value > 0 ? FORMATS[format]! : String
  return write(value)
}
