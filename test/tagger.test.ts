import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import schema from '../src/doc.schema.json' with { type: 'json' }
import { type Doc, openTagger, type Tagger } from '../src/index.js'
import { CORE_TYPES } from '../src/options.js'
import { sharedPath } from './support/shared.js'

const validate = new Ajv({ allErrors: true }).compile(schema)
let tagger: Tagger
beforeAll(async () => {
  tagger = await openTagger()
})

/** What must hold of the answer to any text: the schema, and that every span is in order, in the text and true to it. */
function check(text: string, doc: Doc): void {
  expect(validate(doc), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  expect(doc.text).toBe(text)
  expect(doc.tokens.map(token => token.text).join('')).toBe(text)
  expect(problemsOf(text, doc)).toEqual([])
}

function problemsOf(text: string, doc: Doc): string[] {
  const problems: string[] = []
  for (const layer of ['articles', 'measures', 'entities', 'tokens'] as const) {
    let last = 0
    for (const { start, end } of doc[layer]) {
      if (start < last) problems.push(`${layer} are not sorted at ${start}`)
      if (end <= start || end > text.length) problems.push(`${layer} hold a span ${start}–${end}`)
      last = start
    }
  }
  doc.entities.forEach((entity, i) => {
    const next = doc.entities[i + 1]
    if (next && entity.end > next.start) problems.push(`${entity.text} and ${next.text} overlap`)
  })
  const pieces = [
    ...doc.entities,
    ...doc.measures.flatMap(({ instrument, domain, items }) => [...instrument.evidence, ...domain.evidence, ...items]),
    ...doc.measures.flatMap(({ provisions }) =>
      provisions.flatMap(({ recipient, condition, base, purpose, evidence }) =>
        [recipient, condition, base, purpose, ...evidence].filter(span => span !== undefined),
      ),
    ),
  ]
  for (const { start, end, text: piece } of pieces) if (text.slice(start, end) !== piece) problems.push(`${piece} is not at ${start}`)
  for (const { start, end, body } of doc.measures)
    if (!text.slice(start, end).endsWith(body)) problems.push(`the body at ${start} is not in the text`)
  return problems
}

const NOTICE = `深圳市工业和信息化局关于支持低空经济发展的若干措施
一、支持关键技术攻关。围绕飞控系统组织揭榜挂帅，给予最高500万元资助。
二、优化政务服务。市发展改革委设立服务专窗，实行一站式办理。`

describe('annotate', () => {
  it('reads a notice', () => {
    const doc = tagger.annotate(NOTICE)
    check(NOTICE, doc)
    expect(doc.articles).toMatchObject([{ region: '440300', issuer: '深圳市工业和信息化局' }])
    expect(doc.measures.map(measure => [measure.ordinal, measure.heading, measure.domain.label])).toEqual([
      [1, '支持关键技术攻关。', expect.any(String)],
      [2, '优化政务服务。', expect.any(String)],
    ])
    expect(doc.measures[1]!.instrument.label).toBe('public-service')
    expect(doc.entities).toContainEqual(
      expect.objectContaining({ type: 'agency', text: '市发展改革委', name: '深圳市发展和改革委员会', adcode: '440300' }),
    )
    expect(doc.entities).toContainEqual(expect.objectContaining({ type: 'money', bound: 'max', high: 5_000_000, role: 'support' }))
    expect(doc.entities).toContainEqual(expect.objectContaining({ type: 'industry', text: '低空经济' }))
  })

  it('is pure: the same text gives the same answer, whatever came between', () => {
    const first = JSON.stringify(tagger.annotate(NOTICE))
    tagger.annotate('广东省人民政府关于珠海的通知\n一、珠海市海洋局给予10万元奖励。')
    expect(JSON.stringify(tagger.annotate(NOTICE))).toBe(first)
  })

  it('gives plain data', () => {
    const doc = tagger.annotate(NOTICE)
    expect(JSON.parse(JSON.stringify(doc))).toEqual(doc)
  })

  it('holds for the texts of corpus/', () => {
    const folder = new URL('../corpus/texts/', import.meta.url)
    for (const file of readdirSync(folder).filter(name => name.endsWith('.txt'))) {
      const text = readFileSync(new URL(file, folder), 'utf8')
      const doc = tagger.annotate(text)
      check(text, doc)
      expect(doc.measures.length, file).toBeGreaterThan(0)
    }
  })

  it('finds further types without moving anything else', async () => {
    const finder = await openTagger({ entities: 'all' })
    const core = new Set<string>(CORE_TYPES)
    for (const file of readdirSync(new URL('../corpus/texts/', import.meta.url)).filter(name => name.endsWith('.txt'))) {
      const text = readFileSync(new URL(`../corpus/texts/${file}`, import.meta.url), 'utf8')
      const doc = finder.annotate(text)
      expect(validate(doc), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
      expect(doc.entities.length, file).toBeGreaterThan(doc.entities.filter(({ type }) => core.has(type)).length)
      const entities = doc.entities.filter(({ type }) => core.has(type))
      const places = doc.entities.map(entity => entities.indexOf(entity))
      const measures = doc.measures.map(({ responsible, ...measure }) => ({
        ...measure,
        ...(responsible && { responsible: responsible.map(charge => ({ ...charge, agencies: charge.agencies.map(at => places[at]) })) }),
      }))
      expect({ ...doc, entities, measures }).toEqual(tagger.annotate(text))
    }
  })

  const policies = sharedPath('real/policies')
  it.skipIf(!policies)('holds for real policies (skipped where ../shared is absent)', () => {
    for (const file of readdirSync(policies!).filter(name => name.endsWith('.txt'))) {
      const text = readFileSync(`${policies}/${file}`, 'utf8')
      check(text, tagger.annotate(text))
    }
  })

  it('holds for any string', () => {
    const piece = fc.constantFrom(
      '一是',
      '（一）',
      '第三条',
      '上海市',
      '该省',
      '发改委',
      '最高',
      '200万元',
      '1:1',
      '《',
      '》',
      '：',
      '\n',
      '\r\n',
      '　',
      'AI',
      '５０％',
      '\ud800',
      '\udc00',
      '\0',
      '😀',
      '臺灣',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        check(text, tagger.annotate(text))
      }),
      { numRuns: 200 },
    )
  })
})

