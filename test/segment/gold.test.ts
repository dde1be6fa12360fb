import { expect, it } from 'vitest'
import { BuiltIn } from '../../src/segment/built-in.js'
import { openNodejieba } from '../../src/segment/nodejieba.js'
import { lexicon } from '../support/lexicon.js'
import { cutter, readGold, scoreWords } from './gold.js'

const builtIn = cutter(new BuiltIn(lexicon.words))

it('cuts sentences of policy text as the gold has them', () => {
  expect(scoreWords(builtIn, readGold('dev')).f1).toBeGreaterThan(0.985)
  expect(scoreWords(builtIn, readGold('test')).f1).toBeGreaterThan(0.945)
})

it('is well ahead of jieba on policy text', async () => {
  const jieba = scoreWords(cutter(await openNodejieba({ hmm: true })), readGold('test')).f1
  expect(scoreWords(builtIn, readGold('test')).f1).toBeGreaterThan(jieba + 0.1)
})

it('every term of the dictionary is one word, and every phrase taken out is none', async () => {
  const { readTable } = await import('../../src/lexicon/build/tables.js')
  const terms = readTable<{ term: string; frequency?: string }>('terms.tsv')
  const split = terms.filter(row => row.frequency !== '-' && builtIn(row.term).length > 1).map(row => builtIn(row.term).join(' '))
  const whole = terms.filter(row => row.frequency === '-' && builtIn(row.term).length === 1).map(row => row.term)
  expect({ split, whole }).toEqual({ split: [], whole: [] })
})
