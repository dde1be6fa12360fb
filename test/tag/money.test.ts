import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognizeMoney } from '../../src/tag/money.js'
import { foldWidths, normalize } from '../../src/text/normalize.js'
import type { MoneyEntity } from '../../src/types.js'

const fold = foldWidths()
const read = (text: string): MoneyEntity[] => recognizeMoney(normalize(text, fold))
const only = (text: string): MoneyEntity => {
  const found = read(text)
  expect(found.map(e => e.text)).toHaveLength(1)
  return found[0] as MoneyEntity
}

describe('the span of an amount', () => {
  test.each([
    ['奖励２００万元。', '２００万元'],
    ['奖励1，000万元。', '1，000万元'],
    ['奖励500 万元。', '500 万元'],
    ['全年实现产值1\n200万元。', '1\n200万元'],
    ['奖励100万\n元。', '100万\n元'],
    ['共计壹仟玖佰圆整，', '壹仟玖佰圆整'],
    ['折合3.5亿元人民币。', '3.5亿元人民币'],
    ['资本人民币50万元。', '50万元'],
    ['资本人民币50万，', '人民币50万'],
    ['约合US$1.2 million。', 'US$1.2 million'],
    ['收入123元4角5分。', '123元4角5分'],
    ['补贴30万元到100万元不等。', '30万元到100万元'],
    ['出口200万-500万（不含）美元。', '200万-500万（不含）美元'],
    ['资金5000万元以上至1亿元的，', '5000万元以上至1亿元'],
    ['补贴8000元/年。', '8000元'],
  ])('%j has %j', (text, span) => expect(only(text).text).toBe(span))

  test.each(['1、500万元以上的项目', '（1）500万元以上的项目', '第1条 500万元以上的项目'])('the ordinal of %j stays out', text =>
    expect(only(text).text).toBe('500万元'),
  )

  test.each([
    '三元锂电池、二元结构、多元化、一元复始、公元2024年、单元楼3单元',
    '打造千亿级产业集群和百亿产业园，实施双千亿项目',
    '万元GDP能耗、万元以上、亿元村',
    '100万条语料、22亿词元、40个项目、5万千瓦、建筑面积1万-3万(不含)平方米',
    '得5分，扣2分，占三分之一，长三角，三块牌子',
    '2023、2024年',
    '订单号 A202107211321363588510367 可用作',
    '一旦、一是、数据、千方百计、万无一失、百花齐放',
  ])('%s has none', text => expect(read(text).map(e => e.text)).toEqual([]))
})

describe('lists', () => {
  test('a cue before the first member reaches over the list', () => {
    const found = read('分别给予最高200万元、300万元和500万元资助')
    expect(found.map(e => [e.bound, e.high])).toEqual([
      ['max', 2e6],
      ['max', 3e6],
      ['max', 5e6],
    ])
  })

  test('a cue behind the last member reaches back', () => {
    expect(read('营业收入达到1亿元、5亿元、10亿元以上的企业').map(e => e.bound)).toEqual(['min', 'min', 'min'])
  })

  test('以上 and 以下 fence a range, without a closing 以下 each member has its own bound', () => {
    expect(read('处一万元以上五万元以下罚款')).toMatchObject([{ text: '一万元以上五万元', bound: 'range', low: 1e4, high: 5e4 }])
    expect(read('一万元以上五万元罚款').map(e => e.text)).toEqual(['一万元', '五万元'])
    expect(read('车价10万元（含）以下补贴2000元，10万元以上补贴4000元').map(e => [e.text, e.bound])).toEqual([
      ['10万元', 'max'],
      ['2000元', 'exact'],
      ['10万元', 'min'],
      ['4000元', 'exact'],
    ])
  })

  test('members borrow the unit of the last and say so', () => {
    const found = read('奖励20、30、50万元')
    expect(found.map(e => [e.text, e.low, e.certainty])).toEqual([
      ['20', 2e5, 'inferred'],
      ['30', 3e5, 'inferred'],
      ['50万元', 5e5, 'read'],
    ])
  })
})

