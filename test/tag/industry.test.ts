import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseGold } from '../../src/corpus/gold.js'
import { createSegmenter } from '../../src/segment/segmenter.js'
import { recognizeIndustries } from '../../src/tag/industry.js'
import type { IndustryEntity } from '../../src/types.js'
import { lexicon, sourceOf } from '../support/lexicon.js'
import { sharedPath } from '../support/shared.js'

const segmenter = createSegmenter(lexicon)

function find(text: string): IndustryEntity[] {
  const source = sourceOf(text)
  return recognizeIndustries(lexicon.gazetteer.scan(source.codes), source, segmenter.segment(source))
}

const texts = (text: string): string[] => find(text).map(entity => entity.text)

describe('what a mention resolves to', () => {
  test.each([
    ['支持汽车产业发展', 'C36', '汽车制造业', 'C36'],
    ['做强医药制造业', 'C27', '医药制造业', 'C27'],
    ['繁荣金融', 'J', '金融业', 'J'],
    ['房地产业', 'K70', '房地产业', 'K70'],
    ['家政服务', 'O801', '家庭服务', 'O801'],
    ['高等教育', 'P834', '高等教育', 'P834'],
    ['工业制造', 'C', '制造业', 'C'],
    ['商业零售', 'F52', '零售业', 'F52'],
    ['民宿', 'H613', '民宿服务', 'H613'],
  ])('%s: %s %s', (text, concept, name, code) => {
    expect(find(text)).toMatchObject([{ concept, name, code }])
  })

  test.each([
    ['生物医药', { concept: 'biomedicine', strategic: '4.1' }],
    ['具身智能', { concept: 'embodied-intelligence', future: true }],
    ['6G', { concept: 'mobile-6g', future: true, strategic: '1.1' }],
    ['新材料', { concept: 'new-materials', strategic: '3' }],
  ])('%s is of the list of 2018 or of a plan', (text, fields) => expect(find(text)).toMatchObject([fields]))

  test('names of one field meet in one concept', () => {
    const concepts = ['人工智能', 'AI', '通用人工智能', 'ＡＩ'].map(name => find(`发展${name}`)[0]?.concept)
    expect(new Set(concepts)).toEqual(new Set(['artificial-intelligence']))
  })

  test('certainty tells names of the table from readings of the context', () => {
    expect(find('旅游')).toMatchObject([{ rule: 'name', certainty: 'read' }])
    expect(find('水泥行业')).toMatchObject([{ rule: 'listed-name', certainty: 'inferred' }])
    expect(find('船舶制造业')).toMatchObject([{ rule: 'grown-name', certainty: 'read' }])
    expect(find('发展鸵鸟产业')).toMatchObject([{ rule: 'open-ending', certainty: 'inferred', concept: 'unlisted', name: '鸵鸟产业' }])
  })
})

