/** Scores the engines on the gold sentences: `npm run score -- segmentation [--dev] [--errors]`. */
import { buildBaseWords, buildHmm } from '../../src/lexicon/build/words.js'
import { BuiltIn } from '../../src/segment/built-in.js'
import { Hmm } from '../../src/segment/hmm.js'
import { cutter, readGold, scoreWords } from '../segment/gold.js'
import { lexicon } from '../support/lexicon.js'
import { GUESSING_PEERS, PEERS } from '../support/peers.mjs'

const name = process.argv.includes('--dev') ? 'dev' : 'test'
const gold = readGold(name)
const base = buildBaseWords(lexicon.fold)
const { rows, emit, chain } = buildHmm()
const hmm = new Hmm(rows, emit, chain)

const cutters: Record<string, (text: string) => string[]> = {
  'built-in': cutter(new BuiltIn(lexicon.words)),
  'built-in, HMM': cutter(new BuiltIn(lexicon.words, { hmm })),
  'built-in, base dictionary with rules': cutter(new BuiltIn(base)),
  'built-in, terms without rules': cutter(new BuiltIn(lexicon.words, { rules: false })),
  'built-in, base dictionary without rules': cutter(new BuiltIn(base, { rules: false })),
}
for (const [peer, open] of Object.entries({ ...PEERS, ...GUESSING_PEERS })) cutters[peer] = await open()
console.log(`${name}: ${gold.length} sentences, ${gold.reduce((sum, sentence) => sum + sentence.words.length, 0)} words`)
for (const [engine, cut] of Object.entries(cutters)) {
  const { precision, recall, f1 } = scoreWords(cut, gold)
  const percent = (value: number): string => (value * 100).toFixed(1).padStart(5)
  console.log(`${engine.padEnd(42)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`)
}
if (process.argv.includes('--errors')) {
  for (const { got, want } of scoreWords(cutters['built-in']!, gold).wrong) console.log(`- ${got}\n+ ${want}`)
}
