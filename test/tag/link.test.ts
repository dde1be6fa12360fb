import { beforeAll, expect, test } from 'vitest'
import type { Tagger } from '../../src/index.js'
import { loadBuilt } from '../support/built.js'

let tagger: Tagger
beforeAll(async () => {
  const { openTagger } = await loadBuilt()
  tagger = await openTagger()
})

test('those charged with a measure are linked to the agencies of the text', () => {
  const doc = tagger.annotate(
    '长沙市人民政府办公厅关于发展会展业的意见\n一、引进展会。给予补助。（市商务局牵头，市财政局、市文旅广电局配合）\n二、建设场馆。责任单位：市住建局，各区人民政府',
  )
  const charged = doc.measures.map(({ responsible = [] }) =>
    responsible.map(({ role, agencies }) =>
      [role, ...agencies.map(index => doc.entities[index])].map(each =>
        typeof each === 'string' ? each : (each as { name: string }).name,
      ),
    ),
  )
  expect(charged).toEqual([
    [
      ['lead', '长沙市商务局'],
      ['support', '长沙市财政局', '长沙市文化广电旅游局'],
    ],
    [['responsible', '长沙市住房和城乡建设局']],
  ])
})

test('further types of entities keep the links right', () => {
  const text = '郑州市人民政府关于供热的通知\n一、改造管网。2026年10月底前改造300公里。（市城管局负责）'
  const doc = tagger.annotate(text)
  const [index] = doc.measures[0]!.responsible![0]!.agencies
  expect(doc.entities[index!]).toMatchObject({ type: 'agency', text: '市城管局' })
})

test('organs that issue together, by signature or title', () => {
  const signed = tagger.annotate(
    '关于支持种业的通知\n各县（市、区）人民政府：\n一、安排资金。\n成都市农业农村局\n成都市财政局\n2024年3月1日',
  )
  expect(signed.articles[0]!.issuers).toEqual(['成都市农业农村局', '成都市财政局'])
  const titled = tagger.annotate('山东省科学技术厅 山东省财政厅关于印发科技经费管理办法的通知\n第一条 经费应当专款专用。')
  expect(titled.articles[0]!.issuers).toEqual(['山东省科学技术厅', '山东省财政厅'])
  expect(tagger.annotate('山东省财政厅关于经费的通知\n一、安排资金。').articles[0]!.issuers).toBeUndefined()
})

test('the rows of a table that tabs set apart name who is charged and by when', () => {
  const doc = tagger.annotate(
    '表2\n序号\t工作\t牵头单位\t时限\n1\t新建充电站40座\t省能源局\t2026年9月底\n2\t完善技术标准\t省交通运输厅、省市场监管局\t2027年',
  )
  expect(doc.articles[0]!.title).toBeUndefined()
  expect(doc.measures.map(({ ordinal, responsible, deadline }) => [ordinal, responsible![0]!.agencies.length, deadline?.date])).toEqual([
    [1, 1, '2026-09-30'],
    [2, 2, '2027'],
  ])
})

test.each([
  '【苏州】对展会给予补贴，苏州市商务局负责。\n【长沙】对展会给予补贴。',
  '1. 苏州市：对展会给予补贴。\n2. 长沙市：对展会给予补贴，长沙市商务局负责。',
  '苏州市\n1.对展会给予补贴，苏州市财政局、苏州市商务局审核。\n长沙市\n1.对展会给予补贴。',
])('a text that treats of several places has the region of none: %s', text => {
  expect(tagger.annotate(text).articles.map(({ region }) => region)).toEqual([undefined])
})
