import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../src/segment/engine.js'
import { overEngine } from '../../src/segment/segmenter.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

const HOSTILE: Record<string, string> = {
  'empty text': '',
  'one blank': ' ',
  'blanks and line breaks': ' \t\r\n\u3000\n\n',
  NUL: 'a\0政策\0',
  'lone surrogates': '\ud842政\udfb7策\ud842',
  'surrogate pairs': '𠮷野家𠮷𠮷政策😀',
  'combining marks': 'e\u0301政\u20dd',
  'byte order mark': '\ufeff政策\ufeff',
  'right to left': 'שלום政策',
  'full-width': '２０２６年ＡＩ，１００％',
  'traditional script': '專項資金管理辦法',
}

/** Text such as hostile users write: Han, punctuation, digits, any code unit at all. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('政策', '上海市', '人工智能', '一', '的', '万', '年', '第', '％', '200', '5G-A', '.', ',', '-', '〔2024〕', '，', '。', '\n', ' '),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map(code => String.fromCharCode(code)),
      fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
      fc.constantFrom('𠮷', '😀', '\0'),
    ),
    { maxLength: 60 },
  )
  .map(pieces => pieces.join(''))

const splitsPair = (text: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

/** What every engine keeps to, whatever its words. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describe(`engine ${name}`, async () => {
    const engine = await open()
    const check = (text: string) => {
      const ends = Array.from(engine.cut(sourceOf(text)))
      expect(ends.at(-1) ?? 0, 'the last token ends where the text does').toBe(text.length)
      ends.reduce((before, end) => {
        expect(end, `no token is empty (at ${before} of ${JSON.stringify(text)})`).toBeGreaterThan(before)
        return end
      }, 0)
      for (const end of ends) expect(splitsPair(text, end), `no surrogate pair is split (at ${end} of ${JSON.stringify(text)})`).toBe(false)
      return ends
    }

    for (const [kind, text] of Object.entries(HOSTILE)) it(`covers the text: ${kind}`, () => void check(text))
    it('covers any text', () => fc.assert(fc.property(anyText, text => void check(text)), { numRuns: 500 }))
    it('gives the same for the same text, whatever came between', () => {
      fc.assert(fc.property(anyText, anyText, (text, other) => {
        const before = check(text)
        check(other)
        expect(check(text)).toEqual(before)
      }))
    })
    it('cuts a text of a hundred thousand characters of one kind', () => {
      for (const character of ['的', '一', '1', 'a', '，', ' ', '〔', '1,', '第', '𠮷', '\ud842']) check(character.repeat(100_000 / character.length))
    })
    it('gives tokens whose texts joined are the text', () => {
      const segmenter = overEngine(engine, lexicon.words)
      fc.assert(
        fc.property(anyText, text => {
          const tokens = segmenter.segment(sourceOf(text))
          expect(tokens.map(token => token.text).join('')).toBe(text)
          for (const { text: own, start, end } of tokens) expect(own).toBe(text.slice(start, end))
        }),
      )
    })
    it('has sub-words inside their tokens in search mode', () => {
      const segmenter = overEngine(engine, lexicon.words)
      fc.assert(
        fc.property(anyText, text => {
          const tokens = segmenter.segment(sourceOf(text), 'search')
          const ends = check(text)
          expect(tokens.filter(token => ends.includes(token.end) && (ends[ends.indexOf(token.end) - 1] ?? 0) === token.start)).toHaveLength(ends.length)
          for (const [i, token] of tokens.entries()) {
            expect(token.text).toBe(text.slice(token.start, token.end))
            expect(token.increment === 0, 'a sub-word shares the position of a token that starts where it does').toBe(tokens[i - 1]?.start === token.start)
          }
        }),
      )
    })
  })
}
