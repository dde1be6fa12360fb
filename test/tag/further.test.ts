import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import schema from '../../src/doc.schema.json' with { type: 'json' }
import { FURTHER_TYPES } from '../../src/options.js'
import { tag } from '../../src/tag/tag.js'
import type { Entity, FurtherType } from '../../src/types.js'
import { lexicon, sourceOf } from '../support/lexicon.js'
import { findFurther } from './further-cases.js'

const tagAll = (text: string, types: readonly FurtherType[] = FURTHER_TYPES): Entity[] =>
  tag({ text, articles: [], measures: [], tokens: [] }, sourceOf(text), lexicon, new Set(types)).entities

const briefly = (entities: readonly Entity[]) => entities.map(({ type, text }) => `${type} ${text}`)

describe('types beside one another', () => {
  it('money goes before quantities, and a percentage point is no quantity', () => {
    expect(briefly(tagAll('给予最高30万元补助，服务企业30万家，提高3个百分点。'))).toEqual([
      'money 30万元',
      'quantity 30万家',
      'percent 3个百分点',
    ])
  })

  it('a document holds the mentions inside it, its number holds none', () => {
    const text = '落实《上海市集成电路产业2026—2028年行动方案》（沪府发〔2024〕3号）。'
    expect(briefly(tagAll(text))).toEqual([
      'document 《上海市集成电路产业2026—2028年行动方案》',
      'region 上海市',
      'industry 集成电路产业',
      'period 2026—2028年',
      'document 沪府发〔2024〕3号',
    ])
  })

  it('an organ inside the number of an order stays', () => {
    expect(briefly(tagAll('《城乡供水办法》（江苏省人民政府令第88号）'))).toEqual([
      'document 《城乡供水办法》',
      'document 江苏省人民政府令第88号',
      'agency 江苏省人民政府',
    ])
  })

  it('a type says the same whichever others are asked for', () => {
    const text = '自2024年5月10日起5日内，按1:1安排50%，补助100户，3年后复核《办法》。'
    const all = tagAll(text)
    for (const type of FURTHER_TYPES) {
      const own = (entities: readonly Entity[]) => entities.filter(entity => entity.type === type)
      expect(own(tagAll(text, [type])), type).toEqual(own(all))
    }
  })

  it('none is found unasked', () => {
    expect(tagAll('到2027年，建设50个项目，占比50%。', [])).toEqual([])
  })
})

describe('any text', () => {
  const validate = new Ajv().compile({ ...schema.properties.entities, definitions: schema.definitions })
  const piece = fc.constantFrom(
    ...['2024年', '3月', '29日', '至', '—', '5年', '十', '二〇二四年', '百分之', '五十', '%', '三分之', ':', '1', '个', '家', '50', '万'],
    ...[
      '《',
      '》',
      '〈',
      '办法',
      '国发',
      '〔2024〕',
      '3号',
      '第',
      '令',
      '“十四五”',
      '每',
      '今年',
      '不少于',
      '以上',
      '上半年',
      '\n',
      ' ',
      '，',
    ],
  )

  it('gives spans inside it, true to it, valid by the schema, and never overlapping within a type', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('')
        const entities = findFurther(text, FURTHER_TYPES, '2024-05-20')
        expect(validate(entities), JSON.stringify(validate.errors?.[0])).toBe(true)
        const ends = { document: 0, figure: 0 }
        for (const { type, start, end, text: surface } of entities) {
          const layer = type === 'document' ? 'document' : 'figure'
          expect(text.slice(start, end)).toBe(surface)
          expect(start).toBeGreaterThanOrEqual(ends[layer])
          expect(end).toBeGreaterThan(start)
          ends[layer] = end
        }
      }),
      { numRuns: 400 },
    )
  })
})
