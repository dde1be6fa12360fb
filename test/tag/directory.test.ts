import { beforeAll, describe, expect, it } from 'vitest'
import { openTagger, type Region, type Tagger } from '../../src/index.js'

let tagger: Tagger
beforeAll(async () => {
  tagger = await openTagger()
})

const named = (regions: readonly Region[]) => regions.map(({ name, adcode }) => `${name} ${adcode ?? ''}`.trim())

describe('regions.lookup', () => {
  it('finds the full, the short and the traditional name', () => {
    for (const name of ['湖北省', '湖北', '鄂', ' 湖北 '])
      expect(tagger.regions.lookup(name)).toMatchObject([{ name: '湖北省', adcode: '420000' }])
    expect(tagger.regions.lookup('雲南省')).toEqual([{ name: '云南省', kind: 'place', adcode: '530000', level: 'province' }])
    expect(named(tagger.regions.lookup('延边'))).toEqual(['延边朝鲜族自治州 222400'])
  })

  it('gives every region that shares a name, by code', () => {
    expect(named(tagger.regions.lookup('鼓楼区'))).toEqual(['鼓楼区 320106', '鼓楼区 320302', '鼓楼区 350102', '鼓楼区 410204'])
    expect(named(tagger.regions.lookup('吉林'))).toEqual(['吉林省 220000', '吉林市 220200'])
  })

  it('finds a code in force and one that is not', () => {
    expect(tagger.regions.lookup('330782')).toEqual([{ name: '义乌市', kind: 'place', adcode: '330782', level: 'county' }])
    expect(tagger.regions.lookup('310119')).toEqual([
      { name: '南汇区', kind: 'former', adcode: '310115', formerAdcode: '310119', level: 'county' },
    ])
  })

  it('gives the name in force before a former one', () => {
    expect(named(tagger.regions.lookup('420600'))).toEqual(['襄阳市 420600', '襄樊市 420600'])
  })

  it('finds former names, groups and functional areas', () => {
    expect(tagger.regions.lookup('莱芜市')[0]).toMatchObject({ kind: 'former', adcode: '370116', level: 'prefecture' })
    expect(tagger.regions.lookup('京津冀')).toEqual([
      { name: '京津冀', kind: 'group', id: 'beijing-tianjin-hebei', members: ['110000', '120000', '130000'] },
    ])
    expect(tagger.regions.lookup('前海')).toMatchObject([
      { name: '前海深港现代服务业合作区', kind: 'area', adcode: '440305', id: 'qianhai' },
    ])
  })

  it('is empty for what is no region', () => {
    for (const name of ['', '高新区', '桃花源省', '999999', '４４０', '湖北省武汉市']) expect(tagger.regions.lookup(name), name).toEqual([])
  })
})

describe('regions.parents', () => {
  it('goes from the inside out', () => {
    expect(named(tagger.regions.parents('440106'))).toEqual(['广州市 440100', '广东省 440000'])
    expect(named(tagger.regions.parents('310104'))).toEqual(['上海市 310000'])
    expect(named(tagger.regions.parents('429004'))).toEqual(['湖北省 420000'])
  })

  it('is empty for a province and for an unknown code', () => {
    for (const code of ['530000', '100000', '000000', '449999']) expect(tagger.regions.parents(code), code).toEqual([])
  })

  it('tells where a former region was', () => {
    expect(named(tagger.regions.parents('341402'))).toEqual(['巢湖地区 340181', '安徽省 340000'])
  })
})

describe('regions.children', () => {
  it('gives what is directly below, by code', () => {
    expect(named(tagger.regions.children('460200'))).toEqual(['海棠区 460202', '吉阳区 460203', '天涯区 460204', '崖州区 460205'])
    expect(tagger.regions.children('310000')).toHaveLength(16)
    expect(tagger.regions.children('420000').map(({ level }) => level)).toContain('county')
  })

  it('gives the provinces of the whole', () => {
    expect(tagger.regions.children('100000')).toHaveLength(34)
  })

  it('reaches every place once, from parents that name it', () => {
    const below = (code: string): Region[] => tagger.regions.children(code).flatMap(region => [region, ...below(region.adcode!)])
    const places = below('100000')
    expect(new Set(places.map(({ adcode }) => adcode)).size).toBe(places.length)
    expect(places.length).toBeGreaterThan(3200)
    for (const { adcode } of tagger.regions.children('530000'))
      for (const child of tagger.regions.children(adcode!)) expect(tagger.regions.parents(child.adcode!)[0]?.adcode).toBe(adcode)
  })

  it('is empty for a county and for an unknown code', () => {
    for (const code of ['440106', '990000']) expect(tagger.regions.children(code)).toEqual([])
  })
})

