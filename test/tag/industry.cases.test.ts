import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createSegmenter } from '../../src/segment/segmenter.js'
import { recognizeIndustries } from '../../src/tag/industry.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

const segmenter = createSegmenter(lexicon)
const rows = readFileSync(new URL('./industry.cases.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .slice(1)
  .map(line => line.split('\t') as [about: string, marked: string])

/** A trailing 产业 is left out of the marks, since annotators set it either way. */
const withoutEnding = (marked: string): string => marked.replaceAll('产业】', '】产业')

function mark(text: string): string {
  const source = sourceOf(text)
  let out = ''
  let at = 0
  for (const { start, end } of recognizeIndustries(lexicon.gazetteer.scan(source.codes), source, segmenter.segment(source))) {
    out += `${text.slice(at, start)}【${text.slice(start, end)}】`
    at = end
  }
  return out + text.slice(at)
}

describe('sectors in sentences', () => {
  test.each(rows)('%s: %s', (_about, marked) => {
    expect(withoutEnding(mark(marked.replace(/[【】]/g, '')))).toBe(withoutEnding(marked))
  })

  test('the table is large enough, and a quarter of its sentences are traps', () => {
    expect(rows.reduce((count, [, marked]) => count + marked.split('【').length - 1, 0)).toBeGreaterThanOrEqual(250)
    expect(rows.filter(([, marked]) => !marked.includes('【')).length).toBeGreaterThanOrEqual(rows.length / 4)
  })
})
