import { describe, expect, test } from 'vitest'
import { readClassification } from '../../src/lexicon/build/gbt4754.js'
import { buildIndustries } from '../../src/lexicon/build/industries.js'
import { readTable } from '../../src/lexicon/build/tables.js'
import { namesOf } from '../../src/lexicon/gazetteer.js'
import type { IndustryRow, PlainRow } from '../../src/lexicon/tables.js'

const classification = readClassification()
const sources = readTable<IndustryRow>('industries.tsv')
const rows = buildIndustries(sources)
const nameOf = new Map(classification.map(entry => [entry.code, entry.name]))

describe('GB/T 4754—2017', () => {
  test.each([
    [1, 20],
    [3, 97],
    [4, 473],
    [5, 1382],
  ])('codes of %i characters: %i', (length, count) => {
    expect(classification.filter(entry => entry.code.length === length)).toHaveLength(count)
  })

  test('codes are unique and every parent stands before its children', () => {
    const seen = new Set<string>()
    for (const { code, parent } of classification) {
      expect(seen.has(code), code).toBe(false)
      if (parent) expect(seen.has(parent), `${code} under ${parent}`).toBe(true)
      seen.add(code)
    }
  })

  test.each([
    ['C403', '钟表与计时仪器制造'],
    ['C4030', '钟表与计时仪器制造'],
    ['C2039', '软木制品及其他木制品制造'],
    ['K7010', '房地产开发经营'],
    ['M7520', '知识产权服务'],
    ['T9700', '国际组织'],
  ])('%s is %s', (code, name) => expect(nameOf.get(code)).toBe(name))

  test('C2038 is no class', () => expect(nameOf.has('C2038')).toBe(false))
})

describe('the table of industries', () => {
  test('every class of the standard is a concept', () => {
    const ids = new Set(rows.map(row => row.id))
    expect(classification.filter(entry => !ids.has(entry.code))).toEqual([])
  })

  test('a name belongs to one concept and one use', () => {
    const owners = new Map<string, string>()
    const twice: string[] = []
    for (const row of rows.filter(row => row.use !== 'silent')) {
      for (const name of namesOf(row)) {
        if (owners.has(name)) twice.push(`${name}: ${owners.get(name)}, ${row.id}`)
        owners.set(name, row.id)
      }
    }
    expect(twice).toEqual([])
  })

  test('parents are concepts, codes are codes of the standard', () => {
    const ids = new Set(rows.map(row => row.id))
    expect(rows.filter(row => row.parent && !ids.has(row.parent)).map(row => `${row.id} under ${row.parent}`)).toEqual([])
    expect(rows.filter(row => row.code && !nameOf.has(row.code)).map(row => `${row.id}: ${row.code}`)).toEqual([])
  })

  test('all nine domains of the 2018 list are there, with every second-level class', () => {
    const classes = { 1: 5, 2: 5, 3: 7, 4: 5, 5: 4, 6: 5, 7: 3, 8: 4, 9: 2 }
    const wanted = Object.entries(classes).flatMap(([domain, count]) => [
      domain,
      ...Array.from({ length: count }, (_, i) => `${domain}.${i + 1}`),
    ])
    const present = new Set(rows.map(row => row.strategic))
    expect(wanted.filter(each => !present.has(each))).toEqual([])
  })

  test('holds far more names than the standard', () => {
    const official = new Set(nameOf.values())
    expect(sources.flatMap(namesOf).filter(name => !official.has(name)).length).toBeGreaterThan(1200)
  })

  test('no name ends in 行业, 领域 or 企业, which stay outside of a mention', () => {
    expect(rows.flatMap(namesOf).filter(name => /(?:[^银发]行业|领域|企业|产业链|产业园)$/.test(name))).toEqual([])
  })

  test('marks and uses are known words', () => {
    const marks = new Set(rows.flatMap(row => row.marks?.split('|') ?? []))
    expect([...marks].sort()).toEqual(['bare', 'emerging', 'future', 'technology'])
  })

  test('no trap is a name', () => {
    const names = new Set(rows.filter(row => row.use !== 'silent').flatMap(namesOf))
    const traps = readTable<PlainRow>('industry-traps.tsv')
    expect(traps.flatMap(namesOf).filter(name => names.has(name))).toEqual([])
    expect(traps.filter(row => row.blocks !== 'industry')).toEqual([])
  })
})

describe('building', () => {
  const row = (id: string, name: string, more: Partial<IndustryRow> = {}): IndustryRow => ({ id, name, ...more })

  test('a short name of a class takes its place in the standard', () => {
    const [found] = buildIndustries([row('C36', '汽车产业')]).filter(each => namesOf(each).includes('汽车产业'))
    expect(found).toMatchObject({ id: 'C36', code: 'C36', parent: 'C', name: '汽车制造业', aliases: '汽车产业' })
  })

  test('a concept of our own keeps its first name as title', () => {
    const built = buildIndustries([row('robots', '机器人产业', { parent: 'C34' }), row('robots', '机器人', { use: 'listed' })])
    expect(built.filter(each => each.id === 'robots')).toEqual([
      { id: 'robots', name: '机器人产业', parent: 'C34' },
      { id: 'robots', name: '机器人', parent: 'C34', title: '机器人产业', use: 'listed' },
    ])
  })

  test('an official name yields to the use that the table gives it', () => {
    const built = buildIndustries([row('P83', '学前教育业'), row('D44', '电力生产', { use: 'listed' })])
    const uses = built.filter(each => namesOf(each).includes('电力生产')).map(each => each.use)
    expect(uses.filter(use => use !== 'silent')).toEqual(['listed'])
  })

  test('a name that two concepts claim is refused with both', () => {
    expect(() => buildIndustries([row('one', '茶产业'), row('two', '茶产业')])).toThrow(/茶产业 stands at one always and at two always/)
  })
})
