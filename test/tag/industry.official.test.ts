import { beforeAll, describe, expect, it } from 'vitest'
import type { Tagger } from '../../src/index.js'
import { readClassification } from '../../src/lexicon/build/gbt4754.js'
import { buildIndustries } from '../../src/lexicon/build/industries.js'
import { readTable } from '../../src/lexicon/build/tables.js'
import { namesOf } from '../../src/lexicon/gazetteer.js'
import type { IndustryRow } from '../../src/lexicon/tables.js'
import { loadBuilt } from '../support/built.js'
import { STRATEGIC, STRATEGIC_NAMES } from '../support/strategic.js'

let tagger: Tagger
beforeAll(async () => {
  tagger = await (await loadBuilt()).openTagger()
})

/** What a text puts around a name that is a sector wherever it stands, one that needs company, and one that is whole only between signs. */
const CARRIERS = {
  always: ['支持{}发展', '从事{}的单位可以申报。', '推动{}、餐饮业融合', '全市{}增加值增长5%', '{}'],
  listed: ['规范{}行业', '对{}企业给予奖励', '支持{}、餐饮、住宿等行业'],
  alone: ['{}', '金融业、{}、餐饮业', '名称\t{}\t代码'],
}

const codesOf = new Map<string, string[]>()
for (const { code, name } of readClassification()) codesOf.set(name, [...(codesOf.get(name) ?? []), code])

const useOf = new Map<string, IndustryRow['use'] | 'always'>()
for (const row of buildIndustries(readTable<IndustryRow>('industries.tsv'))) {
  for (const name of namesOf(row)) if (useOf.get(name) === undefined || useOf.get(name) === 'silent') useOf.set(name, row.use ?? 'always')
}
const namesOfUse = (use: string): string[] => [...codesOf.keys()].filter(name => useOf.get(name) === use)

/** 农业 is the name of division A01, and in texts what everybody calls section A. */
const SHORT_FORM_OF_A_WIDER_ONE = ['农业']

/** The field of the mention that covers the name in the carrier. */
function resolved(name: string, carrier: string, field: 'code' | 'strategic'): string | undefined {
  const start = carrier.indexOf('{}')
  const entity = tagger.annotate(carrier.replace('{}', name)).entities.find(each => each.start === start)
  return entity?.type === 'industry' && entity.end >= start + name.length ? entity[field] : undefined
}

describe('official names of GB/T 4754—2017', () => {
  it('all lead to their codes by look-up', () => {
    const missing = [...codesOf].filter(
      ([name, codes]) => !codes.every(code => tagger.industries.lookup(name).some(each => each.id === code)),
    )
    expect(missing).toEqual([])
  })

  it.each(['always', 'listed', 'alone'] as const)('all resolve in sentences where they are a sector: %s', use => {
    const wrong = namesOfUse(use)
      .filter(name => !SHORT_FORM_OF_A_WIDER_ONE.includes(name))
      .flatMap(name =>
        CARRIERS[use].map(carrier => [carrier.replace('{}', name), resolved(name, carrier, 'code'), codesOf.get(name)!] as const),
      )
      .filter(([, code, codes]) => !codes.includes(code ?? ''))
    expect(wrong.map(([text, code]) => `${text} ${code}`)).toEqual([])
  })

  it('few of them are also ordinary words, the rest of a sector, organs or institutions', () => {
    expect(codesOf.size).toBe(1766)
    const counts = Object.fromEntries(['always', 'listed', 'alone', 'silent'].map(use => [use, namesOfUse(use).length]))
    expect(counts).toEqual({ always: 1479, listed: 158, alone: 51, silent: 78 })
  })

  it.each(['支持其他农业发展', '对其他房地产业企业征收', '参加失业保险', '新建综合医院', '由工会组织', '开展生态保护', '提供法律服务'])(
    'an ordinary sense stays one: %s',
    text => {
      const found = tagger.annotate(text).entities.flatMap(entity => (entity.type === 'industry' ? [entity.text] : []))
      expect(found.filter(each => codesOf.has(each) && useOf.get(each) !== 'always')).toEqual([])
    },
  )

  it('其他 before a sector leaves the sector', () => {
    expect(tagger.annotate('支持其他农业发展').entities).toMatchObject([{ text: '农业', code: 'A' }])
  })
})

describe('classes of the strategic list', () => {
  it.each(STRATEGIC_NAMES)('%s: %s', (name, strategic) => {
    const carriers = useOf.get(name) === 'alone' ? CARRIERS.alone : CARRIERS.always
    const found = carriers.map(carrier => resolved(name, carrier, 'strategic') ?? '')
    expect(found).toEqual(carriers.map(() => strategic))
    expect(tagger.industries.lookup(strategic).length).toBeGreaterThan(0)
  })

  it('a domain is found first by its number', () => {
    for (const [domain, [name]] of Object.entries(STRATEGIC)) {
      const [first] = tagger.industries.lookup(domain)
      expect([first!.name, ...first!.aliases]).toContain(name)
    }
  })
})
