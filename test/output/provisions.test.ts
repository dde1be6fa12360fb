import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PROVISION_COLUMNS } from '../../src/output/columns.js'
import { toCsv } from '../../src/output/csv.js'
import { provisionRows } from '../../src/output/provisions.js'
import { formatGrant, formatPer, formatShare, KIND_NAMES } from '../../src/output/wording.js'
import { toXlsx } from '../../src/output/xlsx.js'
import type { Doc, Provision } from '../../src/types.js'
import { docOf } from '../support/marked.js'
import { SAMPLE } from '../support/sample.js'

/** One measure with a provision that has no amount. */
function giving(provision: Omit<Provision, 'start' | 'end' | 'evidence'>): Doc {
  const doc = docOf('⟦A title=题⟧题\n⟦M heading=减免。⟧减免。减按15%征收。⟦/M⟧⟦/A⟧')
  doc.measures[0]!.provisions.push({ ...provision, start: 5, end: 12, evidence: [] })
  return doc
}
const shareOf = (provision: Omit<Provision, 'start' | 'end' | 'evidence' | 'kind'>) =>
  formatShare(provisionRows(giving({ kind: 'tax', ...provision }))[0]!)

describe('provisionRows', () => {
  it('tells what is given, by which measure, and where it stands', () => {
    const rows = provisionRows({ source: 'a.txt', ...SAMPLE })
    expect(rows[0]).toEqual({
      source: 'a.txt',
      title: '广州支持具身智能',
      heading: '一是奖励研发',
      kind: 'subsidy',
      amount: '200万元',
      currency: 'CNY',
      bound: 'max',
      high: 2_000_000,
      lowRate: 0.1,
      highRate: 0.1,
      base: '研发费用',
      recipient: '具身智能',
      per: { recipient: '企业' },
      measure: 0,
      entity: 3,
      start: SAMPLE.entities[3]!.start - 2,
      end: SAMPLE.entities[3]!.end,
      text: '最高200万元',
    })
    expect(rows.map(({ kind, low, high, measure }) => ({ kind, low, high, measure }))).toEqual([
      { kind: 'subsidy', low: undefined, high: 2_000_000, measure: 0 },
      { kind: 'loan', low: undefined, high: 10_000_000, measure: 1 },
      { kind: 'subsidy', low: 3_000, high: 5_000, measure: 2 },
    ])
    for (const row of rows) expect(SAMPLE.entities[row.entity!]!.text).toBe(row.amount)
  })

  it('tells the headings above a measure as they are written', () => {
    const text = '二、支持人才：\n（一）引进。给予最高20万元奖励。'
    const item = { start: 0, end: text.length, numbering: 'cjk', level: 1, ordinal: 2, heading: '支持人才：', items: [] as object[] }
    item.items.push({ start: 8, end: text.length, numbering: 'paren-cjk', level: 2, ordinal: 1, heading: '引进。', measure: 0, items: [] })
    const doc = docOf('⟦A⟧二、支持人才：\n⟦M heading=引进。⟧（一）引进。给予最高20万元奖励。⟦/M⟧⟦/A⟧')
    doc.articles[0]!.outline = [item as never]
    doc.measures[0]!.provisions.push({ start: 14, end: 22, kind: 'award', evidence: [] })
    const rows = provisionRows(doc)
    expect(rows[0]).toMatchObject({ headingPath: '二、支持人才', heading: '引进' })
    expect(toCsv(rows)).toContain(',二、支持人才,引进,')
    expect(provisionRows(SAMPLE)[0]).not.toHaveProperty('headingPath')
  })

  it('is the same for a document that was stored', () => {
    expect(provisionRows(JSON.parse(JSON.stringify(SAMPLE)))).toEqual(provisionRows(SAMPLE))
  })

  it('needs no amount', () => {
    const [row] = provisionRows(giving({ kind: 'tax', relief: 'reduced-to', rate: 0.15 }))
    expect(row).toMatchObject({ kind: 'tax', relief: 'reduced-to', lowRate: 0.15, highRate: 0.15, text: '减按15%征收' })
    for (const field of ['amount', 'entity', 'high', 'source']) expect(row).not.toHaveProperty(field)
  })
})

describe('wording of provisions', () => {
  const base = { start: 0, end: 3, text: '房产税' }
  it.each<[Parameters<typeof shareOf>[0], string]>([
    [{ rate: 0.15, base: { ...base, text: '设备投资' } }, '设备投资的15%'],
    [{ rate: 0.5, rateBound: 'max' }, '≤ 50%'],
    [{ rate: 0.5, rateBound: 'min' }, '≥ 50%'],
    [{ rates: [0.3, 0.5] }, '30%–50%'],
    [{ rate: 1 }, '100%'],
    [{ ratio: [1, 2] }, '1:2'],
    [{ relief: 'exempt', base }, '免征 房产税'],
    [{ relief: 'cut', rate: 0.5, base }, '减征 房产税的50%'],
    [{}, ''],
  ])('%j', (provision, written) => {
    expect(shareOf(provision)).toBe(written)
  })

  it('says what an amount is counted by and whether it caps several', () => {
    expect(formatPer({ recipient: '企业', unit: '亩', period: 'year', once: true })).toBe('每企业、每亩、每年、一次性')
    expect(provisionRows(SAMPLE).map(formatGrant)).toEqual(['≤ 200万元', '≤ 1000万元', '累计 3000元–5000元'])
  })
})

describe('toCsv', () => {
  const [titles, ...lines] = toCsv(provisionRows(SAMPLE)).split('\r\n')
  it('has a line for each provision, ended by CR LF', () => {
    expect(titles!.split(',')).toEqual(PROVISION_COLUMNS.map(column => column.title))
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe(
      ',广州支持具身智能,,,,,一是奖励研发,补贴,,200万元,最高,,2000000,CNY,0.1,0.1,,研发费用,具身智能,,,每企业,,最高200万元,48,55',
    )
    expect(lines[3]).toBe('')
  })

  it('quotes separators, quotation marks and line breaks, and defuses formulas', () => {
    const [row] = provisionRows(SAMPLE)
    const [, line] = toCsv([{ ...row!, heading: 'a,"b"\nc', recipient: '=HYPERLINK("x")' }]).split('\r\n')
    expect(line).toContain(',"a,""b""\nc",')
    expect(line).toContain(`,"'=HYPERLINK(""x"")",`)
  })

  it('begins with a byte order mark where it is asked to', () => {
    expect(toCsv([], { bom: true })).toBe(`\ufeff${titles}\r\n`)
  })
})

describe('toXlsx', () => {
  it('holds numbers as numbers, texts as texts, and the titles', async () => {
    const parts = unzipSync(await toXlsx(provisionRows(SAMPLE)))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(sheet.match(/<row /g)).toHaveLength(4)
    expect(sheet).toContain('<v>2000000</v>')
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/)
    const texts = Object.values(parts)
      .map(part => strFromU8(part))
      .join('')
    for (const text of ['金额上限', KIND_NAMES.loan, '营收须达1亿元以上']) expect(texts).toContain(text)
  })

  it('takes hostile texts', async () => {
    const [row] = provisionRows(SAMPLE)
    const parts = unzipSync(await toXlsx([{ ...row!, recipient: '</t>\0\ud800<x>', condition: '长'.repeat(40_000), purpose: '=1+1' }]))
    const all = Object.values(parts)
      .map(part => strFromU8(part))
      .join('')
    expect(all).not.toMatch(/\0|<x>|<f>/)
    expect(all).toContain('⟨U+0000⟩')
  })
})