describe('hostile and empty input', () => {
  it.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['line breaks', '\n\r\n\r'],
    ['a lone surrogate', '上海\ud800市'],
    ['NUL', '\0上海\0'],
    ['markup', '<script>alert("上海市")</script><p>一、给予10万元&nbsp;奖励。</p>'],
    ['a byte order mark', '\ufeff上海市人民政府'],
    ['right-to-left marks', '\u202e上海\u202c最高100万元'],
  ])('%s', (_, text) => check(text, tagger.annotate(text)))

  it.each([undefined, null, 1, {}, ['上海'], new String('上海')])('%s is no text', value => {
    for (const call of [tagger.annotate, tagger.segment, tagger.classify]) {
      expect(() => call(value as string)).toThrow(expect.objectContaining({ name: 'ZhengceError', code: 'INVALID_TEXT' }))
    }
  })
})

describe('wrong arguments', () => {
  it.each<[string, () => unknown, string]>([
    ['a mode in the place of options', () => tagger.segment('政策', 'fine' as never), 'INVALID_OPTION'],
    ['an option misspelt', () => tagger.segment('政策', { mod: 'fine' } as never), 'INVALID_OPTION'],
    ['pos that is no boolean', () => tagger.segment('政策', { pos: 'yes' } as never), 'INVALID_OPTION'],
    ['no context', () => tagger.classify('政策', null as never), 'INVALID_OPTION'],
    ['a title misspelt', () => tagger.classify('政策', { titel: 'x' } as never), 'INVALID_OPTION'],
    ['a title that is no string', () => tagger.classify('政策', { title: 5 } as never), 'INVALID_TEXT'],
    ['a document that is no string', () => tagger.classify('政策', { text: 5 } as never), 'INVALID_TEXT'],
    ['an offset below 0', () => tagger.classify('政策', { start: -1 }), 'INVALID_OPTION'],
    ['an offset that is no number', () => tagger.classify('政策', { start: 'x' as never }), 'INVALID_OPTION'],
  ])('%s', (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ name: 'ZhengceError', code }))
  })
})

describe('classify', () => {
  const measure = '（三）加大信贷支持。引导银行开发知识产权质押贷款产品，对贷款给予贴息。'

  it('gives labels of the taxonomy with evidence in the text', () => {
    const { instrument, domain } = tagger.classify(measure, { title: '关于促进中小企业发展的意见' })
    expect(instrument.label).toBe('finance-support')
    for (const { start, end, text } of [...instrument.evidence, ...domain.evidence]) expect(measure.slice(start, end)).toBe(text)
    for (const axis of ['instrument', 'domain'] as const) {
      expect(tagger.taxonomy.axes[axis].leaves.map(leaf => leaf.id)).toContain({ instrument, domain }[axis].label)
    }
  })

  it('takes the title of the article around the measure from the document', () => {
    const titled = (title: string) => `${title}\n一、强化人才支撑。引进急需紧缺人才。\n二、加强组织领导。建立联席会议机制。`
    const second = '二、加强组织领导。建立联席会议机制。'
    const domainIn = (title: string) => tagger.classify(second, { text: titled(title) }).domain.label
    expect(domainIn('某市关于推进水稻种植和农业农村发展的意见')).toBe('agriculture-rural')
    expect(domainIn('某市关于推进医院医疗卫生健康服务的意见')).toBe('health')
    expect(tagger.classify(second, { title: '某市关于推进医院医疗卫生健康服务的意见' }).domain.label).toBe('health')
  })

  it('classifies anything', () => {
    for (const text of ['', ' ', '。', '\n', '1.']) expect(tagger.classify(text).instrument.label).toEqual(expect.any(String))
  })
})
