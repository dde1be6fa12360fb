import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { sourceOf } from '../support/lexicon.js'

it.each([
  ['５Ｇ－Ａ，３０％', '5G-A，30%'],
  ['横琴粵澳深度合作區', '横琴粤澳深度合作区'],
  ['關於發展臺灣與內蒙古的措施', '关于发展台湾与内蒙古的措施'],
  ['著名 乾隆 皇后 公里', '著名 干隆 皇后 公里'],
  ['一　二\u00a0三', '一 二 三'],
])('%s → %s', (text, folded) => {
  expect(sourceOf(text).folded).toBe(folded)
})

it('never moves an offset, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const { folded, codes } = sourceOf(text)
      expect(folded.length).toBe(text.length)
      expect(Array.from(codes, code => String.fromCharCode(code)).join('')).toBe(folded)
    }),
  )
})

it.each(['as in Node', 'without a Buffer, as in a browser'])('folds lone surrogates and traditional script alike, %s', name => {
  if (name.startsWith('without')) vi.stubGlobal('Buffer', undefined)
  for (const text of ['\ud800發\udc00展', '', '臺灣'.repeat(5000), '\ufeffＡ\0']) {
    const { folded, codes } = sourceOf(text)
    expect(Array.from(codes, code => String.fromCharCode(code)).join('')).toBe(folded)
    expect(folded).toBe(text.replaceAll('發', '发').replaceAll('臺灣', '台湾').replaceAll('Ａ', 'A'))
  }
  vi.unstubAllGlobals()
})
