import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTagger, type Tagger, type TrainingRow, trainTaxonomy } from '../src/index.js'
import { CRAFT_ROWS, CRAFTS } from './support/invented.js'

let model: Uint8Array
let tagger: Tagger
beforeAll(async () => {
  model = await trainTaxonomy(CRAFT_ROWS, CRAFTS)
  tagger = await openTagger({ model, crosswalks: true })
})

describe('a model of a taxonomy of your own', () => {
  it('labels texts that it has not seen', () => {
    const { labels } = tagger.classify('对新开垦茶园的农户给予补助三万元。')
    expect([labels!.act!.label, labels!.craft!.label]).toEqual(['pay', 'tea'])
    expect(tagger.classify('开展晒盐技艺培训。').labels).toMatchObject({ act: { label: 'teach' }, craft: { label: 'salt' } })
  })

  it('reads the title where an axis is read in context', () => {
    const craft = (title: string) => tagger.classify('举办手艺培训班。', { title }).labels!.craft!.label
    expect(craft('扶持盐田生产的办法')).toBe('salt')
    expect(craft('扶持茶园生产的办法')).toBe('tea')
  })

  it('labels every measure of a document beside the built-in taxonomy', () => {
    const { measures } = tagger.annotate('东山镇扶持茶叶生产的办法\n一、给予茶叶企业补助二十万元。\n二、举办制茶技艺培训班。')
    expect(measures.map(({ labels }) => [labels!.act!.label, labels!.craft!.label])).toEqual([
      ['pay', 'tea'],
      ['teach', 'tea'],
    ])
    expect(measures[0]!.domain.label).toBe('agriculture-rural')
    for (const { start, end, rule } of measures[0]!.labels!.act!.evidence) {
      expect(start).toBeGreaterThanOrEqual(measures[0]!.start)
      expect(end).toBeLessThanOrEqual(measures[0]!.end)
      expect(['heading', 'clause', 'score']).toContain(rule)
    }
  })

  it('gives scores that are probabilities, few secondary labels, and the codes that a leaf has', () => {
    const { act } = tagger.classify('对茶叶企业给予补助，并举办茶叶技艺培训班。').labels!
    expect(act!.score).toBeGreaterThan(0)
    expect(act!.score).toBeLessThanOrEqual(1)
    expect(act!.secondary.length).toBeLessThanOrEqual(1)
    expect(tagger.classify('给予茶农补助。').labels!.act!.crosswalks).toEqual({ ours: ['A1'] })
  })

  it('is known to the tagger', () => {
    expect(tagger.customTaxonomy).toEqual(CRAFTS)
    expect(tagger.taxonomy.name).not.toBe(CRAFTS.name)
  })

  it('is the same each time, and learns from half-labelled rows', async () => {
    expect(await trainTaxonomy(CRAFT_ROWS, CRAFTS)).toEqual(model)
    const half = CRAFT_ROWS.map(({ craft, act, ...row }, i) => (i % 2 ? { ...row, craft } : { ...row, act })) as TrainingRow[]
    const other = await openTagger({ model: await trainTaxonomy(half, CRAFTS) })
    expect(other.classify('开展晒盐技艺培训。').labels!.act!.label).toBe('teach')
  })
})

describe('saving and opening', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengce-model-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('takes a path as well as bytes', async () => {
    const path = join(folder, 'crafts.model')
    writeFileSync(path, model)
    const saved = await openTagger({ model: path })
    expect(saved.classify('举办采茶讲习。').labels!.act!.label).toBe('teach')
  })

  it.each([
    ['a path that leads nowhere', () => join(folder, 'none'), 'MODEL_NOT_FOUND'],
    ['bytes of something else', () => new Uint8Array(64), 'MODEL_FOREIGN'],
    ['bytes cut short', () => model.slice(0, model.length / 2), 'MODEL_FOREIGN'],
  ])('refuses %s', async (_, source, code) => {
    await expect(openTagger({ model: source() })).rejects.toMatchObject({ code })
  })

  it('carries nothing of it where no model is given', async () => {
    const plain = await openTagger()
    expect(plain.customTaxonomy).toBeUndefined()
    expect(Object.keys(plain.classify('给予茶农补助。')).sort()).toEqual(['domain', 'instrument'])
    expect(plain.classify('给予茶农补助。').domain.crosswalks).toBeUndefined()
  })
})

describe('crosswalks of the built-in taxonomy', () => {
  it('stand on every label where they are asked for', () => {
    const { instrument, domain } = tagger.classify('对茶叶企业给予补助20万元。')
    expect(instrument.crosswalks!.stip).toEqual(expect.arrayContaining(['PI006']))
    expect(Object.keys(domain.crosswalks!).sort()).toEqual(['cap', 'cofog', 'state_council'])
  })
})

describe('what cannot be learnt from', () => {
  const leaves = [{ id: 'a' }, { id: 'b' }]
  it.each([
    ['nothing', undefined, /taxonomy must be an object/],
    ['no name', { axes: { x: { leaves } } }, /name must be/],
    ['no axis', { name: 'n', axes: {} }, /axes must be/],
    ['an axis with the name of a field', { name: 'n', axes: { text: { leaves } } }, /axes\.text must be called otherwise/],
    ['one leaf', { name: 'n', axes: { x: { leaves: [{ id: 'a' }] } } }, /axes\.x\.leaves must be/],
    ['a leaf without an id', { name: 'n', axes: { x: { leaves: [{ id: 'a' }, {}] } } }, /axes\.x\.leaves\[1\] must be/],
    ['a leaf twice', { name: 'n', axes: { x: { leaves: [{ id: 'a' }, { id: 'a' }] } } }, /axes\.x\.leaves\[1\]\.id must be another/],
    ['cues that are no words', { name: 'n', axes: { x: { leaves: [{ id: 'a', cues: '茶' }, { id: 'b' }] } } }, /cues must be/],
    ['context that is no boolean', { name: 'n', axes: { x: { leaves, context: 'yes' } } }, /context must be/],
  ])('a taxonomy with %s', async (_, taxonomy, message) => {
    await expect(trainTaxonomy(CRAFT_ROWS, taxonomy as never)).rejects.toMatchObject({
      code: 'TAXONOMY_MALFORMED',
      message: expect.stringMatching(message),
    })
  })

  it.each([
    ['none', [], /no rows/],
    ['a row that is no object', [null], /Row 1: it is no object/],
    ['a row without a text', [CRAFT_ROWS[0], { act: 'pay' }], /Row 2: text must be/],
    ['a title that is no text', [{ text: '种茶。', act: 'pay', title: 3 }], /Row 1: title must be/],
    ['a label that is no leaf', [{ text: '种茶。', act: 'sing' }], /Row 1: act is "sing"/],
    ['no label', [{ text: '种茶。' }], /Row 1: it has no label; the axes are act, craft/],
  ])('rows: %s', async (_, rows, message) => {
    await expect(trainTaxonomy(rows as never, CRAFTS)).rejects.toMatchObject({
      code: 'ROW_MALFORMED',
      message: expect.stringMatching(message),
    })
  })
})
