import { beforeAll, describe, expect, it } from 'vitest'
import { type Industry, type IndustryLevel, openTagger, type Tagger, ZhengceError } from '../../src/index.js'
import { readClassification } from '../../src/lexicon/build/gbt4754.js'

let tagger: Tagger
beforeAll(async () => {
  tagger = await openTagger()
})

const idsOf = (industries: readonly Industry[]): string[] => industries.map(({ id }) => id)

describe('industries.lookup', () => {
  it.each([
    ['C36', ['C36']],
    ['low-altitude', ['low-altitude']],
    ['汽车制造业', ['C36']],
    ['汽车零部件', ['C36']],
    [' 低空經濟 ', ['low-altitude']],
    ['ＡＩ', ['artificial-intelligence']],
  ])('%j: %j', (asked, ids) => expect(idsOf(tagger.industries.lookup(asked))).toEqual(ids))

  it('tells all of a sector', () => {
    const [hydrogen] = tagger.industries.lookup('氢能')
    expect(hydrogen).toMatchObject({
      id: 'hydrogen',
      name: '氢能产业',
      code: 'C261',
      parent: 'future-energy',
      emerging: true,
      future: true,
    })
    expect(hydrogen!.aliases).toContain('氢能')
    expect(hydrogen!.aliases).not.toContain('氢能产业')
    expect(tagger.industries.lookup('R84')).toEqual([])
    expect(tagger.industries.lookup('J68')[0]).not.toHaveProperty('emerging')
  })

  it('takes what a text may put behind a name', () => {
    for (const name of ['文旅', '文旅产业', '文旅行业', '文旅业'])
      expect(idsOf(tagger.industries.lookup(name)), name).toEqual(['culture-tourism'])
  })

  it('gives all levels that share a name, the widest first', () => {
    expect(idsOf(tagger.industries.lookup('国际组织'))).toEqual(['T', 'T97', 'T970', 'T9700'])
    expect(idsOf(tagger.industries.lookup('农业'))).toEqual(['A', 'A01'])
  })

  it('gives the sectors of a class of the strategic list', () => {
    expect(idsOf(tagger.industries.lookup('6.3'))).toEqual(['D4416', 'solar-power'])
  })

  it('is empty for what is no sector', () => {
    for (const asked of ['', '产业', '业', '人才培养', 'Z1', '00', 'C3799X']) expect(tagger.industries.lookup(asked), asked).toEqual([])
  })
})

describe('industries.parents and industries.children', () => {
  it('climb from the inside out', () => {
    expect(idsOf(tagger.industries.parents('C3612'))).toEqual(['C361', 'C36', 'C'])
    expect(idsOf(tagger.industries.parents('hydrogen'))).toEqual(['future-energy', 'new-energy', 'strategic-emerging'])
    expect(tagger.industries.parents('C')).toEqual([])
  })

  it('descend one level, by id', () => {
    expect(idsOf(tagger.industries.children('C36'))).toEqual(['C361', 'C362', 'C363', 'C364', 'C365', 'C366', 'C367'])
    expect(idsOf(tagger.industries.children('future-energy'))).toEqual(['energy-storage', 'fusion', 'hydrogen'])
  })

  it('are empty for what is unknown', () => {
    for (const asked of ['', 'C99', 'no-such-field']) {
      expect(tagger.industries.parents(asked)).toEqual([])
      expect(tagger.industries.children(asked)).toEqual([])
    }
  })

  it('reach every class of the standard from its section', () => {
    const below = (id: string): string[] => tagger.industries.children(id).flatMap(({ id }) => [id, ...below(id)])
    const reached = new Set([...'ABCDEFGHIJKLMNOPQRST'].flatMap(section => [section, ...below(section)]))
    expect(readClassification().filter(({ code }) => !reached.has(code))).toEqual([])
  })
})