describe('fields', () => {
  test('the cue is a span of the text', () => {
    const text = '单家企业补助原则上不超过50万元。'
    const { cue } = only(text)
    expect(text.slice(cue?.start, cue?.end)).toBe('原则上不超过')
  })

  test('two shares name no rate', () => expect(only('按投资额的50%—100%给予最高200万元补助').rate).toBeUndefined())

  test('a ratio is a rate without a base', () => expect(only('按1:1给予最高1000万元配套')).toMatchObject({ rate: 1, role: 'support' }))

  test('growth is no share', () => expect(only('产值增长20%以上的企业，给予最高50万元奖励').rate).toBeUndefined())

  test.each(['奖励5万元', '最高5万元', '约5万元', '5万元以上', '3万至5万元'])('low and high of %s follow from its bound', text => {
    const { bound, low, high } = only(text)
    expect(low === undefined).toBe(bound === 'max')
    expect(high === undefined).toBe(bound === 'min')
  })

  test('a plain amount is a lower bound only as a condition', () => {
    expect(only('对年纳税额达到500万元的企业，优先供地').bound).toBe('min')
    expect(only('全年纳税额达到500万元，增长5%').bound).toBe('exact')
  })
})

describe('tables', () => {
  const fields = (text: string) => read(text).map(e => [e.text, e.low ?? e.high, e.role])

  test('a unit in the head of a column holds for the numbers below it', () => {
    expect(fields('等级\t补贴标准（万元）\t名额\n一级\t50\t3\n二级\t1,200.5\t40\n附注\n9\t9\t9')).toEqual([
      ['50', 5e5, 'support'],
      ['1,200.5', 12005000, 'support'],
    ])
  })

  test('a cue in the head is the cue of its numbers', () => {
    const text = '| 类别 | 最高奖励（元） |\n|---|---|\n| 甲 | 5000 |\n'
    const { bound, high, cue } = only(text)
    expect([bound, high, text.slice(cue?.start, cue?.end)]).toEqual(['max', 5000, '最高'])
  })

  test('a unit above the table holds for columns of money only', () => {
    expect(fields('单位：万元\n项目\t年度\t补助金额\n道路\t2024\t300\n桥梁\t2025\t80\n')).toEqual([
      ['300', 3e6, 'support'],
      ['80', 8e5, 'support'],
    ])
  })

  test.each([
    '项目\t面积（万平方米）\n甲\t50\n',
    '补贴标准（万元）\n50\n60\n',
    '单位：万元\n\n项目\t金额\n甲\t50\n',
    '项目\t金额（万元）\n甲\t见附件\n',
  ])('%j is no table of money, or none that can be read with certainty', text => expect(read(text)).toEqual([]))
})

describe('hostile and random input', () => {
  const MILLION = 1 << 20
  test.each([
    '1',
    '万',
    '元',
    '（',
    '一',
    '每',
    ' ',
    '\n',
    '、1',
    '1,000,',
    '1 ',
    '最高5',
    '每单',
    '%',
    '￥',
    '5-',
    '\t',
    '|（万元）',
    '（元）\t1\n',
    '1 0',
    'lO',
    '每满1',
  ])('a megabyte of %j', unit => {
    expect(Array.isArray(read(unit.repeat(MILLION / unit.length)))).toBe(true)
  })

  test.each(['5元', '200万元', '最高5万元，'])('a hundred thousand characters of %j', unit => {
    const count = Math.floor(100_000 / unit.length)
    expect(read(unit.repeat(count))).toHaveLength(count)
  })

  test('spans are sorted, apart, and cut from the text', () => {
    const piece = fc.constantFrom(
      ...'0 1 5 ， 。 、 万 亿 元 十 百 最高 以上 每 % 至 - （ ） 奖励 罚款 的 企业 \n 人民币 $ ￥ . , 多 几 O l | （万元）'.split(' '),
      ' ',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        let end = 0
        for (const e of read(text)) {
          expect(e.start).toBeGreaterThanOrEqual(end)
          expect(e.text).toBe(text.slice(e.start, e.end))
          end = e.end
          if (e.cue) expect(e.cue.end).toBeLessThanOrEqual(text.length)
          for (const value of [e.low, e.high]) if (value !== undefined) expect(Number.isFinite(value)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
