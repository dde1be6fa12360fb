import { Trie } from '../lexicon/trie.js'
import type { Axis } from '../types.js'
import { type Features, MAX_GRAM, type Parts, SECTION_COUNT } from './features.js'
import { cueVector, HEADING_SCALE, type LinearModel, score, softmax } from './linear.js'
import { AXES, type Columns } from './taxonomy.js'

/** An n-gram must stand in measures of this many documents to count. */
const MIN_DOCUMENTS = 2
const MIN_HEADING_DOCUMENTS = 2
const EPOCHS = 10
const LEARNING_RATE = 0.1
const L2 = 1e-3
const BIAS_RATE = 0.05
const QUANTUM = 127

const NO_GRAM = /[\s\p{P}\p{S}]/u

/** Numbers the n-grams of the headings and clauses that stand in enough documents. */
export function buildGrams(rows: readonly { document: string; parts: Parts }[]): { trie: Trie; count: number } {
  const documents = new Map<string, Set<string>>()
  for (const { document, parts } of rows) {
    for (const span of [parts.heading, ...parts.clauses]) {
      for (let start = span.start; start < span.end; start++) {
        for (let length = 1; length <= MAX_GRAM && start + length <= span.end; length++) {
          const gram = parts.source.folded.slice(start, start + length)
          if (NO_GRAM.test(gram)) break
          const seen = documents.get(gram)
          if (seen) seen.add(document)
          else documents.set(gram, new Set([document]))
        }
      }
    }
  }
  const kept = [...documents].filter(([, seen]) => seen.size >= MIN_DOCUMENTS).map(([gram]) => gram)
  return { trie: Trie.build(kept.sort().map((gram, id) => [gram, id] as const)), count: kept.length }
}

/** One measure to learn from. */
export interface Example {
  document: string
  features: Features
  /** Column of the primary label, by axis. */
  label: Record<Axis, number>
}

/** One feature of an example, as a row of an axis' weights with its value. */
interface Sparse {
  rows: Int32Array
  values: Float64Array
}

/** Trains both axes and quantises. Deterministic: the same examples in the same order give the same model. */
export function trainLinear(examples: readonly Example[], gramCount: number, columns: Columns): LinearModel {
  const { headingRows, headingCount } = chooseHeadingGrams(examples, gramCount)
  const width = columns.leaves.length
  const grams = new Float64Array(gramCount * width)
  const headings = new Float64Array(headingCount * width)
  const bias = new Float32Array(width)
  const cues = {} as Record<Axis, Float32Array>
  for (const axis of AXES) {
    const [from, to] = columns.range[axis]
    const leaves = to - from
    const data = examples.map(example => sparse(example.features, headingRows, headingCount, gramCount, columns, axis))
    const labels = examples.map(example => example.label[axis] - from)
    const { weights, bias: axisBias } = descend(data, labels, gramCount + headingCount + SECTION_COUNT * leaves, leaves)
    for (let row = 0; row < gramCount + headingCount; row++) {
      const target = row < gramCount ? grams : headings
      const to = (row < gramCount ? row : row - gramCount) * width + from
      for (let leaf = 0; leaf < leaves; leaf++) target[to + leaf] = weights[row * leaves + leaf]!
    }
    cues[axis] = Float32Array.from(weights.subarray((gramCount + headingCount) * leaves))
    bias.set(axisBias, from)
  }
  const step = (largest(grams, largest(headings, 0)) || 1) / QUANTUM
  const quantise = (weights: Float64Array): Int8Array => Int8Array.from(weights, weight => Math.round(weight / step))
  return {
    grams: quantise(grams),
    headings: quantise(headings),
    headingRows,
    cues,
    bias,
    step,
    temperature: { instrument: 1, domain: 1 },
  }
}

const largest = (weights: Float64Array, least: number): number => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), least)

