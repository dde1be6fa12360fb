import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { structure } from '../../src/structure/structure.js'
import { sharedPath } from '../support/shared.js'
import { sourceOf } from './source.js'

const goldPath = sharedPath('real/digest.gold.txt')

/** Spans of one kind of mark, over the text without any. */
function spansOf(gold: string, mark: 'A' | 'M'): [number, number][] {
  const spans: [number, number][] = []
  let length = 0
  let open = 0
  for (const part of gold.replace(/\{\{([^|{}]+)\|[^{}]*\}\}/g, '$1').split(/(⟦[^⟧]*⟧)/)) {
    if (part === `⟦/${mark}⟧`) spans.push([open, length])
    else if (part.startsWith(`⟦${mark} `)) open = length
    if (!part.startsWith('⟦')) length += part.length
  }
  return spans
}

test.skipIf(!goldPath)('a real digest: every article and every measure, to the character', () => {
  const gold = readFileSync(goldPath!, 'utf8')
  const text = gold.replace(/\{\{([^|{}]+)\|[^{}]*\}\}/g, '$1').replace(/⟦[^⟧]*⟧/g, '')
  const { articles, measures } = structure(sourceOf(text))
  expect(articles.map(({ start, end }) => [start, end])).toEqual(spansOf(gold, 'A'))
  expect(measures.map(({ start, end }) => [start, end])).toEqual(spansOf(gold, 'M'))
})
