import { expect, it } from 'vitest'
import { BuiltIn } from '../../src/segment/built-in.js'
import { openNodejieba } from '../../src/segment/nodejieba.js'
import { lexicon } from '../support/lexicon.js'
import { cutter, readGold, scoreWords } from './gold.js'

const builtIn = cutter(new BuiltIn(lexicon.words))

it('cuts sentences of policy text as the gold has them', () => {
  expect(readGold('dev').length).toBeGreaterThanOrEqual(110)
  expect(readGold('test').length).toBeGreaterThanOrEqual(210)
  expect(scoreWords(builtIn, readGold('dev')).f1).toBeGreaterThan(0.99)
  expect(scoreWords(builtIn, readGold('test')).f1).toBeGreaterThan(0.97)
})

it('is well ahead of jieba on policy text', async () => {
  const jieba = scoreWords(cutter(await openNodejieba({ hmm: true })), readGold('test')).f1
  expect(scoreWords(builtIn, readGold('test')).f1).toBeGreaterThan(jieba + 0.1)
})
