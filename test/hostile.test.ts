import { beforeAll, expect, it } from 'vitest'
import type { Tagger } from '../src/index.js'
import { loadBuilt } from './support/built.js'

/** Long texts of one kind, through the package as built: what takes minutes here has a stage that is not linear. */
let tagger: Tagger
/** Finds every type. */
let finder: Tagger
beforeAll(async () => {
  const { openTagger } = await loadBuilt()
  tagger = await openTagger()
  finder = await openTagger({ entities: 'all' })
})

const annotate = (text: string) => {
  const doc = tagger.annotate(text)
  expect(doc.tokens.at(-1)!.end).toBe(text.length)
  return doc
}

it.each(['一', '1', '（', '元', '、', 'a', ' ', '\n', '①'])('a megabyte of %j', piece => {
  annotate(piece.repeat(1_000_000))
})

it.each(['上海市', '一是', '该省发改委', '200万元', '（一）', '最高', '第一条\n'])('a hundred thousand characters of %j', piece => {
  annotate(piece.repeat(Math.ceil(100_000 / piece.length)))
})

it.each(['《', '》', '《》', '号', '令第3号', '法〔2024〕1号', '3年', '上半年', '二〇二四年', '1:', '百分之', '“十四五”', '每', '1个'])(
  'three hundred thousand characters of %j, every type asked for',
  piece => {
    const text = piece.repeat(Math.ceil(300_000 / piece.length))
    expect(finder.annotate(text).tokens.at(-1)!.end).toBe(text.length)
  },
)

it.each(['奖励5元，', '对企业奖励5元、', '按5%补，', '免征税', '支持企业', '1:1按', '国家级、', '补贴', '分别给予5元，的'])(
  'three hundred thousand characters of %j in a measure',
  piece => {
    const doc = annotate(`一、对符合条件的企业给予补贴。${piece.repeat(Math.ceil(300_000 / piece.length))}`)
    expect(doc.measures.length).toBeGreaterThan(0)
  },
)

it('one line of ten megabytes', () => {
  const sentence = '对符合条件的企业给予最高200万元奖励，由市工信局会同市财政局组织实施；'
  const doc = annotate(sentence.repeat(Math.ceil(10_000_000 / Buffer.byteLength(sentence))))
  expect(doc.entities.length).toBeGreaterThan(100_000)
}, 120_000)

it('a notice of fourteen thousand characters on one line', () => {
  const item = (i: number) => `${i}.支持设施建设。到2027年新建设施${i}处，对建设单位给予最高50万元奖励。（市发展改革委牵头，市财政局配合）`
  const items = Array.from({ length: 250 }, (_, i) => item(i + 1))
  const { measures } = annotate(`某市人民政府关于设施建设的通知 各区人民政府：现通知如下：一、主要任务${items.join('')}`)
  expect(measures).toHaveLength(250)
  expect(measures[99]).toMatchObject({ ordinal: 100, deadline: { date: '2027' }, responsible: [{ role: 'lead' }, { role: 'support' }] })
})

it('ten megabytes of notices', () => {
  const notice = (i: number) =>
    `甲市人民政府关于支持第${i}批景区的通知\n甲府发〔2021〕7号\n各区人民政府：\n一、安排资金。每年发放补贴。\n二、培训导游，2021年6月底前完成。\n甲市人民政府\n2021年3月1日\n`
  const count = Math.ceil(10_000_000 / Buffer.byteLength(notice(1000)))
  const { articles, measures } = annotate(Array.from({ length: count }, (_, i) => notice(i)).join(''))
  expect(articles).toHaveLength(count)
  expect(measures).toHaveLength(2 * count)
}, 120_000)
