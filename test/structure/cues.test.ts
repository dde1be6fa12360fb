import { describe, expect, test } from 'vitest'
import { Cues } from '../../src/structure/cues.js'
import { sourceOf } from './source.js'

const cues = new Cues([
  [1, '支持 推[动进] 应'],
  [2, '推动力 制定本'],
  [0, '应用'],
])

const within = (text: string) => {
  const { codes } = sourceOf(text)
  return cues.within(codes, 0, codes.length)
}

describe('cue words', () => {
  test.each([
    ['大力支持企业', 1],
    ['推动', 1],
    ['推进', 1],
    ['推广', 0],
    ['应', 1],
    ['制定本办法', 2],
    ['制定', 0],
    ['', 0],
  ])('%s: %i', (text, bits) => expect(within(text)).toBe(bits))

  test('a longer word has the bits of the word that it begins with', () => expect(within('推动力')).toBe(3))

  test('a word without a bit hides the one that it begins with', () => expect(within('应用')).toBe(0))

  test('a word that reaches beyond the end is none', () => {
    const { codes } = sourceOf('支持')
    expect(cues.within(codes, 0, 1)).toBe(0)
  })
})
