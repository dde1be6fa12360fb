import type { Axis } from '../types.js'
import { LEAD_SCALE, type LinearModel, RAISED, softmax, strideOf, TITLE_SCALE } from './linear.js'
import { AXES, type Columns } from './taxonomy.js'

/** An n-gram must stand in measures of this many documents to count. */
const MIN_DOCUMENTS = 2
/** Shortest and longest n-gram, in characters. */
const MIN_GRAM = 2
const MAX_GRAM = 3
/** N-grams that are kept beside the cues: those that weigh most. */
const MAX_GRAMS = 6_000
/** How much a cue counts for its leaves as one of their cues, beside what it counts as a string of its own. */
const CUE_SCALE = 2
const EPOCHS = 5
const LEARNING_RATE = 0.1
const L2 = 1e-3
const BIAS_RATE = 0.05
/** Largest quantised weight. */
const QUANTUM = 127

const NO_GRAM = /[\s\p{P}\p{S}]/u

/** The n-grams of texts that stand in enough documents, most widespread first. */
export function countGrams(texts: Iterable<{ document: string; text: string }>): string[] {
  const documents = new Map<string, Set<string>>()
  for (const { document, text } of texts) {
    for (let start = 0; start < text.length; start++) {
      for (let length = MIN_GRAM; length <= MAX_GRAM && start + length <= text.length; length++) {
        const gram = text.slice(start, start + length)
        if (NO_GRAM.test(gram)) break
        const seen = documents.get(gram)
        if (seen) seen.add(document)
        else documents.set(gram, new Set([document]))
      }
    }
  }
  const kept = [...documents].filter(([, seen]) => seen.size >= MIN_DOCUMENTS)
  return kept.sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1)).map(([gram]) => gram)
}

/** One measure to learn from: ids of the strings in each group, with repeats, and the columns of its primary labels. */
export interface Example {
  body: readonly number[]
  lead: readonly number[]
  title: readonly number[]
  label: Record<Axis, number>
}

/** Groups of features in the order of their rows: strings of each part, then the leaves whose cues they are. */
const GROUPS = ['body', 'lead', 'title'] as const
const SCALES: Record<(typeof GROUPS)[number], number> = { body: 1, lead: LEAD_SCALE, title: TITLE_SCALE }
/** A title tells what its measures are about and not how they work: of instruments it would but name the document. */
const READS_TITLE: Record<Axis, boolean> = { instrument: false, domain: true }

export interface TrainingTask {
  examples: readonly Example[]
  /** Number of strings. */
  size: number
  /** By string: the columns that it is a cue for. */
  cues: readonly (readonly number[])[]
  columns: Columns
}

/** Weights of the strings in each group, `strings × columns`, with the leaves' shares added in. */
interface Weights {
  body: Float64Array
  lead: Float64Array
  title: Float64Array
  bias: Float32Array
}

/** Trains both axes. Deterministic: the same task gives the same weights. */
export function train({ examples, size, cues, columns }: TrainingTask): Weights {
  const width = columns.leaves.length
  const table = () => new Float64Array(size * width)
  const weights: Weights = { body: table(), lead: table(), title: table(), bias: new Float32Array(width) }
  for (const axis of AXES) {
    const [from, to] = columns.range[axis]
    const leaves = to - from
    const own = cues.map(list => list.filter(column => column >= from && column < to).map(column => column - from))
    const groups = GROUPS.filter(group => group !== 'title' || READS_TITLE[axis])
    const data = examples.map(example => sparse(example, groups, size, cues, own, leaves))
    const fitted = descend(
      data,
      examples.map(example => example.label[axis] - from),
      GROUPS.length * (size + leaves),
      leaves,
    )
    weights.bias.set(fitted.bias, from)
    for (const [g, group] of GROUPS.entries()) {
      for (let id = 0; id < size; id++) {
        for (let leaf = 0; leaf < leaves; leaf++) {
          let weight = fitted.weights[(g * size + id) * leaves + leaf]!
          for (const cue of own[id]!) weight += CUE_SCALE * fitted.weights[(GROUPS.length * size + g * leaves + cue) * leaves + leaf]!
          weights[group][id * width + from + leaf] = weight
        }
      }
    }
  }
  return weights
}