describe('codes as people type them', () => {
  it('may be in small letters or lack the letter', () => {
    for (const asked of ['c36', '36', ' C36 ']) expect(tagger.industries.lookup(asked).map(({ id }) => id)).toEqual(['C36'])
    expect(tagger.industries.lookup('97').map(({ id }) => id)).toEqual(['T97'])
    expect(tagger.industries.parents('3612')).toEqual(tagger.industries.parents('C3612'))
    expect(tagger.industries.children('361')).toEqual(tagger.industries.children('C361'))
    for (const asked of ['00', '9999', 'c99']) expect(tagger.industries.lookup(asked)).toEqual([])
  })

  it('may be the domains that rollup gives out', () => {
    for (const domain of '123456789') expect(tagger.industries.children(domain), domain).not.toEqual([])
    expect(tagger.industries.children('5').map(({ id }) => id)).toContain('connected-vehicles')
  })
})

describe('industries.rollup', () => {
  const text = '发展氢能、人工智能和汽车产业，培育汽车零部件企业，支持银发经济和农业，做强沙棘深加工产业。'
  const rollup = (level: IndustryLevel) =>
    tagger.industries.rollup(tagger.annotate(text), level).map(({ id, name, count }) => `${id} ${name} ${count}`)

  it('counts mentions at each level, most frequent first', () => {
    expect(rollup('section')).toEqual(['C 制造业 3', 'A 农、林、牧、渔业 1', 'I 信息传输、软件和信息技术服务业 1', 'Q 卫生和社会工作 1'])
    expect(rollup('division')).toContain('C36 汽车制造业 2')
  })

  it('leaves out what is wider than the level', () => {
    expect(rollup('division').some(each => each.startsWith('A'))).toBe(false)
    expect(rollup('class')).toEqual(['Q8514 老年人、残疾人养护服务 1'])
  })

  it('counts a field without a strategic class of its own in the domain above it', () => {
    expect(rollup('domain')).toEqual(['1 新一代信息技术产业 1', '6 新能源产业 1'])
  })

  it('is empty for a document without sectors', () => {
    expect(tagger.industries.rollup({ entities: [] }, 'section')).toEqual([])
  })
})

describe('wrong arguments', () => {
  const codeOf = (run: () => unknown): string | undefined => {
    try {
      run()
    } catch (error) {
      return error instanceof ZhengceError ? error.code : String(error)
    }
    return undefined
  }

  it('are told', () => {
    for (const method of ['lookup', 'parents', 'children'] as const) {
      expect(codeOf(() => tagger.industries[method](36 as never))).toBe('INVALID_TEXT')
      expect(codeOf(() => tagger.industries[method](null as never))).toBe('INVALID_TEXT')
    }
    expect(codeOf(() => tagger.industries.rollup({} as never, 'section'))).toBe('INVALID_ARGUMENT')
    expect(codeOf(() => tagger.industries.rollup({ entities: [] }, 'toString' as never))).toBe('INVALID_OPTION')
  })
})

describe("a user's rows", () => {
  it('are concepts, and removed names lead nowhere', async () => {
    const own = await openTagger({
      dictionaries: [
        {
          table: 'industries',
          rows: [
            { name: '云端捕梦', id: 'dream-catching', parent: 'dream-catching', code: 'I65' },
            { name: '低空经济', id: 'low-altitude', action: 'remove' },
          ],
        },
      ],
    })
    expect(own.industries.lookup('云端捕梦')).toMatchObject([{ id: 'dream-catching', code: 'I65' }])
    expect(own.industries.parents('dream-catching')).toEqual([])
    expect(own.industries.lookup('低空经济')).toEqual([])
    expect(own.industries.lookup('low-altitude')[0]!.aliases).not.toContain('低空经济')
    expect(own.industries.rollup(own.annotate('做强云端捕梦产业。'), 'division')).toEqual([
      { id: 'I65', name: '软件和信息技术服务业', count: 1 },
    ])
    expect(tagger.industries.lookup('云端捕梦')).toEqual([])
  })
})
