import { expect, it } from 'vitest'
import { BuiltIn } from '../../src/segment/built-in.js'
import { Hmm } from '../../src/segment/hmm.js'
import { openNodejieba } from '../../src/segment/nodejieba.js'
import { lexicon } from '../support/lexicon.js'
import { describeEngine } from './conformance.js'

const { words, sections } = lexicon
describeEngine('built-in', async () => new BuiltIn(words))
describeEngine('built-in with the HMM', async () => new BuiltIn(words, { hmm: Hmm.open(sections) }))
describeEngine('built-in without rules', async () => new BuiltIn(words, { rules: false }))
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
