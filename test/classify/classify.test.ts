import { beforeAll, describe, expect, it } from 'vitest'
import { openTagger, type Tagger } from '../../src/index.js'

let tagger: Tagger
beforeAll(async () => {
  tagger = await openTagger()
})

const MEASURES = [
  '一、建设灌溉泵站。新建改建灌溉泵站十二座，衬砌渠道八十公里。',
  '二、加强组织领导。建立联席会议制度，每季度通报进度。',
  '三、严格考核。将进度列入年度考核，对落后的予以约谈。',
]
const TITLE = '某县关于加快高标准农田和水稻种植发展的意见'
const DOCUMENT = [TITLE, ...MEASURES].join('\n')

describe('rules', () => {
  it('R3: what only pays is a payment, whatever it pays for', () => {
    const { instrument } = tagger.classify('对新建实验室的企业，按投资额的20%给予补助，最高500万元。')
    expect(instrument.label).toBe('fiscal-subsidy')
    expect(instrument.evidence[0]!.rule).toBe('R3')
  })

  it('D4: what stands in a document on private firms is economy-business', () => {
    const { domain } = tagger.classify('支持民营企业投资港口码头建设。', { title: '关于促进民间投资的若干意见' })
    expect(domain.label).toBe('economy-business')
    expect(domain.evidence[0]!.rule).toBe('D4')
  })
})

describe('context', () => {
  it('D1: a measure without a domain takes that of the title', () => {
    const domainUnder = (title: string) => tagger.classify(MEASURES[1]!, { title }).domain.label
    expect(domainUnder('某市推进医院医疗服务和分级诊疗的意见')).toBe('health')
    expect(domainUnder('某市推进公路铁路和综合交通建设的意见')).toBe('transport')
  })

  it('and that of its neighbours', () => {
    const alone = tagger.classify(MEASURES[1]!).domain
    const text = [
      '一、扩种水稻。推广优良稻种，扩大双季稻种植面积。',
      MEASURES[1]!,
      '三、防治病虫害。组织农户统防统治，减少农药用量。',
    ].join('\n')
    const among = tagger.classify(MEASURES[1]!, { text }).domain
    expect(among.label).toBe('agriculture-rural')
    expect(alone.label).not.toBe(among.label)
  })

  it('the opening stands for a missing title', () => {
    const opening = '本市医院、卫生院和诊所的患者就医、医保报销有新的安排，昨天医疗保障局和卫生健康委作了介绍。'
    expect(tagger.classify('此项工作按季度通报。', { text: `${opening}\n此项工作按季度通报。` }).domain.label).toBe('health')
  })

  it('annotate and classify agree', () => {
    const doc = tagger.annotate(DOCUMENT)
    expect(doc.measures).toHaveLength(MEASURES.length)
    for (const { start, end, instrument, domain } of doc.measures) {
      const lone = tagger.classify(DOCUMENT.slice(start, end), { text: DOCUMENT, start })
      expect(lone.instrument.label).toBe(instrument.label)
      expect(lone.domain.label).toBe(domain.label)
      expect(lone.domain.score).toBeCloseTo(domain.score, 6)
    }
  })

  it('does not remember one document in another', () => {
    const other = DOCUMENT.replace(TITLE, '某县关于医院和医疗服务的意见').replace('灌溉泵站', '门诊病房')
    const before = tagger.classify(MEASURES[1]!, { text: DOCUMENT })
    tagger.classify(MEASURES[1]!, { text: other })
    expect(tagger.classify(MEASURES[1]!, { text: DOCUMENT })).toEqual(before)
  })

  it.each([{ text: '' }, { text: ' ' }, { text: '别的文章。' }, { text: DOCUMENT, start: 1e6 }, { title: '', text: DOCUMENT }])(
    'takes any context: %j',
    context => {
      expect(tagger.classify(MEASURES[0]!, context).domain.label).toEqual(expect.any(String))
    },
  )
})

describe('evidence', () => {
  it('lies in the measure and is what stands there', () => {
    for (const measure of tagger.annotate(DOCUMENT).measures) {
      for (const { label, evidence } of [measure.instrument, measure.domain]) {
        expect(evidence.length).toBeGreaterThan(0)
        for (const { start, end, text, leaf } of evidence) {
          expect(DOCUMENT.slice(start, end)).toBe(text)
          expect(start).toBeGreaterThanOrEqual(measure.start)
          expect(end).toBeLessThanOrEqual(measure.end)
          expect(leaf).toBe(label)
        }
      }
    }
  })

  it('secondary labels are few, and none is the primary one or other', () => {
    for (const { instrument, domain } of tagger.annotate(DOCUMENT).measures) {
      for (const { label, secondary } of [instrument, domain]) {
        expect(secondary.length).toBeLessThanOrEqual(3)
        expect(new Set([label, ...secondary]).size).toBe(secondary.length + 1)
        expect(secondary).not.toContain('other')
      }
    }
  })
})
