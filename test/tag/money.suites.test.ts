import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recognizeMoney } from '../../src/tag/money.js'
import { foldWidths, normalize } from '../../src/text/normalize.js'
import type { MoneyEntity } from '../../src/types.js'
import { sharedPath } from '../support/shared.js'

interface Expected {
  text: string
  type?: string
  start: number
  end: number
  value?: number | string
  min?: number
  max?: number
  currency?: string | null
  unit?: string
}

interface Case {
  id: string
  input: string
  expected: Expected[]
}

/** The traditional characters of the cases; the library's own table is built elsewhere. */
const fold = foldWidths()
for (const pair of ['萬万', '億亿', '圓圆', '幣币', '塊块', '個个']) fold[pair.charCodeAt(0)] = pair.charCodeAt(1)

/** Cases that the annotation rules of this library answer in another way, by reason. */
const OTHERWISE = {
  'an amount without 元 counts where money is plainly meant': ['ms-currency-zh-0001'],
  'the name of a currency without a number is no amount': ['ms-currency-zh-0022', 'ms-currency-zh-0023'],
  'the span begins at the numeral; 人民币 before it is outside where 元 follows': ['ms-currency-zh-0027', 'ms-currency-zh-0028'],
  'ISO 4217 has no code for it': ['ms-currency-zh-0033'],
  'values are not rounded to a 分': ['jionlp-money-parse-0004'],
  'vague numerals are read as written and marked `about`': [
    'jionlp-money-parse-0032',
    'jionlp-money-parse-0034',
    'jionlp-money-parse-0035',
  ],
  'a bare 分 is a score or a share in policy text': ['duckling-money-zh-0002', 'duckling-money-zh-0005'],
  'Cantonese, or a count of anything': ['0003', '0008', '0015', '0016', '0017', '0018'].map(n => `duckling-money-zh-${n}`),
}
/** Known shortcomings: a subunit of the yen before the war. */
const MISSED = ['ms-currency-zh-0011']

const SUITES = ['ms-currency-zh', 'jionlp-money-extract', 'jionlp-money-parse', 'duckling-money-zh', 'issues-regressions']
/** Cue words, which other tools count into the span and this one keeps apart. */
const CUES = /^(?:最多|至少|大约|不到|小于)|(?:左右|上下|以上)$/g

function agrees(found: MoneyEntity, expected: Expected): boolean {
  const value = expected.value === undefined ? undefined : Number(expected.value) / (expected.unit === 'Cent' ? 100 : 1)
  return (
    found.text === expected.text.replace(CUES, '') &&
    expected.start <= found.start &&
    found.end <= expected.end &&
    (!expected.currency || found.currency === expected.currency) &&
    (value === undefined || Math.abs((found.low ?? found.high ?? 0) - value) < 1e-6) &&
    (expected.min === undefined || found.low === expected.min || found.bound === 'about') &&
    (expected.max === undefined || found.high === expected.max)
  )
}

describe.each(SUITES)('%s', suite => {
  const path = sharedPath(`suites/${suite}.json`)
  if (!path) {
    test.skip('the reference suites are not beside this checkout')
    return
  }
  const all = JSON.parse(readFileSync(path, 'utf8')) as Case[]
  const otherwise = new Set([...Object.values(OTHERWISE).flat(), ...MISSED])
  const cases = all.filter(({ id, expected }) => !otherwise.has(id) && expected.every(e => (e.type ?? 'money') !== 'region'))

  test.each(cases)('$id $input', ({ input, expected }) => {
    const found = recognizeMoney(normalize(input, fold))
    const answer = found.map(e => `${e.text} ${e.bound} ${e.low ?? ''}..${e.high ?? ''} ${e.currency}`).join(' | ')
    expect(found.length, answer).toBe(expected.length)
    for (const [i, e] of expected.entries()) expect(agrees(found[i] as MoneyEntity, e), `${e.text}: got ${answer}`).toBe(true)
  })
})
