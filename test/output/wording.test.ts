import { describe, expect, it } from 'vitest'
import { toJson, toJsonLine } from '../../src/output/json.js'
import { formatAmount, formatMoney, formatRate, labelName } from '../../src/output/wording.js'
import { NAMES, SAMPLE } from '../support/sample.js'

describe('amounts for people', () => {
  it.each([
    [2_000_000, 'CNY', '200万元'],
    [150_000_000, 'CNY', '1.5亿元'],
    [99.5, 'CNY', '99.5元'],
    [12_345.6789, 'CNY', '1.2346万元'],
    [0, 'CNY', '0元'],
    [10_000_000, 'USD', '1000万美元'],
    [10_000, 'CHF', '1万 CHF'],
  ])('%d %s → %s', (value, currency, shown) => {
    expect(formatAmount(value, currency)).toBe(shown)
  })

  it.each([
    [{ bound: 'max', high: 5e6 }, '≤ 500万元'],
    [{ bound: 'min', low: 5e6 }, '≥ 500万元'],
    [{ bound: 'about', low: 5e6, high: 5e6 }, '约 500万元'],
    [{ bound: 'exact', low: 5e6, high: 5e6 }, '500万元'],
    [{ bound: 'range', low: 1e6, high: 5e6 }, '100万元–500万元'],
    [{ bound: 'max' }, ''],
  ] as const)('%o → %s', (money, shown) => {
    expect(formatMoney({ currency: 'CNY', ...money })).toBe(shown)
  })

  it.each([
    [0.05, '5%'],
    [0.333, '33.3%'],
    [0.07, '7%'],
    [1, '1:1'],
    [1.5, '1:1.5'],
  ])('a share of %d is %s', (rate, shown) => {
    expect(formatRate(rate)).toBe(shown)
  })
})

it('names a leaf, or gives its id back, also for ids that objects inherit', () => {
  expect(labelName(NAMES, 'domain', 'sci-tech')).toBe('科技创新')
  expect(labelName(NAMES, 'domain', 'toString')).toBe('toString')
})

describe('JSON', () => {
  const record = { source: 'a.txt', ...SAMPLE }

  it('gives a record and a list of records back', () => {
    expect(JSON.parse(toJson(record))).toEqual(record)
    expect(JSON.parse(toJson([record, record]))).toEqual([record, record])
  })

  it('keeps a record on one line', () => {
    expect(toJsonLine(record).indexOf('\n')).toBe(toJsonLine(record).length - 1)
    expect(JSON.parse(toJsonLine(record))).toEqual(record)
  })
})
