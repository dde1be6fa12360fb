import { describe, expect, test } from 'vitest'
import { structure } from '../../src/structure/structure.js'
import { sourceOf } from './source.js'

const articlesOf = (text: string) => structure(sourceOf(text)).articles

describe('notices', () => {
  test('title over several lines, number and date', () => {
    const text =
      '某省人民政府关于促进\n 养老服务发展的\n 意见\n某政发〔2022〕7号\n各市人民政府：\n现提出如下意见：\n一、建设床位。\n某省人民政府\n二〇二二年三月五日'
    expect(articlesOf(text)).toMatchObject([
      {
        start: 0,
        end: text.length,
        title: '某省人民政府关于促进养老服务发展的意见',
        documentNumber: '某政发〔2022〕7号',
        date: '2022-03-05',
      },
    ])
  })

  test('the furniture of a site above the title is outside', () => {
    const text = '当前位置：首页 > 文件\n【字体：大 中 小】\n某市消费券管理办法\n第一条 消费券应当实名领取。'
    expect(articlesOf(text)[0]).toMatchObject({ start: text.indexOf('某市'), title: '某市消费券管理办法' })
  })

  test('two notices in one file', () => {
    const notice = (city: string, number: number) =>
      `${city}人民政府关于支持旅游的通知\n${city}府发〔2021〕${number}号\n各区人民政府：\n一、加大投入。安排资金。\n${city}人民政府\n2021年3月${number}日`
    const text = `${notice('甲市', 1)}\n${notice('乙市', 2)}`
    expect(articlesOf(text).map(({ title, date, documentNumber }) => [title, documentNumber, date])).toEqual([
      ['甲市人民政府关于支持旅游的通知', '甲市府发〔2021〕1号', '2021-03-01'],
      ['乙市人民政府关于支持旅游的通知', '乙市府发〔2021〕2号', '2021-03-02'],
    ])
  })

  test('a title glued to its number and its text', () => {
    const text = '某市人民政府关于就业的意见某政发〔2020〕5号各区人民政府：现提出如下意见：一、稳岗。返还保费。二、扩岗。给予补贴。'
    expect(articlesOf(text)).toMatchObject([{ title: '某市人民政府关于就业的意见', documentNumber: '某政发〔2020〕5号' }])
  })

  test('a reference in running text is no number of the document', () => {
    expect(articlesOf('根据《意见》（国发〔2015〕43号），制定本措施。\n一、加大投入。')[0].documentNumber).toBeUndefined()
  })
})

describe('digests', () => {
  const text = [
    '科技前沿',
    '甲市出台措施支持算力发展',
    '近日，甲市印发《算力若干措施》。',
    '一是建设中心。',
    '二是发放算力券。',
    '乙市启动消费季',
    '日前，乙市启动消费季活动。',
    '一是发放消费券。',
    '民生关注',
    '丙市多措并举稳就业',
    '丙市坚持就业优先。',
    '一是扩大招工。',
  ].join('\n')

  test('titles, sections and bounds', () => {
    expect(
      articlesOf(text).map(({ section, title, start, end }) => [section, title, text.slice(end - 4, end), start === text.indexOf(title!)]),
    ).toEqual([
      ['科技前沿', '甲市出台措施支持算力发展', '算力券。', true],
      ['科技前沿', '乙市启动消费季', '消费券。', true],
      ['民生关注', '丙市多措并举稳就业', '大招工。', true],
    ])
  })

  test('measures know their article', () => {
    expect(structure(sourceOf(text)).measures.map(({ article }) => article)).toEqual([0, 0, 1, 2])
  })

  test('subheadings of one news item make no articles', () => {
    const news =
      '甲市调整医保政策\n1日起，甲市医保有新变化。\n共济范围扩大\n个人账户可支付近亲属的费用。\n报销比例提高\n门诊报销比例提高到70%。'
    expect(articlesOf(news)).toHaveLength(1)
  })
})
