import { describe, expect, test } from 'vitest'
import { measuresOf } from './source.js'

function detailsOf(text: string) {
  const [{ clauses, responsible = [], deadline, targets = [] }] = measuresOf(text)
  return {
    clauses: clauses.map(({ start, verb, object, end }) =>
      [text.slice(start, verb), text.slice(verb, object), text.slice(object, end)].join('|'),
    ),
    responsible: responsible.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`),
    deadline: deadline && [deadline.date, text.slice(deadline.start, deadline.end)],
    targets: targets.map(({ start, end }) => text.slice(start, end)),
  }
}

describe('clauses', () => {
  test('a verb and what it is done to', () => {
    expect(detailsOf('1.支持物流业。新建仓库三座，市财政每年安排资金200万元。').clauses).toEqual([
      '|支持|物流业',
      '|新建|仓库三座',
      '市财政每年|安排|资金200万元',
    ])
  })

  test('what only says for whom leads into the deed', () => {
    expect(detailsOf('1.对首次入选的，按规定给予奖励，最高1,000万元。').clauses).toEqual(['对首次入选的，按规定|给予|奖励，最高1,000万元'])
  })

  test('names of organs are no verbs', () => {
    expect(detailsOf('1.建设部门应当公示结果。').clauses).toEqual(['建设部门应当|公示|结果'])
  })
})

describe('who is charged', () => {
  test.each([
    ['1.建设码头。（市交通局负责）', ['responsible: 市交通局']],
    ['1.建设码头。（市交通局、市港务局按职责分工负责）', ['responsible: 市交通局、市港务局']],
    ['1.建设码头。（市交通局牵头，市财政局配合）', ['lead: 市交通局', 'support: 市财政局']],
    ['1.建设码头。责任单位：市交通局，各县（区）政府', ['responsible: 市交通局，各县（区）政府']],
    ['1.建设码头。牵头单位：市交通局；配合单位：市财政局。', ['lead: 市交通局', 'support: 市财政局']],
    ['1.由市交通局牵头，制定码头规划。', ['lead: 市交通局']],
    ['1.建设码头。[ 本条由港口局负责组织实施 ]', ['responsible: 港口局']],
    ['1.市交通局负责码头建设，落实负责制。', ['responsible: 市交通局']],
    ['1.开放航线。省民航办牵头，2026年底前完成。', ['lead: 省民航办']],
    ['1.县水利局、各乡镇政府具体负责疏浚河道，县财政局负责保障经费。', ['responsible: 县水利局、各乡镇政府', 'responsible: 县财政局']],
    ['1.建设码头由港口集团公司负责运营。', ['responsible: 港口集团公司']],
    [
      '1.由州林草局会同州市场监督管理局、州发展和改革委员会于6月底前制定办法。',
      ['lead: 州林草局', 'support: 州市场监督管理局、州发展和改革委员会'],
    ],
    ['1.建设码头。【市交通局、各区政府】', ['responsible: 市交通局、各区政府']],
    ['1.落实企业主要负责人责任，明确专人负责，推动部门牵头单位公示，对社会负责。', []],
    ['1.建设码头（含配套仓库、市级物流中心）。', []],
  ])('%s', (text, expected) => {
    expect(detailsOf(text).responsible).toEqual(expected)
  })

  test('what is done by those charged is a clause of its own', () => {
    expect(detailsOf('1.建设码头由市港务局负责。市交通局负责开放航线。').clauses).toEqual(['|建设|码头', '|开放|航线'])
  })

  test('a note on who is charged is no clause', () => {
    expect(detailsOf('1.建设码头。（市发展改革委牵头）').clauses).toEqual(['|建设|码头'])
  })
})

describe('deadline and targets', () => {
  test.each([
    ['1.完成改造，2025年6月底前验收。', ['2025-06-30', '2025年6月底前']],
    ['1.完成改造。完成时限：2024年2月', ['2024-02', '2024年2月']],
    ['1.到2027年底建成枢纽。', ['2027-12-31', '2027年底']],
    ['1.于2026年3月5日之前报送材料。', ['2026-03-05', '2026年3月5日之前']],
    ['1.举办展会。展期：2026年9月3日至12日，免收展位费。', ['2026-09-12', '2026年9月3日至12日']],
    ['1.开展普查。完成时间：2024年11月—2025年2月。', ['2025-02', '2024年11月—2025年2月']],
    ['1.完成验收，2024年3月至8月底前报送。', ['2024-08-31', '2024年3月至8月底前']],
    ['1.受理申请。开始时间：2026年1月5日起。', undefined],
    ['1.按2023年标准发放补贴。', undefined],
  ])('%s', (text, expected) => {
    expect(detailsOf(text).deadline).toEqual(expected)
  })

  test('goals state figures', () => {
    const text = '1.壮大集群。到2027年培育龙头企业30家，产值翻一番。力争吸纳就业2万人，给予用工补贴500万元。到2030年形成完整体系。'
    expect(detailsOf(text).targets).toEqual(['到2027年培育龙头企业30家，产值翻一番', '力争吸纳就业2万人'])
  })
})
