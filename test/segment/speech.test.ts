import { expect, it } from 'vitest'
import { createSegmenter } from '../../src/segment/segmenter.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

const tagged = (text: string, { words } = lexicon): string =>
  createSegmenter({ ...lexicon, words } as typeof lexicon)
    .segment(sourceOf(text), 'default', true)
    .map(token => `${token.text}/${token.tag}`)
    .join(' ')

it.each([
  ['支持企业和高校', '支持/v 企业/n 和/c 高校/n'],
  ['深圳市、南山区', '深圳市/ns 、/x 南山区/ns'],
  ['2024年投入1.5亿元，占30%', '2024年/t 投入/v 1.5亿/m 元/m ，/x 占/v 30%/m'],
  ['应用5G-A和AI', '应用/v 5G-A/eng 和/c AI/eng'],
  ['省工信局', '省/n 工信局/nt'],
  ['２０２４年ＡＩ', '２０２４年/t ＡＩ/eng'],
  ['專項資金', '專項/n 資金/n'],
  ['\0 \n', '\0/x  /x \n/x'],
])('%s', (text, expected) => {
  expect(tagged(text)).toBe(expected)
})

it('a word without a tag has that of its last part', () => {
  const words = lexicon.words.extend({ add: [{ word: '鹏城企业' }, { word: '云上支持' }] }, lexicon.fold)
  expect(tagged('鹏城企业云上支持', { ...lexicon, words } as typeof lexicon)).toBe('鹏城企业/n 云上支持/vn')
})

it('a user may give the tag', () => {
  const words = lexicon.words.extend({ add: [{ word: '鹏城云脑', tag: 'nz' }] }, lexicon.fold)
  expect(tagged('鹏城云脑', { ...lexicon, words } as typeof lexicon)).toBe('鹏城云脑/nz')
})

it('no token has a tag where none is asked for', () => {
  expect(createSegmenter(lexicon).segment(sourceOf('支持'))).toEqual([{ text: '支持', start: 0, end: 2 }])
})
