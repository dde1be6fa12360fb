import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../src/segment/engine.js'
import { overEngine, SEGMENT_MODES } from '../../src/segment/segmenter.js'
import type { Token } from '../../src/types.js'
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
      fc.constantFrom(
        '政策',
        '上海市',
        '人工智能',
        '一',
        '的',
        '万',
        '年',
        '第',
        '％',
        '200',
        '5G-A',
        '.',
        ',',
        '-',
        '〔2024〕',
        '，',
        '。',
        '\n',
        ' ',
      ),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map(code => String.fromCharCode(code)),
      fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
      fc.constantFrom('𠮷', '😀', '\0'),
    ),
    { maxLength: 60 },
  )
  .map(pieces => pieces.join(''))

/** What is wrong with the ends of tokens. One assertion for a whole text: an assertion a token would take minutes. */
function faultOf(text: string, ends: readonly number[]): string | undefined {
  if ((ends.at(-1) ?? 0) !== text.length) return `the last token ends at ${ends.at(-1)}, the text at ${text.length}`
  const empty = ends.findIndex((end, i) => end <= (ends[i - 1] ?? 0))
  if (empty >= 0) return `the token that ends at ${ends[empty]} is empty`
  const splitting = ends.find(end => splitsPair(text, end))
  return splitting === undefined ? undefined : `a surrogate pair is split at ${splitting}`
}

const splitsPair = (text: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

/**
 * What every engine keeps to, whatever its words.
 * `longest`: how long a text of one character the engine is tried with; nodejieba takes a quadratic time over some.
 */
export function describeEngine(name: string, open: () => Promise<Engine>, longest = 100_000): void {
  describe(`engine ${name}`, async () => {
    const engine = await open()
    const check = (text: string): number[] => {
      const ends = Array.from(engine.cut(sourceOf(text)))
      expect(faultOf(text, ends), JSON.stringify(text.slice(0, 200))).toBeUndefined()
      return ends
    }

    for (const [kind, text] of Object.entries(HOSTILE)) it(`covers the text: ${kind}`, () => void check(text))
    it('covers any text', () =>
      fc.assert(
        fc.property(anyText, text => void check(text)),
        { numRuns: 500 },
      ))
    it('gives the same for the same text, whatever came between', () => {
      fc.assert(
        fc.property(anyText, anyText, (text, other) => {
          const before = check(text)
          check(other)
          expect(check(text)).toEqual(before)
        }),
      )
    })
    it('cuts a long text of one character', () => {
      for (const character of ['的', '一', '1', 'a', '，', ' ', '〔', '1,', '第', '𠮷', '\ud842'])
        check(character.repeat(longest / character.length))
    })
    const segmenter = overEngine(engine, lexicon.words)
    for (const mode of ['default', 'fine'] as const) {
      it(`gives tokens whose texts joined are the text in the mode ${mode}`, () =>
        fc.assert(
          fc.property(anyText, text => {
            const tokens = segmenter.segment(sourceOf(text), mode)
            expect(tokens.map(token => token.text).join('')).toBe(text)
            const ends = tokens.map(({ end }) => end)
            expect(faultOf(text, ends)).toBeUndefined()
            expect(tokens.find(({ start }, i) => start !== (ends[i - 1] ?? 0))).toBeUndefined()
          }),
        ))
    }
    for (const mode of ['search', 'full'] as const) {
      it(`has the tokens and words inside the text in the mode ${mode}, in order and with positions`, () =>
        fc.assert(
          fc.property(anyText, text => {
            const tokens = segmenter.segment(sourceOf(text), mode)
            const spans = new Set(tokens.map(token => `${token.start}-${token.end}`))
            expect(spans.size, 'no span comes twice').toBe(tokens.length)
            const whole = check(text).map((end, i, ends) => `${ends[i - 1] ?? 0}-${end}`)
            expect(whole.filter(span => !spans.has(span))).toEqual([])
            expect(tokens.find(token => token.text !== text.slice(token.start, token.end))).toBeUndefined()
            expect(tokens.find(({ start, end }) => splitsPair(text, start) || splitsPair(text, end))).toBeUndefined()
            const unordered = tokens.find((token, i) => i > 0 && before(token, tokens[i - 1]!))
            expect(unordered, 'sorted by start, the longer first').toBeUndefined()
            const wrong = tokens.find((token, i) => (token.increment === 0) !== (tokens[i - 1]?.start === token.start))
            expect(wrong, 'a word shares the position of the token that starts where it does, and no other').toBeUndefined()
          }),
        ))
    }
    it('tags every token without moving one', () =>
      fc.assert(
        fc.property(anyText, fc.constantFrom(...SEGMENT_MODES), (text, mode) => {
          const tagged = segmenter.segment(sourceOf(text), mode, true)
          expect(tagged.find(({ tag }) => !tag)).toBeUndefined()
          expect(tagged.map(({ tag, ...token }) => token)).toEqual(segmenter.segment(sourceOf(text), mode))
        }),
      ))
  })
}

const before = (a: Token, b: Token): boolean => a.start < b.start || (a.start === b.start && a.end > b.end)
