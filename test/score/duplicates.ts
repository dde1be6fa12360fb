/** Near-duplicates of `corpus/measures`, across splits first: these would make the test split easier than it is. */
import { readCorpus, splitOf } from '../../src/classify/build.js'
import { NEARLY, nearDuplicates } from '../support/duplicates.js'

const rows = readCorpus()
const pairs = nearDuplicates(rows.map(row => row.text)).map(({ a, b, similarity }) => ({
  a: rows[a]!.id,
  b: rows[b]!.id,
  splits: [a, b].map(i => splitOf(rows[i]!.document)),
  similarity: similarity.toFixed(2),
}))
const across = pairs.filter(({ splits: [a, b] }) => a !== b)
console.log(
  `duplicates: ${pairs.length} pairs of ${rows.length} measures share ${NEARLY} of their shingles or more, ${across.length} of them across splits`,
)
for (const { a, b, splits, similarity } of [...across, ...pairs.filter(pair => !across.includes(pair))]) {
  console.log(`${similarity}  ${a} (${splits[0]})  ${b} (${splits[1]})`)
}
