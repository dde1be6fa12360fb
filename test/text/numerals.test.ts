import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInteger, parseNumeral } from '../../src/text/numerals.js'

describe('parseNumeral', () => {
  test.each([
    ['12', 12],
    ['0.5', 0.5],
    ['1,234.5', 1234.5],
    ['1，000', 1000],
    ['３００万', 3_000_000],
    ['2\n020', 2020],
    ['500 万', 5_000_000],
    ['十', 10],
    ['十二', 12],
    ['一百零五', 105],
    ['一百二十', 120],
    ['两千', 2000],
    ['廿一', 21],
    ['卅', 30],
    ['二〇二四', 2024],
    ['壹佰贰拾叁', 123],
    ['肆佰叁拾萬', 4_300_000],
    ['六十四万零一百四十三', 640_143],
    ['三点五亿', 350_000_000],
    ['3千万', 30_000_000],
    ['1.5亿', 150_000_000],
    ['36.57亿', 3_657_000_000],
    ['3亿5000万', 350_000_000],
    ['1万2千亿', 1_200_000_000_000],
    ['1.5万亿', 1_500_000_000_000],
    ['四十九兆九千五百九十二億', 49_959_200_000_000],
    ['百万', 1_000_000],
  ])('%s is %d', (written, value) => expect(parseNumeral(written)).toBe(value))

  test.each([
    ['一万二', 12_000],
    ['三百五', 350],
    ['一万零二', 10_002],
    ['二十五', 25],
  ])('a last digit without unit in %s gives %d', (written, value) => expect(parseNumeral(written)).toBe(value))

  test.each([
    ['数百', 100],
    ['几十', 10],
    ['十几', 10],
    ['十多', 10],
    ['二百余万', 2_000_000],
    ['200多万', 2_000_000],
  ])('the vague %s gives what is written, %d', (written, value) => expect(parseNumeral(written)).toBe(value))

  test.each(['', ' ', '元', '数', '多', '3五', '百千', '1.2.3', '1,23', '12a', '-5', '点五', '万亿亿亿个'])('%j is no numeral', written =>
    expect(parseNumeral(written)).toBeUndefined(),
  )

  test('a run of digits that no number can be told by is none', () => expect(parseNumeral('9'.repeat(100_000))).toBeUndefined())

  test('whole numbers come back from their digits, with and without separators', () => {
    fc.assert(
      fc.property(fc.nat(), value => {
        expect(parseNumeral(String(value))).toBe(value)
        expect(parseNumeral(value.toLocaleString('en-US'))).toBe(value)
      }),
    )
  })

  test('whole numbers come back from Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), value => {
        expect(parseNumeral(spell(value))).toBe(value)
      }),
    )
  })
})

describe('parseInteger', () => {
  test.each([
    ['12', 12],
    ['１２', 12],
    ['十二', 12],
    ['二十一', 21],
    ['廿', 20],
    ['〇', 0],
    ['一百零三', 103],
    ['二〇二四', 2024],
  ])('%s is %d', (written, value) => expect(parseInteger(written)).toBe(value))

  test.each(['', '1.5', '1,000', '十几', '数十', '半', '第三', '三、'])('%j is no whole number', written =>
    expect(parseInteger(written)).toBeUndefined(),
  )
})

/** The way a number below 10⁸ is read aloud. */
function spell(value: number): string {
  const section = (n: number): string => {
    const digits = String(n).padStart(4, '0')
    return [...digits].map((d, i) => (d === '0' ? '零' : '零一二三四五六七八九'[Number(d)] + ['千', '百', '十', ''][i])).join('')
  }
  const high = Math.floor(value / 10_000)
  const spelt = (high > 0 ? `${section(high)}万` : '') + section(value % 10_000)
  return spelt
    .replace(/零+/g, '零')
    .replace(/零(万|$)/g, '$1')
    .replace(/^零/, '')
}
