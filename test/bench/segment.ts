/** How fast the engines cut real text: `npx tsx test/bench/segment.ts`. All warmed, rounds interleaved, medians. */
import { BuiltIn } from '../../src/segment/built-in.js'
import { Hmm } from '../../src/segment/hmm.js'
import { openNodejieba } from '../../src/segment/nodejieba.js'
import { overEngine } from '../../src/segment/segmenter.js'
import type { Source } from '../../src/types.js'
import { lexicon, sourceOf } from '../support/lexicon.js'
import { benchTexts, race } from './text.js'

const ROUNDS = 9
const BYTES = 6e6

const { from, texts } = benchTexts()
const once = texts.join('\n')
const text = once.repeat(Math.ceil(BYTES / Buffer.byteLength(once)))
const sources = (text.match(/[\s\S]{1,8000}/g) ?? []).map(sourceOf)
const megabytes = Buffer.byteLength(text) / 1e6

const builtIn = new BuiltIn(lexicon.words)
const guessing = new BuiltIn(lexicon.words, { hmm: Hmm.open(lexicon.sections) })
const nodejieba = await openNodejieba()
const overAll = (cut: (source: Source) => unknown) => () => {
  for (const source of sources) cut(source)
}
const tokens = overEngine(builtIn, lexicon.words)
const guessed = overEngine(guessing, lexicon.words)
const sides: Record<string, () => void> = {
  'built-in, offsets': overAll(source => builtIn.cut(source)),
  'built-in, tokens': overAll(source => tokens.segment(source)),
  'built-in, tokens, HMM': overAll(source => guessed.segment(source)),
  'nodejieba.cut': overAll(source => nodejieba.cut(source)),
}
for (const run of Object.values(sides)) run()
const times = race(sides, ROUNDS)

console.log(`${megabytes.toFixed(1)} MB of ${from}, ${sources.length} documents, ${ROUNDS} rounds`)
for (const [name, time] of Object.entries(times)) {
  const rate = (megabytes / time) * 1000
  const nanoseconds = (time * 1e6) / text.length
  const ratio = times['nodejieba.cut']! / time
  console.log(
    `${name.padEnd(24)} ${rate.toFixed(1).padStart(6)} MB/s  ${nanoseconds.toFixed(1).padStart(6)} ns/character  ${ratio.toFixed(1).padStart(5)} x`,
  )
}
