import { describe, expect, it } from 'vitest'
import { pieces } from '../../src/output/blocks.js'
import { describeEntity } from '../../src/output/html/entity.js'
import { toHtml } from '../../src/output/html.js'
import { toSearchDocument } from '../../src/output/search.js'
import { toText } from '../../src/output/text.js'
import type { Entity } from '../../src/types.js'
import { docOf } from '../support/marked.js'

const TEXT = '落实《广州办法》（穗府规〔2024〕3号），到2027年占比50%以上。'
const base = { rule: 'test', certainty: 'read' } as const
const at = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text })

const ENTITIES: Entity[] = [
  {
    type: 'document',
    ...at('《广州办法》'),
    ...base,
    title: '广州办法',
    kind: '办法',
    number: '穗府规〔2024〕3号',
    code: '穗府规',
    year: 2024,
    serial: 3,
  },
  { type: 'region', ...at('广州'), ...base, name: '广州市', adcode: '440100' },
  {
    type: 'document',
    ...at('穗府规〔2024〕3号'),
    ...base,
    title: '广州办法',
    number: '穗府规〔2024〕3号',
    code: '穗府规',
    year: 2024,
    serial: 3,
  },
  { type: 'date', ...at('2027年'), ...base, value: '2027', bound: 'max' },
  { type: 'percent', ...at('50%'), ...base, bound: 'min', low: 0.5 },
]
const doc = { ...docOf(TEXT), entities: ENTITIES }

describe('mentions inside others', () => {
  it('are told before what holds them', () => {
    const told = pieces(ENTITIES, { start: 0, end: 9 }).map(({ start, end, entity }) => [TEXT.slice(start, end), entity])
    expect(told).toEqual([
      ['落实', undefined],
      ['《', 0],
      ['广州', 1],
      ['办法》', 0],
      ['（', undefined],
    ])
  })

  it('are told where the span begins inside what holds them', () => {
    expect(pieces(ENTITIES, { start: 4, end: 7 }).map(({ start, end, entity }) => [TEXT.slice(start, end), entity])).toEqual([
      ['州', 1],
      ['办法', 0],
    ])
  })

  it('keep their text in a page and its legend lists the types that occur', () => {
    const page = toHtml([{ source: 'a.txt', ...doc }])
    const shown = page.slice(page.indexOf('<main>'), page.indexOf('</main>')).replace(/<p class="source">.*?<\/p>|<[^>]*>/gs, '')
    expect(shown.trim()).toBe(TEXT)
    expect([...page.matchAll(/id="show-(\w+)"/g)].map(match => match[1])).toEqual([
      ...['region', 'agency', 'industry', 'money'],
      ...['percent', 'date', 'document'],
    ])
  })
})

describe('what a person reads of them', () => {
  const entity = (fields: object) => describeEntity({ ...base, start: 0, end: 1, text: '', ...fields } as Entity)

  it.each<[string, object]>([
    ['百分比 · 30%–50%', { type: 'percent', bound: 'range', low: 0.3, high: 0.5 }],
    ['百分比 · 约 3.5个百分点', { type: 'percent', bound: 'about', low: 0.035, high: 0.035, points: true }],
    ['比率 · 1:0.5', { type: 'ratio', bound: 'exact', terms: [1, 0.5], value: 0.5 }],
    ['数量 · ≥ 100万条', { type: 'quantity', bound: 'min', low: 1_000_000, unit: '条' }],
    ['日期 · ≤ 2027-12-31 · 推断', { type: 'date', bound: 'max', value: '2027-12-31', certainty: 'inferred' }],
    ['日期', { type: 'date', bound: 'exact', relative: true }],
    ['期间 · P3Y–P5Y', { type: 'period', kind: 'duration', bound: 'range', low: 'P3Y', value: 'P5Y' }],
    ['期间 · ≤ P30D · 工作日', { type: 'period', kind: 'duration', bound: 'max', value: 'P30D', workdays: true }],
    ['文件 · 办法 · 国发〔2024〕3号', { type: 'document', kind: '办法', number: '国发〔2024〕3号' }],
  ])('%s', (told, fields) => expect(entity(fields)).toBe(told))

  it('in a report, by type', () => {
    expect(toText(doc)).toContain('文件 2    《广州办法》、穗府规〔2024〕3号')
  })

  it('in a search document, by title and number', () => {
    expect(toSearchDocument(doc, { id: 'a', dictionaryVersion: '1' }).names).toEqual(['广州办法', '广州市', '穗府规〔2024〕3号'])
  })
})