/** Gives a row to every n-gram that stands in the headings of enough documents. */
function chooseHeadingGrams(examples: readonly Example[], gramCount: number): { headingRows: Int32Array; headingCount: number } {
  const documents = new Map<number, Set<string>>()
  for (const { document, features } of examples) {
    for (const id of features.heading) {
      const seen = documents.get(id)
      if (seen) seen.add(document)
      else documents.set(id, new Set([document]))
    }
  }
  const headingRows = new Int32Array(gramCount).fill(-1)
  let headingCount = 0
  for (let id = 0; id < gramCount; id++) if ((documents.get(id)?.size ?? 0) >= MIN_HEADING_DOCUMENTS) headingRows[id] = headingCount++
  return { headingRows, headingCount }
}

function sparse(
  features: Features,
  headingRows: Int32Array,
  headingCount: number,
  gramCount: number,
  columns: Columns,
  axis: Axis,
): Sparse {
  const rows = features.clauses.flat()
  const values = rows.map(() => 1 / Math.sqrt(rows.length))
  const headings = features.heading.map(id => headingRows[id]!).filter(row => row >= 0)
  for (const row of headings) {
    rows.push(gramCount + row)
    values.push(HEADING_SCALE / Math.sqrt(headings.length))
  }
  for (const [i, value] of cueVector(features.cues, columns, axis).entries()) {
    if (value === 0) continue
    rows.push(gramCount + headingCount + i)
    values.push(value)
  }
  return { rows: Int32Array.from(rows), values: Float64Array.from(values) }
}

/** Multinomial logistic regression by stochastic gradient descent with AdaGrad steps and an L2 penalty on the weights that are touched. */
function descend(
  data: readonly Sparse[],
  labels: readonly number[],
  rowCount: number,
  leaves: number,
): { weights: Float64Array; bias: Float64Array } {
  const weights = new Float64Array(rowCount * leaves)
  const squares = new Float64Array(rowCount * leaves).fill(1e-8)
  const bias = new Float64Array(leaves)
  const random = lehmer(1)
  const order = data.map((_, i) => i)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const { rows, values } = data[at]!
      const scores = Float64Array.from(bias)
      for (let i = 0; i < rows.length; i++) {
        for (let leaf = 0; leaf < leaves; leaf++) scores[leaf]! += weights[rows[i]! * leaves + leaf]! * values[i]!
      }
      const gradient = softmax(scores, [0, leaves], 1)
      gradient[labels[at]!]! -= 1
      for (let leaf = 0; leaf < leaves; leaf++) bias[leaf]! -= BIAS_RATE * gradient[leaf]!
      for (let i = 0; i < rows.length; i++) {
        for (let leaf = 0, cell = rows[i]! * leaves; leaf < leaves; leaf++, cell++) {
          const slope = gradient[leaf]! * values[i]! + L2 * weights[cell]!
          squares[cell]! += slope * slope
          weights[cell]! -= (LEARNING_RATE * slope) / Math.sqrt(squares[cell]!)
        }
      }
    }
  }
  return { weights, bias }
}

/** Park and Miller's generator (CACM 31, 1988): the same numbers on every machine. */
function lehmer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[items[i], items[j]] = [items[j]!, items[i]!]
  }
}

/** Sets the temperatures that make the probabilities of held-back examples come true (Guo et al., 2017), by the least log loss. */
export function calibrate(model: LinearModel, examples: readonly Example[], columns: Columns): void {
  for (const axis of AXES) {
    const range = columns.range[axis]
    const scored = examples.map(({ features, label }) => ({ scores: score(model, columns, features).total, at: label[axis] - range[0] }))
    let least = Number.POSITIVE_INFINITY
    for (let temperature = 0.2; temperature <= 3; temperature += 0.05) {
      const loss = scored.reduce((sum, { scores, at }) => sum - Math.log(softmax(scores, range, temperature)[at]! + 1e-12), 0)
      if (loss < least) {
        least = loss
        model.temperature[axis] = temperature
      }
    }
  }
}