describe('where a mention ends', () => {
  test.each([
    ['文旅产业', ['文旅产业']],
    ['文旅行业', ['文旅']],
    ['数字文娱产业链', ['数字文娱']],
    ['氢能产业园', ['氢能']],
    ['金融业务', ['金融']],
    ['旅游业态', ['旅游']],
    ['物流业主', ['物流']],
    ['食品工业园区', ['食品工业']],
    ['人工智能软件', ['人工智能']],
    ['人工智能大模型', ['人工智能']],
    ['具身智能机器人', ['具身智能']],
    ['医疗康养', ['医疗康养']],
    ['科技金融', ['金融']],
    ['智慧餐饮', ['餐饮']],
    ['高端装备制造', ['高端装备制造']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))
})

describe('names that no table has', () => {
  test.each([
    ['做大做强榧子油产业', '榧子油产业', '做大做强'],
    ['培育蝇蛆产业', '蝇蛆产业', '培育'],
    ['發展蛹蟲草產業', '蛹蟲草產業', '發展'],
    ['发展瓷板画业', '瓷板画业', '发展'],
    ['扶持瓷板画加工业', '瓷板画加工业', '扶持'],
    ['壮大蜂蜡制造业', '蜂蜡制造业', '壮大'],
    ['布局无人艇装备', '无人艇装备', '布局'],
    ['建德市榧子油产业五年规划', '榧子油产业', '建德市'],
    ['发展纺织、化纤、榧子油等产业', '榧子油', '等产业'],
    ['发展纺织、榧子油、化纤等产业', '榧子油', '等产业'],
  ])('%s: %s by %s', (text, name, cue) => {
    const entity = find(text).find(each => each.concept === 'unlisted')
    expect(entity).toMatchObject({ text: name, certainty: 'inferred', rule: expect.stringMatching(/^open-(ending|member)$/) })
    expect(entity).not.toHaveProperty('code')
    expect(text.slice(entity!.cue!.start, entity!.cue!.end)).toBe(cue)
  })

  test.each([
    '发展特色产业',
    '做强苏州产业',
    '推动两地产业协作',
    '推进线上业务',
    '提升消防装备水平',
    '促进充分就业',
    '杭州市重点产业',
    '长三角开展产业转移',
    '从事经营活动',
    '壮大优势制造业集团',
  ])('%s has none', text => expect(find(text).filter(each => each.concept === 'unlisted')).toEqual([]))

  test('a cluster of an unknown sector leaves the sector', () => expect(texts('打造榧子油产业链')).toEqual(['榧子油']))
})

describe('what reading real documents showed', () => {
  test.each([
    ['缴纳物业服务费和检验检测费', []],
    ['新建养老服务设施', []],
    ['改造冷链物流设施', []],
    ['整治快递网点和餐饮门店', []],
    ['推进建筑业工业化', ['建筑业']],
    ['教育、交通运输、农业农村等部门', []],
    ['沼气、道路等公用设施', []],
    ['建设超短脉冲激光、低温等设施群', []],
    ['5G、大数据等设施', ['5G', '大数据']],
    ['发展家具、假发制品等产业', ['家具', '假发制品']],
    ['投向交通、水利基础设施等领域', ['交通']],
    ['数据的采集、存储、加工、传输', []],
    ['依托林业科学研究院开展培训', []],
    ['具有普通高等教育本科学历', []],
    ['支持其他农业发展', ['农业']],
    ['“人工智能+制造”行动', ['人工智能', '制造']],
    ['补贴新能源充电桩', ['新能源']],
    ['培育露营新业态', ['露营']],
    ['突破原创新药与高端装备', ['高端装备']],
    ['促进跨境电商健康持续发展', ['跨境电商']],
    ['建成旅游公路百公里', []],
    ['采购氢能机车和储能电芯', ['氢能', '储能']],
    ['支持乳制品、肉制品龙头企业', ['乳制品', '肉制品']],
    ['检查危险化学品经营企业', ['危险化学品']],
    ['规范典当行业', ['典当']],
    ['支持物业服务企业', ['物业服务']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))
})

describe('part of a name, or not meant as a sector', () => {
  test.each([
    ['澜禾乳业、岑硕矿业扩建投产', []],
    ['做强酒业，提振本地乳业', ['酒业', '乳业']],
    ['引进紫金矿业和京东物流', []],
    ['入驻锡林浩特市工业园区和江北工业集中区', []],
    ['改造老旧工业园区', ['工业']],
    ['优化贵州省工业区域布局', ['工业']],
    ['（以下简称“轻工园”）', []],
    ['加盟市餐饮行业协会、文旅投资发展集团和氢能产业联盟', []],
    ['推动旅游投资发展', ['旅游']],
    ['共建集成电路实验室', []],
    ['风电装机突破百万千瓦，储能装机翻番', []],
    ['工商业用户错峰用电', []],
    ['建设工商业储能', ['工商业储能']],
    ['回收废锂电池和废旧铅蓄电池', []],
    ['规范废塑料加工', ['塑料加工']],
    ['新建循环水养殖基地', []],
    ['建设制造业创新中心', ['制造业']],
    ['推广青少年冰雪运动，发展冰雪运动', ['冰雪运动']],
    ['承办全国性体育赛事', []],
    ['对新职工开展安全生产教育，违纪的进行教育', []],
    ['提升资本市场服务实体经济能力', []],
    ['由渔业渔政主管部门核查渔业船舶', []],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))
})

describe('the whole noun phrase before an ending', () => {
  test.each([
    ['壮大榧子油、茶籽油等果壳炭化服务产业', '果壳炭化服务产业', '等'],
    ['布局模组、线缆等算力配套产业', '算力配套产业', '等'],
    ['发展算法、模型等语料清洗加工产业', '语料清洗加工产业', '等'],
  ])('%s: %s', (text, name, cue) => {
    const entity = find(text).find(each => each.text === name)
    expect(entity).toMatchObject({ rule: 'open-ending', certainty: 'inferred' })
    expect(text.slice(entity!.cue!.start, entity!.cue!.end)).toBe(cue)
  })

  test.each([
    ['形成高等服务产业', ['服务产业']],
    ['壮大水产、蔬菜等特色产业', ['水产', '蔬菜']],
    ['打造云服务产业', ['云服务产业']],
    ['推进农文旅融合', ['农文旅']],
    ['支持可再生能源发电', ['可再生能源发电']],
    ['扶持种养殖企业', ['种养殖']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))
})

describe('lists', () => {
  test.each([
    ['关停铸造、电镀、火电以及其他高耗水项目', ['铸造', '电镀', '火电']],
    ['引入设计开发、运维服务、供应链管理等环节的制造业', ['制造业']],
    ['促进家政+养老融合', ['家政', '养老']],
    ['实用新型专利+外观设计专利', []],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))
})

describe('names that need company', () => {
  test.each([
    ['购买水泥', []],
    ['水泥企业', ['水泥']],
    ['水泥、玻璃等行业', ['水泥', '玻璃']],
    ['水泥、玻璃等货物', []],
    ['钢铁、水泥、玻璃、家具', ['钢铁']],
    ['钢铁、水泥', ['钢铁', '水泥']],
    ['交通、水利等基础设施', []],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))
})

describe('hostile input', () => {
  test('a name of the table inside one by its ending is the longer one', () => expect(texts('等水泥业产业')).toEqual(['水泥业产业']))

  test.each(['业', '产业', '产', '、', '工', '人工智能', '水泥、', '教育、', '发展产业', 'AI', '\ud800', ' '])('%j over and over', unit => {
    const text = unit.repeat(Math.ceil(400_000 / unit.length))
    expect(find(text).every(entity => text.slice(entity.start, entity.end) === entity.text)).toBe(true)
  })

  test('any mixture of words gives sorted spans that do not overlap', () => {
    const words = [
      '旅游',
      '业',
      '产业',
      '、',
      '等',
      '行业',
      '水泥',
      '人工智能',
      '大模型',
      '机构',
      '发展',
      '沙棘',
      '和',
      '，',
      'AI',
      '金融',
      '务',
      '园',
      '文化',
      '遗产',
    ]
    const sentence = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(sentence, text => {
        let end = 0
        for (const entity of find(text)) {
          expect(entity.start).toBeGreaterThanOrEqual(end)
          expect(entity.end).toBeGreaterThan(entity.start)
          expect(entity.text).toBe(text.slice(entity.start, entity.end))
          end = entity.end
        }
      }),
    )
  })
})

const gold = sharedPath('real/digest.gold.txt')

test.skipIf(gold === undefined)('agrees with annotators on the digest', () => {
  const { text, entities } = parseGold(readFileSync(gold as string, 'utf8'))
  const others = entities.filter(entity => entity.type !== 'industry')
  const key = ({ start, end }: { start: number; end: number }): string => `${start} ${text.slice(start, end).replace(/产业$/, '')}`
  const wanted = new Set(entities.filter(entity => entity.type === 'industry').map(key))
  const found = find(text).filter(entity => !others.some(other => other.start < entity.end && entity.start < other.end))
  const hits = found.filter(entity => wanted.has(key(entity))).length
  expect((2 * hits) / (found.length + wanted.size)).toBeGreaterThan(0.95)
})