/** Features of an example as rows of an axis' weights with their values. */
interface Sparse {
  rows: Int32Array
  values: Float64Array
}

/** `own` is the cues' leaves of the axis. Of a title only cues count: its other strings would but name the document. */
function sparse(
  example: Example,
  groups: readonly (typeof GROUPS)[number][],
  size: number,
  cues: TrainingTask['cues'],
  own: TrainingTask['cues'],
  leaves: number,
): Sparse {
  const values = new Map<number, number>()
  const add = (row: number, value: number) => values.set(row, (values.get(row) ?? 0) + value)
  for (const [g, group] of groups.entries()) {
    const ids = example[group]
    const value = SCALES[group] / Math.sqrt(ids.length || 1)
    for (const id of ids) {
      if (group !== 'title' || cues[id]!.length > 0) add(g * size + id, value)
      for (const cue of own[id]!) add(GROUPS.length * size + g * leaves + cue, CUE_SCALE * value)
    }
  }
  return { rows: Int32Array.from(values.keys()), values: Float64Array.from(values.values()) }
}

/** Multinomial logistic regression by stochastic gradient descent with AdaGrad steps and an L2 penalty on the weights that are touched. */
function descend(data: readonly Sparse[], labels: readonly number[], rowCount: number, leaves: number) {
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

/** Ids of the strings to keep: every cue, then the n-grams whose weights do most over the examples; of either the most used first, so that what a text needs lies together. */
export function chooseStrings({ examples, size, cues, columns }: TrainingTask, { body, lead }: Weights): number[] {
  const width = columns.leaves.length
  const uses = new Int32Array(size)
  for (const example of examples) for (const id of new Set(example.body)) uses[id]!++
  const effects = Float64Array.from({ length: size }, (_, id) => {
    let sum = 0
    for (let cell = id * width; cell < (id + 1) * width; cell++) sum += body[cell]! ** 2 + lead[cell]! ** 2
    return sum * uses[id]!
  })
  const by = (values: ArrayLike<number>) => (a: number, b: number) => values[b]! - values[a]! || a - b
  const isCue = (id: number) => cues[id]!.length > 0
  const ids = [...effects.keys()]
  const grams = ids.filter(id => !isCue(id)).sort(by(effects))
  return [...ids.filter(isCue).sort(by(uses)), ...grams.slice(0, MAX_GRAMS).sort(by(uses))]
}

/** Rounds the weights to integers of one byte. */
export function quantise({ body, lead, title, bias }: Weights): LinearModel {
  const width = bias.length
  const stride = strideOf(width)
  const largest = [body, lead, title].reduce((most, table) => table.reduce((max, weight) => Math.max(max, Math.abs(weight)), most), 0)
  const step = (largest || 1) / QUANTUM
  const round = (table: Float64Array): Uint8Array => {
    const rows = new Uint8Array((table.length / width) * stride)
    for (const [cell, weight] of table.entries())
      rows[Math.floor(cell / width) * stride + (cell % width)] = Math.round(weight / step) + RAISED
    return rows
  }
  return { body: round(body), lead: round(lead), title: round(title), bias, step, temperature: { instrument: 1, domain: 1 } }
}

/** The temperature that makes the probabilities of held-back examples come true (Guo et al., 2017): that of the least log loss. */
export function calibrate(rows: readonly { scores: ArrayLike<number>; label: number }[], range: readonly [number, number]): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let temperature = 0.2; temperature <= 3; temperature += 0.05) {
    const loss = rows.reduce((sum, { scores, label }) => sum - Math.log(softmax(scores, range, temperature)[label - range[0]]! + 1e-12), 0)
    if (loss >= least) continue
    least = loss
    best = temperature
  }
  return best
}
