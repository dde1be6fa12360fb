import { describe, expect, it } from 'vitest'
import { capRows } from '../../src/output/caps.js'
import { docOf } from '../support/marked.js'
import { SAMPLE } from '../support/sample.js'

describe('capRows', () => {
  it('takes support and finance with an upper end, and tells where they stand', () => {
    const rows = capRows(SAMPLE)
    expect(rows.map(({ text, high, role, article, measure }) => ({ text, high, role, article, measure }))).toEqual([
      { text: '200万元', high: 2_000_000, role: 'support', article: 0, measure: 0 },
      { text: '1000万元', high: 10_000_000, role: 'finance', article: 0, measure: 1 },
      { text: '3000元至5000元', high: 5_000, role: 'support', article: 1, measure: 2 },
    ])
    expect(rows[0]).toMatchObject({ rate: 0.1, base: '研发费用', per: '每家企业', bound: 'max' })
    expect(rows[2]).toMatchObject({ bound: 'range', low: 3_000 })
    for (const row of rows) expect(SAMPLE.entities[row.entity]!.text).toBe(row.text)
  })

  it.each([
    'role=threshold;bound=max;high=5',
    'role=support;bound=min;low=5',
    'role=support;bound=exact;low=5;high=5',
    'role=penalty;bound=range;low=1;high=5',
    'role=support;bound=max',
  ])('leaves out %s', fields => {
    expect(capRows(docOf(`给予{{5元|money|${fields}}}`))).toEqual([])
  })

  it('names no article or measure for an amount outside of them', () => {
    const [row] = capRows(docOf('最高{{5元|money|bound=max;high=5;role=support}}。⟦A title=题⟧题⟦/A⟧'))
    expect(row).not.toHaveProperty('article')
    expect(row).not.toHaveProperty('measure')
  })
})
