import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { structure } from '../../src/structure/structure.js'
import type { Article, Span } from '../../src/types.js'
import { sourceOf } from '../support/lexicon.js'
import { sharedPath } from '../support/shared.js'

interface Golden {
  document: string
  articles: Article[]
  measures: (Span & { ordinal?: number })[]
}

const folder = sharedPath('real/policies')
const golden: Golden[] = readFileSync(new URL('../golden/structure.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** An end within two characters is as good as the same end. */
const isSame = (a: Golden['measures'][number], b: Golden['measures'][number]) =>
  a.start === b.start && Math.abs(a.end - b.end) <= 2 && a.ordinal === b.ordinal

const f1 = (hits: number, found: number, wanted: number) => (found + wanted === 0 ? 1 : (2 * hits) / (found + wanted))

function score({ document, articles, measures }: Golden) {
  const text = readFileSync(`${folder}/${document}.txt`, 'utf8')
  const found = structure(sourceOf(text))
  const hits = measures.filter(wanted => found.measures.some(measure => isSame(wanted, measure))).length
  return { document, hits, found: found.measures.length, wanted: measures.length, articles: found.articles.length - articles.length }
}

if (!folder) console.info('golden outlines: skipped, the documents do not stand beside this checkout')

describe.skipIf(!folder)('outlines of real documents, read by hand', () => {
  const scores = folder ? golden.map(score) : []

  test.each(scores)('$document: $hits of $wanted measures, $found found', ({ hits, found, wanted, articles }) => {
    expect(f1(hits, found, wanted)).toBeGreaterThanOrEqual(0.8)
    expect(articles).toBe(0)
  })

  test('all measures together', () => {
    const sum = (key: 'hits' | 'found' | 'wanted') => scores.reduce((total, score) => total + score[key], 0)
    expect(f1(sum('hits'), sum('found'), sum('wanted'))).toBeGreaterThanOrEqual(0.95)
  })
})
