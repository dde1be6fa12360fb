/** How fast the engines segment real text: `npx tsx test/bench/segment.ts`. Both warmed, rounds interleaved, medians. */
import { readdirSync, readFileSync } from 'node:fs'
import { BuiltIn } from '../../src/segment/built-in.js'
import { Hmm } from '../../src/segment/hmm.js'
import { openNodejieba } from '../../src/segment/nodejieba.js'
import { overEngine } from '../../src/segment/segmenter.js'
import { lexicon, sourceOf } from '../support/lexicon.js'
import { sharedPath } from '../support/shared.js'

const ROUNDS = 9
const BYTES = 6e6

function realText(): string {
  const digest = sharedPath('real/digest.txt')
  const policies = sharedPath('real/policies')
  if (!digest || !policies) throw new Error('no texts to measure on: ../shared/real is absent')
  const files = readdirSync(policies).filter(file => file.endsWith('.txt'))
  const once = [digest, ...files.map(file => `${policies}/${file}`)].map(file => readFileSync(file, 'utf8')).join('\n')
  return once.repeat(Math.ceil(BYTES / Buffer.byteLength(once)))
}

const text = realText()
const documents = text.match(/[\s\S]{1,8000}/g) ?? []
const sources = documents.map(sourceOf)
const megabytes = Buffer.byteLength(text) / 1e6
const builtIn = new BuiltIn(lexicon.words)
const nodejieba = await openNodejieba()
const engines: Record<string, () => void> = {
  'built-in, offsets': () => sources.forEach(source => builtIn.cut(source)),
  'built-in, tokens': (
    segmenter => () =>
      sources.forEach(source => segmenter.segment(source))
  )(overEngine(builtIn, lexicon.words)),
  'built-in, tokens, HMM': (
    segmenter => () =>
      sources.forEach(source => segmenter.segment(source))
  )(overEngine(new BuiltIn(lexicon.words, { hmm: Hmm.open(lexicon.sections) }), lexicon.words)),
  'nodejieba.cut': () => sources.forEach(source => nodejieba.cut(source)),
}

const times: Record<string, number[]> = {}
for (let round = -2; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(engines)) {
    const before = performance.now()
    run()
    if (round >= 0) (times[name] ??= []).push(performance.now() - before)
  }
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
const reference = median(times['nodejieba.cut']!)
console.log(`${megabytes.toFixed(1)} MB, ${documents.length} documents, ${ROUNDS} rounds`)
for (const [name, values] of Object.entries(times)) {
  const time = median(values)
  const perCharacter = (time * 1e6) / text.length
  console.log(
    `${name.padEnd(24)} ${(megabytes / (time / 1000)).toFixed(1).padStart(6)} MB/s  ${perCharacter.toFixed(1).padStart(6)} ns/character  ${(reference / time).toFixed(1).padStart(5)} x`,
  )
}
