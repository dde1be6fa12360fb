import { describe, expect, test } from 'vitest'
import { kindsOf } from '../../src/structure/kinds.js'
import { structure } from '../../src/structure/structure.js'
import { sourceOf } from './source.js'

const articleOf = (text: string) => structure(sourceOf(text)).articles[0]

const NOTICE = [
  '某市财政局 某市商务局',
  '关于印发展会补贴办法的通知',
  '某财规〔2023〕4号',
  '各县（市、区）人民政府，市政府各部门、各直属机构：',
  '现将《展会补贴办法》印发给你们，请遵照执行。',
  '某市财政局',
  '某市商务局',
  '2023年5月6日',
  '展会补贴办法',
  '第一条 对首次办展的单位给予补贴。',
  '第二条 本办法自2023年6月1日起施行，有效期3年。',
].join('\n')

describe('header', () => {
  test('addressees one by one, lists of one name whole', () => {
    expect(articleOf(NOTICE).addressees?.map(({ text }) => text)).toEqual(['各县（市、区）人民政府', '市政府各部门', '各直属机构'])
    expect(
      articleOf('某省关于防汛的通知\n各市、县、自治县人民政府，省政府各委、办、厅、局：\n一、加强巡查。').addressees?.map(
        ({ text }) => text,
      ),
    ).toEqual(['各市、县、自治县人民政府', '省政府各委、办、厅、局'])
  })

  test('dates of signing and of the term; the signature', () => {
    const article = articleOf(NOTICE)
    expect(article).toMatchObject({ date: '2023-05-06', signed: '2023-05-06', inForce: '2023-06-01', expires: '2026-05-31' })
    expect(NOTICE.slice(article.signature!.start, article.signature!.end)).toBe('某市财政局\n某市商务局\n2023年5月6日')
  })

  test.each([
    ['第九条 本办法自印发之日起施行，有效期至2027年12月31日。', { inForce: '2024-02-01', expires: '2027-12-31' }],
    ['第九条 本规定自2024年3月1日起施行，有效期五年。', { inForce: '2024-03-01', expires: '2029-02-28' }],
    ['第九条 本措施有效期为2025年3月1日至2028年2月29日。', { expires: '2028-02-29' }],
    ['第九条 本规则自公布之日起60日后施行，有效期至2029年6月30日。', { expires: '2029-06-30' }],
    ['第九条 本细则自2024年7月1日起施行，至2026年6月30日止。', { inForce: '2024-07-01', expires: '2026-06-30' }],
    ['第九条 本细则自2024年7月1日起实施，2029年6月30日自动失效。', { inForce: '2024-07-01', expires: '2029-06-30' }],
    ['第九条 本规则自2024年7月1日起施行，试行期一年。', { inForce: '2024-07-01', expires: '2025-06-30' }],
    ['第九条 本政策执行期限自2024年4月1日起至2025年3月31日。', { expires: '2025-03-31' }],
    ['第九条 本公告自2024年4月1日起至2025年3月31日执行。', { inForce: '2024-04-01', expires: '2025-03-31' }],
  ])('%s', (clause, expected) => {
    expect(articleOf(`某县办法\n第一条 应当公示。\n${clause}\n某县人民政府\n2024年2月1日`)).toMatchObject(expected)
  })

  test('the term of a certificate is not that of the text', () => {
    expect(articleOf('某县办法\n第一条 许可证自发证之日起生效，有效期3年。').expires).toBeUndefined()
  })

  test('the last day of another text is not that of this one', () => {
    const text = '某县办法\n第一条 本办法自2024年5月1日起施行，原细则2024年4月30日废止。\n第二条 项目建设实施期3年。'
    expect(articleOf(text).expires).toBeUndefined()
  })

  test('a title keeps the blanks between its Latin words', () => {
    expect(articleOf('Rules on Data Export\n数据 出境管理办法\n第一条 应当公示。').title).toBe('Rules on Data Export数据出境管理办法')
  })

  test('the number of a public announcement of several organs', () => {
    const text = '海关总署 商务部关于口岸监管的公告\n海关总署 商务部公告2021年第17号\n一、实施分类监管。'
    expect(articleOf(text)).toMatchObject({ title: '海关总署商务部关于口岸监管的公告', documentNumber: '海关总署商务部公告2021年第17号' })
  })

  test('the date of the page', () => {
    expect(articleOf('某县茶叶扶持办法\n发布日期：2022-08-09\n第一条 给予补贴。')).toMatchObject({
      date: '2022-08-09',
      published: '2022-08-09',
    })
  })
})

describe('kind', () => {
  test.each([
    ['某市人民政府关于促进消费的若干意见', { kind: 'opinions' }],
    ['某省养老服务条例', { kind: 'regulations' }],
    ['关于印发《某区低空经济三年行动方案（2024—2026年）》的通知', { kind: 'notice', encloses: 'plan' }],
    ['某局关于转发省厅科研经费管理办法的通知', { kind: 'notice', encloses: 'measures' }],
    ['某省人民政府关于同意设立某园区的批复', { kind: 'approval' }],
    ['某市支持外贸若干措施（试行）', { kind: 'policies' }],
    ['中华人民共和国某某法', { kind: 'law' }],
    ['部分地方典型做法', {}],
  ])('%s', (title, expected) => {
    expect(kindsOf(title)).toEqual(expected)
  })

  test('a headline names no document; a dispatch is news', () => {
    expect(articleOf('某市出台稳岗措施\n近日，某市印发稳岗措施，共十二条。\n一是返还保费。\n二是发放补贴。').kind).toBe('news')
    expect(articleOf('某社北京1月4日电（记者 某某）国务院常务会议部署三项举措：一是减税；二是降费；三是扩大内需。').kind).toBe('news')
  })
})
