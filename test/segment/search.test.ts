import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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

describe('fine', () => {
  it.each([
    ['知识产权', '知识 产权'],
    ['广州市人民政府', '广州 市 人民 政府'],
    ['优化营商环境', '优化 营商 环境'],
    ['新能源汽车国际化', '新 能源 汽车 国际 化'],
    ['互联网和办公室', '互联网 和 办公室'],
    ['因地制宜、徇私舞弊', '因地制宜 、 徇私 舞弊'],
    ['第二十五条', '第二十五 条'],
    ['2024年1.5亿元', '2024年 1.5亿 元'],
    ['新加坡二氧化硫', '新加坡 二氧化硫'],
    ['上海市國際化', '上海 市 國際 化'],
  ])('%s', (text, words) => {
    expect(
      segmenter
        .segment(sourceOf(text), 'fine')
        .map(token => token.text)
        .join(' '),
    ).toBe(words)
  })

  it('cuts within the tokens of the default mode', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('知识产权', '人民政府', '3', '十', '年', '营商环境', '的', '5G')), pieces => {
        const source = sourceOf(pieces.join(''))
        const fine = new Set(segmenter.segment(source, 'fine').map(token => token.end))
        expect(segmenter.segment(source).filter(token => !fine.has(token.end))).toEqual([])
      }),
    )
  })
})

describe('full', () => {
  const full = (text: string): string[] =>
    segmenter.segment(sourceOf(text), 'full').map(({ text: own, increment }) => `${own} +${increment}`)

  it('has every word of the dictionary, across the tokens too', () => {
    expect(full('知识产权')).toEqual(['知识产权 +1', '知识 +0', '产权 +1'])
    expect(full('研究生命')).toEqual(expect.arrayContaining(['研究生 +1', '研究 +0', '生命 +1']))
  })

  it('has single characters only where they are tokens, and runs whole', () => {
    expect(full('用AI2')).toEqual(['用 +1', 'AI2 +1'])
  })

  it('has whatever the search mode has', () => {
    const spans = (text: string, mode: 'search' | 'full') =>
      segmenter.segment(sourceOf(text), mode).map(({ start, end }) => `${start}-${end}`)
    const text = '中华人民共和国国务院办公厅关于加强知识产权保护的若干措施，2024年投入1.5亿元'
    expect(spans(text, 'full')).toEqual(expect.arrayContaining(spans(text, 'search')))
  })
})

it('the engine is chosen by name', async () => {
  expect((await openSegmenter(lexicon)).engine).toBe('built-in')
  expect((await openSegmenter(lexicon, { engine: 'nodejieba' })).engine).toBe('nodejieba')
  expect((await openSegmenter(lexicon, { engine: 'intl' })).engine).toBe('intl')
})
