import { describe, expect, test } from 'vitest'
import { readClassification } from '../../src/lexicon/build/gbt4754.js'
import { buildIndustries } from '../../src/lexicon/build/industries.js'
import { readTable } from '../../src/lexicon/build/tables.js'
import { namesOf } from '../../src/lexicon/gazetteer.js'
import type { IndustryRow, PlainRow } from '../../src/lexicon/tables.js'
import { STRATEGIC_NAMES } from '../support/strategic.js'

const classification = readClassification()
const sources = readTable<IndustryRow>('industries.tsv')
const rows = buildIndustries(sources)
const nameOf = new Map(classification.map(entry => [entry.code, entry.name]))

/** Endings that only the name of a sector has. */
const ENDING = /(?:业|制造|加工|种植|养殖|饲养|采选|开采|采运|冶炼|铸造|批发|零售|运输|仓储|修理|维修|租赁|出租)$/
const LONGEST_WORD = 3
const traps = [...readTable<PlainRow>('industry-traps.tsv'), ...readTable<PlainRow>('plain.tsv')]
  .filter(({ blocks }) => blocks.includes('industry'))
  .flatMap(namesOf)
const official = new Set([...nameOf.values(), ...STRATEGIC_NAMES.map(([name]) => name)])
const allNames = new Set([...sources.flatMap(namesOf), ...nameOf.values()])
const isAlways = (row: IndustryRow): boolean => row.use === undefined

/** What can be checked of each reason that dict/README.md tells. */
const HOLDS: Readonly<Record<string, (name: string, row: IndustryRow) => boolean>> = {
  official: (name, row) => isAlways(row) && official.has(name),
  ending: (name, row) => isAlways(row) && ENDING.test(name),
  compound: (name, row) => isAlways(row) && isCompound(name),
  word: (name, row) => isAlways(row) && name.length <= LONGEST_WORD && !isTrapped(name),
  term: (name, row) => isAlways(row) && name.length > LONGEST_WORD,
  trapped: (name, row) => isAlways(row) && isTrapped(name),
  company: (_, row) => row.use === 'listed',
  alone: (_, row) => row.use === 'alone',
  organ: (_, row) => row.use === 'silent',
}

const isTrapped = (name: string): boolean => traps.some(trap => trap !== name && trap.includes(name))

function isCompound(name: string): boolean {
  for (let cut = 1; cut < name.length; cut++) {
    if (allNames.has(name.slice(0, cut)) && allNames.has(name.slice(cut).replace(/^[、和与及/]/, ''))) return true
  }
  return false
}

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

  test('every field has a place below another, but for the widest', () => {
    const roots = rows.filter(row => row.parent === undefined && !nameOf.has(row.id)).map(row => row.id)
    const widest = ['digital-economy', 'energy', 'future-space', 'industry', 'marine-economy', 'services', 'strategic-emerging']
    expect([...new Set(roots)].sort()).toEqual(widest)
    const domains = rows.filter(row => row.parent === 'strategic-emerging').flatMap(row => row.strategic ?? [])
    expect([...new Set(domains)].sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
  })

  test('all nine domains of the 2018 list are there, with every second-level class', () => {
    const present = new Set(rows.map(row => row.strategic))
    expect(STRATEGIC_NAMES).toHaveLength(9 + 40)
    expect(STRATEGIC_NAMES.filter(([, strategic]) => !present.has(strategic))).toEqual([])
  })

  test('holds far more names than the standard, every one with a reason', () => {
    expect(new Set(sources.flatMap(namesOf).filter(name => !official.has(name))).size).toBeGreaterThan(5000)
    expect(sources.filter(row => row.reason === undefined).map(row => row.name)).toEqual([])
  })

  test('the reasons of a row hold for its names, and none is told in vain', () => {
    const wrong = sources.flatMap(row => {
      const told = row.reason!.split('|')
      const bare = namesOf(row).filter(name => !told.some(reason => HOLDS[reason]!(name, row)))
      const vain = told.filter(reason => !namesOf(row).some(name => HOLDS[reason]!(name, row)))
      return [...bare.map(name => `${row.id}: ${name} by ${row.reason}`), ...vain.map(reason => `${row.id}: ${reason} in vain`)]
    })
    expect(wrong).toEqual([])
  })

  test.each([
    ['低空经济', 'C3963'],
    ['具身智能', 'C3964'],
    ['银发经济', 'Q8514'],
    ['首发经济', 'F52'],
    ['冰雪经济', 'R89'],
    ['数据标注', 'I655'],
    ['算力产业', 'I645'],
    ['量子信息', 'I65'],
    ['脑机接口', 'C358'],
    ['商业航天', 'C374'],
    ['生物制造', 'C283'],
    ['氢能', 'C261'],
    ['新型储能', 'C384'],
    ['民宿', 'H613'],
    ['电竞', 'R8911'],
    ['直播电商', 'F5292'],
    ['预制菜', 'C143'],
    ['元宇宙', 'I65'],
    ['人形机器人', 'C3964'],
  ])('%s, which no standard lists, is emerging and nearest to %s', (name, code) => {
    const row = rows.find(each => namesOf(each).includes(name))
    expect(row).toMatchObject({ code })
    expect(row?.marks).toContain('emerging')
  })

  test.each(['future-manufacturing', 'future-information', 'future-materials', 'future-energy', 'future-space', 'future-health'])(
    '%s is a direction of the plan for future industries, with fields below it',
    id => {
      expect(rows.find(row => row.id === id)?.marks).toContain('future')
      const fields = rows.filter(row => row.parent === id)
      expect(fields.length).toBeGreaterThan(0)
      expect(fields.filter(field => !field.marks?.includes('future'))).toEqual([])
    },
  )

  test('what is compiled has no reasons', () => {
    expect(rows.filter(row => 'reason' in row || 'note' in row)).toEqual([])
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