describe('agencies.parse', () => {
  it('reads the short and the full name of an organ alike', () => {
    const expected = { name: '上海市经济和信息化委员会', function: 'industry-and-information-technology', level: 'province' }
    for (const name of ['上海市经信委', '上海市经济和信息化委员会', '上海市經信委'])
      expect(tagger.agencies.parse(name)).toMatchObject({ ...expected, region: { name: '上海市', adcode: '310000' } })
  })

  it.each([
    ['国家发改委', '国家发展和改革委员会', 'national', undefined],
    ['江苏金融监管局', '国家金融监督管理总局江苏监管局', 'province', '江苏省'],
    ['天河区教育局', '广州市天河区教育局', 'county', '天河区'],
    ['昆山市周庄镇政府', '昆山市周庄镇人民政府', 'township', '昆山市'],
    ['安徽省委宣传部', '中共安徽省委宣传部', 'province', '安徽省'],
    ['财政局', '财政局', undefined, undefined],
  ])('reads %s', (name, full, level, region) => {
    const parsed = tagger.agencies.parse(name)
    expect(parsed).toMatchObject({ name: full })
    expect([parsed?.level, parsed?.region?.name]).toEqual([level, region])
  })

  it('marks a former organ', () => {
    expect(tagger.agencies.parse('湖南省质监局')).toMatchObject({ name: '湖南省质量技术监督局', former: true })
  })

  it('is undefined for what is no organ, or more than one', () => {
    for (const name of ['', '浙江大学', '有关部门', '上海市', '上海市经信委和财政局', '按上海市经信委要求', '无锡银行'])
      expect(tagger.agencies.parse(name), name).toBeUndefined()
  })
})

describe('bad input', () => {
  const wrong = [undefined, null, 440000, {}] as unknown as string[]
  it('has a code', () => {
    for (const value of wrong) {
      expect(() => tagger.regions.lookup(value)).toThrow(expect.objectContaining({ code: 'INVALID_TEXT' }))
      expect(() => tagger.agencies.parse(value)).toThrow(expect.objectContaining({ code: 'INVALID_TEXT' }))
    }
    for (const value of [...wrong, '广东', '44010', '４４０１００', '4401001'] as string[]) {
      expect(() => tagger.regions.parents(value)).toThrow(expect.objectContaining({ code: 'INVALID_ADCODE' }))
      expect(() => tagger.regions.children(value)).toThrow(expect.objectContaining({ code: 'INVALID_ADCODE' }))
    }
  })
})

describe("a user's rows", () => {
  it('are looked up, and removed ones are gone', async () => {
    const own = await openTagger({
      dictionaries: [
        {
          table: 'regions',
          rows: [
            { name: '云梦泽市', aliases: '云梦泽', adcode: '429900' },
            { name: '青云县', adcode: '429921' },
            { name: '天河区', action: 'remove' },
          ],
        },
      ],
    })
    expect(named(own.regions.lookup('云梦泽'))).toEqual(['云梦泽市 429900'])
    expect(named(own.regions.children('429900'))).toEqual(['青云县 429921'])
    expect(named(own.regions.parents('429921'))).toEqual(['云梦泽市 429900', '湖北省 420000'])
    expect([own.regions.lookup('天河区'), own.regions.lookup('440106')]).toEqual([[], []])
    expect(own.agencies.parse('青云县财政局')).toMatchObject({ name: '青云县财政局', level: 'county', region: { adcode: '429921' } })
    expect(tagger.regions.lookup('云梦泽')).toEqual([])
  })
})
