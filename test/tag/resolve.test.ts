import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TYPE_ORDER, withoutOverlaps } from '../../src/tag/resolve.js'
import type { Entity } from '../../src/types.js'
import { tagText } from './resolve-cases.js'

const entity = (type: Entity['type'], start: number, end: number): Entity =>
  ({ type, start, end, text: '', rule: 'test', certainty: 'read' }) as unknown as Entity

const articleOf = (text: string) => tagText(text.replaceAll('⏎', '\n')).articles[0]

describe('overlaps', () => {
  it('keeps the longer mention, of equal ones the type that comes first', () => {
    const kept = withoutOverlaps([
      entity('region', 0, 3),
      entity('agency', 0, 7),
      entity('industry', 5, 9),
      entity('money', 10, 14),
      entity('region', 10, 14),
    ])
    expect(kept.map(({ type, start }) => `${type} ${start}`)).toEqual(['agency 0', 'region 10'])
    expect(TYPE_ORDER.slice(0, 4)).toEqual(['agency', 'region', 'money', 'industry'])
  })

  it('gives mentions that are sorted and never meet, whatever comes in', () => {
    const spans = fc.array(fc.record({ type: fc.constantFrom(...TYPE_ORDER), start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) }))
    fc.assert(
      fc.property(spans, input => {
        const kept = withoutOverlaps(input.map(({ type, start, length }) => entity(type, start, start + length)))
        for (let i = 1; i < kept.length; i++) expect(kept[i]!.start).toBeGreaterThanOrEqual(kept[i - 1]!.end)
        expect(kept.length > 0).toBe(input.length > 0)
      }),
    )
  })
})

describe('issuer', () => {
  const cases: [where: string, text: string, region: string | undefined, issuer: string | undefined][] = [
    ['title', '厦门市人民政府办公厅关于印发养老服务若干措施的通知⏎各区人民政府：⏎一、完善设施。', '350200', '厦门市人民政府办公厅'],
    ['title of a ministry', '商务部关于促进餐饮业高质量发展的意见⏎一、优化供给。上海先行先试。', 'national', '商务部'],
    ['order', '中华人民共和国国务院令⏎第800号⏎水电站安全条例⏎第一条　为了加强管理，制定本条例。', 'national', '国务院'],
    ['signature', '关于做好防汛工作的紧急通知⏎各乡镇：请落实值守。⏎沛县防汛抗旱指挥部⏎2024年6月1日', '320322', '沛县防汛抗旱指挥部'],
    [
      'first of several signatures',
      '关于高温补贴的通知⏎各单位：按月发放。⏎合肥市财政局⏎合肥市总工会⏎2024年7月2日',
      '340100',
      '合肥市财政局',
    ],
    ['label', '发布机构：四川省科学技术厅⏎关于申报项目的通知⏎一、对象。企业均可申报。', '510000', '四川省科学技术厅'],
    ['lead', '多措并举服务企业⏎近日，贵州省商务厅、财政厅联合印发方案，扩大消费。', '520000', '贵州省商务厅'],
    ['region in the title', '甘肃省马铃薯产业三年行动计划⏎一、建设良种基地。', '620000', undefined],
    ['innermost region in the title', '宁波市鄞州区促进外贸稳增长若干措施⏎一、支持参展。', '330212', undefined],
    ['document number', '关于调整公交票价的通知⏎渝府发〔2024〕9号⏎一、票价。', '500000', undefined],
    [
      'the level that it calls its own',
      '支持特色养殖的措施⏎一、参加浙江农博会、浙江茶博会给予补助。⏎二、在我县养殖的均可申报，由开化县农业农村局受理。',
      '330824',
      undefined,
    ],
    ['letters of a district in the document number', '关于调整票价的通知⏎穗埔府规〔2024〕9号⏎一、票价。', '440112', undefined],
    ['letters of an organ in the document number', '关于调整票价的通知⏎粤农规〔2024〕9号⏎一、票价。', '440000', undefined],
    [
      'the level that it calls its own, of what is named most',
      '配餐服务办法⏎一、本市老年人均可申请，本市户籍优先。⏎二、本办法所称配餐，是指为居家老年人提供制餐、配餐、送餐等服务的活动，服务对象凭证件在各网点登记，网点核对无误后录入系统，系统自动生成服务记录，作为结算的依据，记录保存三年。广州市平台公布名单。⏎主办单位：广州市天河区财政局',
      '440100',
      undefined,
    ],
    ['nobody', '支持企业上云的措施⏎一、给予补助。', undefined, undefined],
  ]
  for (const [where, text, region, issuer] of cases) {
    it(`is read from: ${where}`, () => {
      expect(articleOf(text)).toMatchObject({ ...(region && { region }), ...(issuer && { issuer }) })
      expect(articleOf(text)?.region).toBe(region)
    })
  }

  it('does not take the town of a dateline for the region', () => {
    expect(articleOf('国务院常务会议部署稳外贸⏎新华社北京3月2日电 国务院常务会议2日召开，部署稳外贸工作。')?.region).toBe('national')
  })

  it('resolves references by article', () => {
    const text = '江苏出台新政⏎近日，江苏省发改委印发意见，全省推广。⏎⏎山东发布方案⏎近日，山东省大数据局印发方案，全省推广。'.replaceAll(
      '⏎',
      '\n',
    )
    const found = tagText(text).entities.filter(({ text }) => text === '全省')
    expect(found.map(entity => 'adcode' in entity && entity.adcode)).toEqual(['320000', '370000'])
  })
})

describe('hostile text', () => {
  const long = 20000
  const texts: [string, string][] = [
    ['one character', '市'.repeat(long)],
    ['a short form', '沪'.repeat(long)],
    ['a place', '江苏'.repeat(long / 2)],
    ['an organ', '财政局'.repeat(long / 4)],
    ['an open end', `广州市${'产业'.repeat(long / 4)}办公室`],
    ['a list without end', '上海、'.repeat(long / 4)],
    ['tails', '大学银行公司'.repeat(long / 8)],
    ['brackets', '（('.repeat(long / 2)],
    ['a lone surrogate', `江苏\ud800省${'\udc00'.repeat(9)}`],
    ['nothing', ''],
  ]
  for (const [what, text] of texts) {
    it(`is read to its end: ${what}`, () => {
      const { entities } = tagText(text)
      for (const { start, end, text: surface } of entities) expect(text.slice(start, end)).toBe(surface)
      for (let i = 1; i < entities.length; i++) expect(entities[i]!.start).toBeGreaterThanOrEqual(entities[i - 1]!.end)
    })
  }
})

describe('a district that several cities have', () => {
  const organ = (text: string) => tagText(text).entities.filter(({ type }) => type === 'agency')[0]

  it.each(['宝山区教育局负责。', '鼓楼区人民政府印发方案。'])('is not picked in silence: %s', text => {
    expect(organ(text)).not.toHaveProperty('adcode')
    expect(organ(text)).toMatchObject({ level: 'county', candidates: expect.arrayContaining([expect.any(String), expect.any(String)]) })
  })

  it('is the one of the city that the text names, or beside its other districts', () => {
    expect(organ('上海市发布通知。宝山区教育局负责。')).toMatchObject({ name: '上海市宝山区教育局', adcode: '310113' })
    const districts = tagText('徐州市泉山区、铜山区、鼓楼区同步实施。').entities
    expect(districts.map(entity => 'adcode' in entity && entity.adcode)).toEqual(['320300', '320311', '320312', '320302'])
  })
})
