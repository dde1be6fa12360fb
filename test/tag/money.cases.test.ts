import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recognizeMoney } from '../../src/tag/money.js'
import { foldWidths, normalize } from '../../src/text/normalize.js'
import type { MoneyEntity } from '../../src/types.js'

const fold = foldWidths()
const rows = readFileSync(new URL('./money.cases.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter(line => line && !line.startsWith('#'))

const show = (e: MoneyEntity): string => {
  const value = { exact: `=${e.low}`, about: `~${e.low}`, max: `<=${e.high}`, min: `>=${e.low}`, range: `${e.low}~${e.high}` }[e.bound]
  const extra = { rate: e.rate, base: e.base, per: e.per, currency: e.currency === 'CNY' ? undefined : e.currency }
  return [value, e.role, ...Object.entries(extra).flatMap(([key, field]) => (field === undefined ? [] : [`${key}=${field}`]))].join(' ')
}

describe('amounts in sentences', () => {
  test.each(rows)('%s', row => {
    const [marked, fields] = row.split('\t') as [string, string]
    const text = marked.replace(/[[\]]/g, '')
    const found = recognizeMoney(normalize(text, fold))
    let out = ''
    let at = 0
    for (const e of found) {
      out += `${text.slice(at, e.start)}[${text.slice(e.start, e.end)}]`
      at = e.end
    }
    expect(out + text.slice(at)).toBe(marked)
    expect(found.map(show).join(' ; ')).toBe(fields)
  })
})
