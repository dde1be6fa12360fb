import { expect, it } from 'vitest'
import { createSegmenter, openSegmenter } from '../../src/segment/segmenter.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

const segmenter = createSegmenter(lexicon)
const search = (text: string): string[] =>
  segmenter.segment(sourceOf(text), 'search').map(({ text: own, start, end, increment }) => `${own} ${start}-${end} +${increment}`)

it('a long word brings the words inside it, with their own offsets and positions', () => {
  expect(search('知识产权')).toEqual(['知识产权 0-4 +1', '知识 0-2 +0', '产权 2-4 +1'])
})

it('of two sub-words with one start the longer comes first and both share a position', () => {
  expect(search('中华人民共和国')).toContain('人民 2-4 +1')
  expect(search('中华人民共和国')).toContain('共和国 4-7 +1')
})

it('short words and punctuation bring nothing', () => {
  expect(search('上海，')).toEqual(['上海 0-2 +1', '， 2-3 +1'])
})

it('the default mode has no increments', () => {
  expect(segmenter.segment(sourceOf('知识产权'))).toEqual([{ text: '知识产权', start: 0, end: 4 }])
})

it('the engine is chosen by name', async () => {
  expect((await openSegmenter(lexicon)).engine).toBe('built-in')
  expect((await openSegmenter(lexicon, { engine: 'nodejieba' })).engine).toBe('nodejieba')
})
