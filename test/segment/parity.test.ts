import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import nodejieba from 'nodejieba'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildBaseWords, buildHmm } from '../../src/lexicon/build/words.js'
import { BuiltIn } from '../../src/segment/built-in.js'
import { Hmm } from '../../src/segment/hmm.js'
import { normalize } from '../../src/text/normalize.js'
import { sharedPath } from '../support/shared.js'

/** No folding: the dictionary and the text as they are. */
const identity = Uint16Array.from({ length: 65536 }, (_, code) => code)
const base = buildBaseWords(identity)
const { rows, emit, chain } = buildHmm()
const plain = new BuiltIn(base, { rules: false })
const guessing = new BuiltIn(base, { rules: false, hmm: new Hmm(rows, emit, chain) })

beforeAll(() => {
  const userDict = join(mkdtempSync(join(tmpdir(), 'parity-')), 'empty.utf8')
  writeFileSync(userDict, '')
  nodejieba.load({ userDict })
})

/** Lone surrogates reach cppjieba as U+FFFD; lengths are the same. */
const lengths = (text: string, hmm: boolean): number[] => nodejieba.cut(text, hmm).map(word => word.length)
const ownLengths = (text: string, hmm: boolean): number[] => {
  const ends = (hmm ? guessing : plain).cut(normalize(text, identity))
  return Array.from(ends, (end, i) => end - (ends[i - 1] ?? 0))
}

function realTexts(): [name: string, text: string][] {
  const digest = sharedPath('real/digest.txt')
  const policies = sharedPath('real/policies')
  if (!digest || !policies) return []
  const files = readdirSync(policies).filter(file => file.endsWith('.txt'))
  return [digest, ...files.map(file => join(policies, file))].map(file => [file, readFileSync(file, 'utf8')])
}

describe('with the same dictionary the built-in engine gives the tokens of nodejieba', () => {
  const texts = realTexts()
  for (const hmm of [false, true]) {
    const mode = hmm ? 'with the HMM' : 'by the route'
    it.skipIf(texts.length === 0)(`${mode}, on real documents`, () => {
      const differing = texts.filter(([, text]) => String(lengths(text, hmm)) !== String(ownLengths(text, hmm))).map(([name]) => name)
      expect(differing).toEqual([])
    })
    it(`${mode}, on any text`, () => {
      const piece = fc.oneof(
        fc.constantFrom(
          '中国',
          '人民',
          '政府',
          '关于',
          '推进',
          '的',
          '和',
          '一',
          '十',
          '，',
          '。',
          ' ',
          '\n',
          'AT&T',
          'B超',
          'c++',
          '3.14',
          'abc12',
          '𠮷',
          '\ud800',
        ),
        fc.integer({ min: 0x4e00, max: 0x9fff }).map(code => String.fromCharCode(code)),
        fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
      )
      const text = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))
      fc.assert(
        fc.property(text, each => String(ownLengths(each, hmm)) === String(lengths(each, hmm))),
        { numRuns: 2000 },
      )
    })
  }
})
