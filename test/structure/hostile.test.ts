import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { structure } from '../../src/structure/structure.js'
import { sourceOf } from './source.js'

const LONG = 200_000

describe('hostile input', () => {
  test.each(['一', '1', '(', '（', '第', '①', '<', '&', ' ', '\n', '、', '。', '答：', '（一）', '1.', '一、', '第一条', '<p>'])(
    'a long run of %j',
    piece => {
      const text = piece.repeat(LONG / piece.length)
      expect(structure(sourceOf(text)).text).toBe(text)
    },
  )

  test('the empty text', () => {
    expect(structure(sourceOf(''))).toEqual({ text: '', articles: [], measures: [] })
  })

  test('lone surrogates', () => {
    expect(structure(sourceOf('一、支持\ud800企业。\n\udc00')).measures).toHaveLength(1)
  })
})

const piece = fc.constantFrom(
  ...[
    '一、',
    '（二）',
    '1.',
    '①',
    '第三条',
    '一是',
    '支持企业',
    '给予补贴',
    '。',
    '；',
    '：',
    '\n',
    '\n\n',
    ' ',
    '近日',
    '关于甲的通知',
    '各区：',
    '2020年1月1日',
    '<p>',
    '答：',
  ],
)

test('spans are ordered, apart, trimmed and inside their article', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      const { articles, measures } = structure(sourceOf(text))
      let at = 0
      for (const { start, end, article, items } of measures) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        expect(end).toBeLessThanOrEqual(articles[article].end)
        for (const item of items) expect(text.slice(item.start, item.end)).toBe(item.text)
        at = end
      }
    }),
  )
})
