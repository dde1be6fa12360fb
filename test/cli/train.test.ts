import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openTagger } from '../../src/tagger.js'
import { CRAFT_ROWS, CRAFTS } from '../support/invented.js'
import { run } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengce-train-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const lines = (rows: readonly unknown[]) => `${rows.map(row => JSON.stringify(row)).join('\n')}\n\n`
const rows = file('rows.jsonl', lines(CRAFT_ROWS))
const taxonomy = file('crafts.json', JSON.stringify(CRAFTS))
const model = join(folder, 'crafts.model')

describe('train and evaluate', () => {
  it('learns a model and says how well it does', async () => {
    const trained = await run(['train', rows, '--taxonomy', taxonomy, '--output', model])
    expect(trained).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/crafts\.model: 96 rows, \d\.\d MB\n$/) })
    const { code, out } = await run(['evaluate', rows, '--model', model], { openTagger })
    expect(code).toBe(0)
    expect(out).toMatch(/^act +1\.000 +1\.000 +1\.000 +1\.000 .* 96 /m)
    // teach, the second leaf of two: 48 times right, never taken for pay
    expect(out).toMatch(/^2 teach +1\.000 +1\.000 +1\.000 +48 +· +48$/m)
  })

  it('gives every figure as JSON, with a learning curve on request', async () => {
    const { out } = await run(['evaluate', rows, '--model', model, '--curve', '--json'], { openTagger })
    const { axes, curve } = JSON.parse(out)
    expect(axes.craft).toMatchObject({ n: 96, accuracy: 1, confusion: { salt: { salt: 48 }, tea: { tea: 48 } } })
    const learnt = curve.map((point: { rows: number }) => point.rows)
    expect(learnt).toEqual([...learnt].sort((a, b) => a - b))
    for (const point of curve) {
      expect(point.rows + point.held).toBeLessThanOrEqual(96)
      expect(Object.keys(point.axes)).toEqual(['act', 'craft'])
    }
  })

  it('evaluates the built-in taxonomy without a model', async () => {
    const own = file('own.jsonl', lines([{ text: '给予企业奖励50万元。', instrument: 'fiscal-subsidy', instrument2: [] }]))
    const { code, out } = await run(['evaluate', own], { openTagger })
    expect(code).toBe(0)
    expect(out).toMatch(/^instrument +1\.000/m)
    expect(out).not.toMatch(/^domain/m)
  })
})

describe('too little to learn from', () => {
  it('warns of leaves that no row is labelled with', async () => {
    const { code, err } = await run([
      'train',
      file('one.jsonl', lines(CRAFT_ROWS.slice(0, 1))),
      '-t',
      taxonomy,
      '-o',
      join(folder, 'one.model'),
    ])
    expect(code).toBe(0)
    expect(err).toMatch(/^warning: no row is labelled (?:act|craft) \w+, (?:act|craft) \w+;/m)
  })
})

describe('what goes wrong', () => {
  it.each([
    [
      'rows that are no JSON',
      ['train', file('bad.jsonl', '{"text": "种茶"\n'), '-t', taxonomy, '-o', model],
      1,
      /^ROW_MALFORMED: .*bad\.jsonl:1/,
    ],
    [
      'a label that is no leaf',
      ['train', file('sing.jsonl', lines([{ text: '种茶', act: 'sing' }])), '-t', taxonomy, '-o', model],
      1,
      /^ROW_MALFORMED/,
    ],
    ['a taxonomy that is no JSON', ['train', rows, '-t', rows, '-o', model], 1, /^TAXONOMY_MALFORMED/],
    ['a missing file', ['evaluate', join(folder, 'none.jsonl')], 1, /^FILE_UNREADABLE/],
    ['the model over the rows', ['train', rows, '-t', taxonomy, '-o', rows], 2, /is an input file/],
    ['no taxonomy', ['train', rows, '-o', model], 2, /taxonomy/],
    ['no rows', ['evaluate'], 2, /rows/i],
    ['an empty file of rows', ['evaluate', file('empty.jsonl', '')], 1, /^ROW_MALFORMED: There are no rows/],
    [
      'a label that is no leaf, when evaluating',
      ['evaluate', file('dance.jsonl', lines([{ text: '种茶', instrument: 'dance' }]))],
      1,
      /^ROW_MALFORMED: Row 1: instrument is "dance"/,
    ],
    [
      'a curve over one row',
      ['evaluate', '--curve', file('lone.jsonl', lines([{ text: '给予企业奖励50万元。', instrument: 'fiscal-subsidy' }]))],
      1,
      /^ROW_MALFORMED: A learning curve needs/,
    ],
    ['rows of another taxonomy', ['evaluate', rows], 2, /no labels on the axes/],
  ])('%s', async (_, argv, code, message) => {
    const result = await run(argv as string[], { openTagger })
    expect(result).toMatchObject({ code, out: '', err: expect.stringMatching(message as RegExp) })
    expect(result.err).not.toMatch(/\bat .*:\d+/)
  })
})
