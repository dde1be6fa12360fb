import { describe, expect, it, vi } from 'vitest'
import { openTagger } from '../../src/index.js'
import { BuiltIn } from '../../src/segment/built-in.js'
import { Hmm } from '../../src/segment/hmm.js'
import { openIntl } from '../../src/segment/intl.js'
import { type NodejiebaModule, openNodejieba } from '../../src/segment/nodejieba.js'
import { lexicon, sourceOf } from '../support/lexicon.js'
import { describeEngine } from './conformance.js'

const { words, sections } = lexicon
describeEngine('built-in', async () => new BuiltIn(words))
describeEngine('built-in with the HMM', async () => new BuiltIn(words, { hmm: Hmm.open(sections) }))
describeEngine('built-in without rules', async () => new BuiltIn(words, { rules: false }))
describeEngine('built-in with words of a user', async () => {
  const add = [{ word: '政策人' }, { word: '1万' }, { word: '𠮷野家' }, { word: '5G-A' }, { word: '的', frequency: 3 }]
  return new BuiltIn(words.extend({ add, remove: ['政策', '上海市'] }, lexicon.fold))
})
describeEngine('intl', async () => openIntl())
describeEngine('nodejieba', () => openNodejieba(), 2000)
describeEngine('nodejieba with its HMM', () => openNodejieba({ hmm: true }), 2000)

it('an engine that cannot be loaded is a coded error', async () => {
  const load = () => Promise.reject(new Error('Cannot find package'))
  await expect(openNodejieba({ load })).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE', cause: { message: 'Cannot find package' } })
})

it('an engine that loads and does not work is a coded error', async () => {
  const load = async () => ({
    cut: () => {
      throw new Error('no dictionary')
    },
  })
  await expect(openNodejieba({ load })).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' })
})

it('an engine that the platform lacks is a coded error', () => {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
  try {
    expect(openIntl).toThrowError(expect.objectContaining({ code: 'ENGINE_UNAVAILABLE' }))
  } finally {
    vi.unstubAllGlobals()
  }
})

describe('the one dictionary of nodejieba', () => {
  /** A process of its own: words put in, and a cut that finds them. */
  const freshPackage = () => {
    const inserted: string[] = []
    const module: NodejiebaModule = {
      cut: text => (inserted.includes(text) ? [text] : [...text]),
      insertWord: word => inserted.push(word) > 0,
    }
    return async () => module
  }

  it('takes the words of the first tagger, and the same words again', async () => {
    const load = freshPackage()
    const engine = await openNodejieba({ load, add: ['云脑', '鹏城'] })
    expect(Array.from(engine.cut(sourceOf('云脑')))).toEqual([2])
    expect(Array.from((await openNodejieba({ load, add: ['鹏城', '云脑'] })).cut(sourceOf('鹏城')))).toEqual([2])
  })

  it.each([
    ['other words', ['云脑'], ['鹏城']],
    ['words where the first had none', [], ['云脑']],
    ['none where the first had words', ['云脑'], []],
  ])('refuses a second tagger with %s', async (_, first, second) => {
    const load = freshPackage()
    await openNodejieba({ load, add: first })
    await expect(openNodejieba({ load, add: second })).rejects.toMatchObject({ code: 'ENGINE_DICTIONARY' })
    await expect(openNodejieba({ load, add: first })).resolves.toMatchObject({ name: 'nodejieba' })
  })

  it('cannot take words out', async () => {
    await expect(openNodejieba({ load: freshPackage(), remove: ['营商环境'] })).rejects.toMatchObject({
      code: 'ENGINE_DICTIONARY',
      message: expect.stringContaining('营商环境'),
    })
  })

  it('reaches from the options of a tagger', async () => {
    const open = (term: string) => openTagger({ engine: 'nodejieba', dictionaries: [{ table: 'terms', rows: [{ term }] }] })
    // the engines above have opened the package without words
    await expect(open('鹏城云脑')).rejects.toMatchObject({ code: 'ENGINE_DICTIONARY' })
  })
})

it('an engine without routes does not explain', async () => {
  const tagger = await openTagger({ engine: 'intl' })
  expect(
    tagger
      .segment('发展数字经济')
      .map(({ text }) => text)
      .join(''),
  ).toBe('发展数字经济')
  expect(() => tagger.explainSegmentation('发展数字经济')).toThrowError(expect.objectContaining({ code: 'ENGINE_OPAQUE' }))
})
