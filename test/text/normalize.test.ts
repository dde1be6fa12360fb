import fc from 'fast-check'
import { expect, it } from 'vitest'
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
