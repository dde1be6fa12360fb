/** How fast amounts of money are found: the recogniser alone beside Microsoft's recognisers for Chinese on the same text. */
import recognizers from '@microsoft/recognizers-text-suite'
import { buildFold } from '../../src/lexicon/build/fold.js'
import { recognizeMoney } from '../../src/tag/money.js'
import { normalize } from '../../src/text/normalize.js'
import { benchTexts, median } from '../support/texts.js'

const { Culture, recognizeCurrency } = recognizers
const TARGET = 1000
/** Characters of a piece, and how many of the slow side: a tenth of a second each. */
const PIECE = /[\s\S]{1,2000}/g
const PIECES = 10
const ROUNDS = 3
const OWN_ROUNDS = 30

const { from, texts } = benchTexts()
const fold = buildFold()
const pieces = texts.join('\n').match(PIECE) ?? []
/** Spread over all texts, since some have no amounts. */
const sample = pieces.filter((_, i) => i % Math.max(1, Math.floor(pieces.length / PIECES)) === 0).slice(0, PIECES)
const bytes = (list: readonly string[]): number => list.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

function time(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

let own = 0
let other = 0
const times = { own: [] as number[], other: [] as number[] }
for (let round = 0; round < ROUNDS; round++) {
  times.other.push(time(() => (other = sample.reduce((sum, text) => sum + recognizeCurrency(text, Culture.Chinese).length, 0))))
  for (let i = 0; i < OWN_ROUNDS; i++)
    times.own.push(time(() => (own = sample.reduce((sum, text) => sum + recognizeMoney(normalize(text, fold)).length, 0))))
}
const speed = (milliseconds: number): number => bytes(sample) / 1e3 / milliseconds
const [ownSpeed, otherSpeed] = [speed(median(times.own)), speed(median(times.other))]

console.log(
  `money, ${sample.length} pieces of ${from}, ${(bytes(sample) / 1e3).toFixed(0)} kB, medians of ${OWN_ROUNDS * ROUNDS} and ${ROUNDS} rounds, Node ${process.version}`,
)
console.table({
  'zhengce, money alone, with roles': { 'MB/s': ownSpeed.toFixed(0), amounts: own },
  '@microsoft/recognizers-text-suite, currency, zh-cn': { 'MB/s': otherSpeed.toFixed(3), amounts: other },
})
console.log(`times as fast: ${Math.round(ownSpeed / otherSpeed)} (target at least ${TARGET})`)
