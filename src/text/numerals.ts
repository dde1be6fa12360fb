/** Numerals of Chinese text: Arabic, Chinese, financial capitals and their mixtures, in either script. */

const DIGIT_FORMS = ['零〇○', '一壹弌', '二贰貳两兩', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖']
const DIGITS = new Map(DIGIT_FORMS.flatMap((forms, value) => [...forms].map(form => [form, value] as const)))

/** Units within a section of four digits. */
const SMALL_UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1e3],
  ['仟', 1e3],
])

/** Units that close a section. */
const BIG_UNITS = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
])

/** 廿一 is 21, 卅 30, 卌 40: a tens digit and its unit in one character. */
const TENS = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
])

/** 数百, 几十 count as one of the unit; 十几, 百余, 千多 keep what is written before. */
const VAGUE = '几幾数數'
const VAGUE_TAIL = '几幾多余餘来'

const ARABIC = /\d+(?:[,，]\d{3})*(?:\.\d+)?/y

/** A run of digits, the longest that a number can be told apart by. */
const LONGEST = 64

/** Binary fractions leave crumbs (36.57 × 10⁸); fifteen digits hold every amount that is written and none of the crumbs. */
const clean = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))

const narrow = (s: string): string =>
  !/[０-９．\s]/.test(s) ? s : s.replace(/[０-９．]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\s\u3000]+/g, '')

/** The reading so far of one numeral: 3亿5千零20 → total 3亿, section 5000, pending 20. */
class Reading {
  private total = 0
  private section = 0
  private pending: number | undefined
  private pendingDigits = 0
  private arabic = false
  private lastUnit = 0
  private lastSmall = Number.POSITIVE_INFINITY

  digit(value: number): boolean {
    if (this.arabic) return false
    this.pending = (this.pending ?? 0) * 10 + value
    this.pendingDigits++
    return true
  }

  literal(value: number): boolean {
    if (this.pending !== undefined) return false
    this.pending = value
    this.arabic = true
    return true
  }

  fraction(digits: readonly number[]): boolean {
    if (this.arabic || digits.length === 0 || (this.pending === undefined && this.section === 0)) return false
    this.pending = Number(`${this.pending ?? 0}.${digits.join('')}`)
    this.pendingDigits += digits.length
    return true
  }

  small(unit: number): boolean {
    if (unit >= this.lastSmall) return false
    this.section += (this.pending || 1) * unit
    this.lastSmall = unit
    return this.close(unit)
  }

  tens(value: number): boolean {
    if (this.pending !== undefined || this.lastSmall <= 10) return false
    this.section += value
    this.lastSmall = 10
    return this.close(10)
  }

  big(unit: number): boolean {
    const part = this.section + (this.pending ?? 0)
    const open = this.total % unit
    // 万万 is 亿
    if (part + open === 0 && this.lastUnit > 0) {
      if (unit !== 1e4 || this.lastUnit !== 1e4) return false
      this.total *= unit
    } else this.total += (part + open || 1) * unit - open
    this.section = 0
    this.lastSmall = Number.POSITIVE_INFINITY
    return this.close(unit)
  }

  private close(unit: number): boolean {
    this.pending = undefined
    this.pendingDigits = 0
    this.arabic = false
    this.lastUnit = unit
    return true
  }

  get hasUnit(): boolean {
    return this.lastUnit > 0
  }

  get hasPending(): boolean {
    return this.pending !== undefined
  }

  /** 一万二 is 12 000, 三百五 350: a lone last digit belongs to the next lower unit. */
  value(): number {
    const tail = this.pending ?? 0
    const elided = this.pendingDigits === 1 && !this.arabic && this.lastUnit >= 100
    return clean(this.total + this.section + (elided ? (tail * this.lastUnit) / 10 : tail))
  }
}

function readFraction(s: string, from: number): number[] {
  const digits: number[] = []
  for (let i = from; i < s.length && DIGITS.has(s[i]); i++) digits.push(DIGITS.get(s[i])!)
  return digits
}

/** Takes the piece at `at` into the reading; the offset after it, or -1 where nothing fits. */
function take(reading: Reading, s: string, at: number): number {
  const c = s[at]
  const next = (ok: boolean, width = 1): number => (ok ? at + width : -1)
  if (DIGITS.has(c)) return next(reading.digit(DIGITS.get(c)!))
  if (SMALL_UNITS.has(c)) return next(reading.small(SMALL_UNITS.get(c)!))
  if (BIG_UNITS.has(c)) return next(reading.big(BIG_UNITS.get(c)!))
  if (TENS.has(c)) return next(reading.tens(TENS.get(c)!))
  if (c === '点' || c === '點') {
    const digits = readFraction(s, at + 1)
    return next(reading.fraction(digits), 1 + digits.length)
  }
  const begins = !reading.hasUnit && !reading.hasPending
  if (begins && VAGUE.includes(c)) return next(at + 1 < s.length)
  if (!begins && VAGUE_TAIL.includes(c)) return at + 1
  ARABIC.lastIndex = at
  const literal = ARABIC.exec(s)
  return literal ? next(reading.literal(Number(literal[0].replace(/[,，]/g, ''))), literal[0].length) : -1
}

/**
 * The value of a numeral that is the whole of `s`: `1,234.5`, `一百二十`, `壹佰贰拾`, `3千万`, `1.5亿`, `三点五`, `二〇二四`, `一万二` (12 000).
 * Vague numerals give what is written and no more: 数百 100, 十几 10, 二百余万 2 000 000. Blanks are passed over.
 * `undefined` where `s` is no numeral.
 */
export function parseNumeral(s: string): number | undefined {
  const text = narrow(s)
  if (text.length === 0 || text.length > LONGEST) return undefined
  const reading = new Reading()
  for (let at = 0; at < text.length; ) {
    at = take(reading, text, at)
    if (at < 0) return undefined
  }
  return reading.value()
}

/**
 * The value of a whole number that is the whole of `s`, as ordinals are written: `12`, `十二`, `二十一`, `一百零三`, `〇`, `廿一`.
 * `undefined` for anything else: decimals, separators and vague numerals (十几) included.
 */
export function parseInteger(s: string): number | undefined {
  if (/[^\d０-９零〇○一二三四五六七八九十百千万亿两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟貳參陸萬億兩]/.test(s)) return undefined
  const value = parseNumeral(s)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}
