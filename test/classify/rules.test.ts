import { describe, expect, it } from 'vitest'
import { partsOf } from '../../src/classify/parts.js'
import { isForFirms, namedLeaves, onlyDefines, onlyPays } from '../../src/classify/rules.js'
import { columnsOf } from '../../src/classify/taxonomy.js'
import { readMeasure } from '../../src/structure/lone.js'
import { recognizeMoney } from '../../src/tag/money.js'
import { foldWidths, normalize } from '../../src/text/normalize.js'

const fold = foldWidths()
const noTitle = { scores: [], isForFirms: false }

function parts(text: string) {
  const source = normalize(text, fold)
  return partsOf(source, readMeasure(source), noTitle, recognizeMoney(source))
}

describe('R3: paying is all that a measure does', () => {
  it.each([
    '对首次通过认定的染整企业，给予一次性奖励30万元。',
    '（二）鼓励技术改造。对新购缝制设备的企业，按投资额的12%给予补助，单个企业最高不超过200万元。同一项目不重复享受。',
    '3.对租用厂房的小微企业，按实际租金的50%给予补贴。',
  ])('%s', text => {
    expect(onlyPays(parts(text))).toBe(true)
  })

  it.each([
    '建设两座冷链仓库。',
    '对新建冷链仓库的企业给予补助。',
    '对新建冷链仓库的企业给予最高100万元补助。组织农产品加工企业与商超开展产销对接活动。',
    '到2028年，冷链产业规模达到100亿元。',
    '',
  ])('not: %s', text => {
    expect(onlyPays(parts(text))).toBe(false)
  })
})

describe('R8: a measure only explains terms', () => {
  it.each([
    '第三条 本办法所称家庭牧场，是指由农牧户经营、实行定点养殖的生产单位。',
    '第二条 本规定所称滩涂，是指潮间带。前款所称潮间带，是指高潮线与低潮线之间的地带。',
  ])('%s', text => {
    expect(onlyDefines(parts(text))).toBe(true)
  })
  it.each(['第三条 本办法所称家庭牧场，是指定点养殖的生产单位。家庭牧场应当建立养殖档案。', '扶持家庭牧场建设。', ''])('not: %s', text => {
    expect(onlyDefines(parts(text))).toBe(false)
  })
})

describe('T3 and D4: documents on how firms are treated', () => {
  it.each(['关于促进民间投资健康发展的意见', '某市支持中小微企业发展若干措施', '促进民营经济发展壮大条例'])('%s', title => {
    expect(isForFirms(title)).toBe(true)
  })
  it.each(['关于发展现代种业的意见', '支持中小企业稳就业若干措施', '小微企业园建设管理办法', ''])('not: %s', title => {
    expect(isForFirms(title)).toBe(false)
  })
})

describe('D3: finance is but a tool where the title says what it is for', () => {
  const domains = ['fiscal-finance', 'agriculture-rural', 'transport', 'economy-business'].map(id => ({ id }))
  const columns = columnsOf({ name: 'tiny', axes: { domain: { context: true, leaves: domains } } })
  const named = (likeliest: string, scores: number[]) =>
    namedLeaves('domain', { ...parts('落实支出责任。'), title: { scores, isForFirms: false } }, likeliest, columns)

  it('names the field that the title speaks for most', () => {
    expect(named('fiscal-finance', [3, 1, 2, 0])).toMatchObject({ rule: 'D3', leaves: ['transport'] })
  })

  it.each([
    ['where the title speaks for none', 'fiscal-finance', [3, 0.1, 0.2, 0]],
    ['where the title speaks for what is no field', 'fiscal-finance', [3, 0, 0, 2]],
    ['where the measure is about another field', 'transport', [0, 2, 1, 0]],
  ] as const)('is silent %s', (_, likeliest, scores) => {
    expect(named(likeliest, [...scores])).toBeUndefined()
  })
})

describe('parts of a measure', () => {
  const clausesOf = (text: string) => {
    const { source, clauses } = parts(text)
    return clauses.map(({ start, end }) => source.text.slice(start, end))
  }
  const leadOf = (text: string) => {
    const { source, lead } = parts(text)
    return source.text.slice(lead.start, lead.end)
  }

  it('are its heading and the clauses of its body', () => {
    expect(clausesOf('（一）建设仓储设施。新建冷库两座；改造旧库三座。')).toEqual(['新建冷库两座', '改造旧库三座'])
    expect(leadOf('（一）建设仓储设施。新建冷库两座；改造旧库三座。')).toMatch(/^建设仓储设施/)
  })

  it('without a heading the first words lead', () => {
    const text = `新建冷库两座，${'改造旧库三座，'.repeat(20)}。`
    expect(text.startsWith(leadOf(text))).toBe(true)
    expect(leadOf(text)).toHaveLength(40)
  })
})
