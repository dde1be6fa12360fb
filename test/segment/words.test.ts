import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordEdits } from '../../src/lexicon/words.js'
import { BuiltIn } from '../../src/segment/built-in.js'
import { lexicon, sourceOf } from '../support/lexicon.js'
import { cutter } from './gold.js'

const { words, fold } = lexicon
const cutWith = (edits: WordEdits, text: string): string => cutter(new BuiltIn(words.extend(edits, fold)))(text).join(' ')
const cut = (text: string): string => cutter(new BuiltIn(words))(text).join(' ')

describe('words of a user', () => {
  it('an added word wins over its parts', () => {
    expect(cut('发展鹏城云脑平台')).not.toContain('鹏城云脑')
    expect(cutWith({ add: [{ word: '鹏城云脑' }] }, '发展鹏城云脑平台')).toBe('发展 鹏城云脑 平台')
  })

  it('an added word wins over parts that are added with it', () => {
    const add = [{ word: '鹏城云脑' }, { word: '鹏城' }, { word: '云脑' }]
    expect(cutWith({ add }, '鹏城云脑和鹏城')).toBe('鹏城云脑 和 鹏城')
  })

  it('a removed word is gone, also from the inside of longer ones', () => {
    expect(cut('优化营商环境')).toBe('优化 营商环境')
    const edited = words.extend({ remove: ['营商环境', '揭榜'] }, fold)
    expect(edited.has('营商环境')).toBe(false)
    expect(edited.has('揭榜挂帅')).toBe(true)
    expect(cutWith({ remove: ['营商环境'] }, '优化营商环境')).toBe('优化 营商 环境')
  })

  it('a frequency weighs a word anew', () => {
    expect(cut('数字经济')).toBe('数字经济')
    expect(cutWith({ add: [{ word: '数字经济', frequency: 1 }], remove: [] }, '数字经济')).toBe('数字 经济')
  })

  it('a word with a run of digits or letters is found, and leaves other runs whole', () => {
    expect(cutWith({ add: [{ word: 'GPT实验室' }] }, '建设GPT实验室和GPTS实验室')).toBe('建设 GPT实验室 和 GPTS 实验室')
  })

  it('keys are folded like the text', () => {
    expect(cutWith({ add: [{ word: '鵬城雲腦ＡＩ' }] }, '鹏城云脑AI')).toBe('鹏城云脑AI')
  })

  it('the words that were extended stay as they are', () => {
    const before = cut('推进鹏城云脑建设，优化营商环境')
    words.extend({ add: [{ word: '鹏城云脑' }], remove: ['营商环境', '推进'] }, fold)
    expect(cut('推进鹏城云脑建设，优化营商环境')).toBe(before)
  })

  it('no word goes across a separator, whoever adds it', () => {
    for (const separator of '，。 \n\t') expect(words.trie.alphabet[separator.charCodeAt(0)]).toBe(0)
    expect(cutWith({ add: [{ word: '云脑，平台', frequency: 1e6 }] }, '鹏城云脑，平台')).toBe(cut('鹏城云脑，平台'))
  })

  it('a unit is cut the same in a long text and by itself', () => {
    const unit = '推进鹏城云脑建设和5G-A试点'
    const add = [{ word: '鹏城云脑' }]
    const long = `${unit}，`.repeat(600) + unit.repeat(400)
    expect(cutWith({ add }, long).startsWith(`${cutWith({ add }, unit)} ， `)).toBe(true)
    expect(cutWith({ add }, long).endsWith(cutWith({ add }, unit.repeat(400)))).toBe(true)
  })

  it('extensions stack', () => {
    const both = words.extend({ add: [{ word: '鹏城云脑' }] }, fold).extend({ remove: ['鹏城云脑'], add: [{ word: '云脑平台' }] }, fold)
    expect(cutter(new BuiltIn(both))('鹏城云脑平台').at(-1)).toBe('云脑平台')
    expect(both.has('鹏城云脑')).toBe(false)
  })

  it('without edits nothing is made anew', () => {
    expect(words.extend({ add: [], remove: [] }, fold)).toBe(words)
  })

  it('the base trie is shared until a word of it is taken out or becomes rarer', () => {
    expect(words.extend({ add: [{ word: '鹏城云脑' }, { word: '政策' }, { word: '环境', frequency: 1e6 }] }, fold).trie).toBe(words.trie)
    expect(words.extend({ add: [{ word: '政策', frequency: 9 }] }, fold).trie).not.toBe(words.trie)
  })

  it('a single character is weighed anew', () => {
    expect(cut('政的策')).toBe('政 的 策')
    const add = [{ word: '的策', frequency: 40 }]
    expect(cutWith({ add }, '政的策')).toBe('政 的策')
    expect(cutWith({ add: [...add, { word: '策', frequency: 1e6 }] }, '政的策')).toBe('政 的 策')
  })

  it('of a word that is added twice the later frequency counts, and the removed one comes back when it is added', () => {
    const twice = words.extend({ add: ['鹏城', '鹏城'].map((word, i) => ({ word, frequency: 10 ** (i + 1) })) }, fold)
    expect(twice.weightOf('鹏城')).toBe(words.extend({ add: [{ word: '鹏城', frequency: 100 }] }, fold).weightOf('鹏城'))
    const back = words.extend({ remove: ['营商环境'] }, fold).extend({ add: [{ word: '营商环境' }] }, fold)
    expect(cutter(new BuiltIn(back))('优化营商环境').join(' ')).toBe('优化 营商环境')
  })

  it('fifty thousand words are all found', () => {
    const add = Array.from({ length: 50_000 }, (_, i) => ({
      word: String.fromCharCode(0x4e00 + (i >> 8), 0x5e00 + (i & 255), 0x6e00 + (i % 97)),
    }))
    const engine = new BuiltIn(words.extend({ add }, fold))
    const lost = add.filter(({ word }) => engine.cut(sourceOf(word)).length !== 1)
    expect(lost).toEqual([])
  })

  it('any edits leave every other word with its weight', () => {
    const character = fc.oneof(
      fc.constantFrom(...'中国人民政府的一𠮷a1'),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map(code => String.fromCharCode(code)),
    )
    const word = fc.array(character, { minLength: 1, maxLength: 6 }).map(characters => characters.join(''))
    const known = ['中国', '中国人', '人民', '人民政府', '政府', '政策', '国', '营商环境', '一', '一个', '的']
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.subarray(known), (add, remove) => {
        const edited = words.extend({ add: add.map(each => ({ word: each, frequency: 7 })), remove }, fold)
        const added = new Set(add.map(each => sourceOf(each).folded))
        for (const each of added) expect(edited.has(each), `${each} was added`).toBe(true)
        for (const each of known) {
          if (added.has(each)) continue
          if (remove.includes(each)) expect(edited.has(each), `${each} was removed`).toBe(false)
          else expect(edited.weightOf(each), each).toBe(words.weightOf(each))
        }
      }),
      { numRuns: 20 },
    )
  })
})
