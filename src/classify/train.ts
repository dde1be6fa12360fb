import { columnsIn, GROUPS, type Group, type LinearModel, RAISED, softmax, strideOf } from './linear.js'
import type { Columns } from './taxonomy.js'

/** An n-gram must stand in measures of this many documents to count. */
const MIN_DOCUMENTS = 2
/** Shortest and longest n-gram, in characters. */
const MIN_GRAM = 1
const MAX_GRAM = 3
/** N-grams that are kept beside the cues: the most widespread. */
const MAX_GRAMS = 12_000
/** How much a cue counts for its leaves as one of their cues, beside what it counts as a string of its own. */
const CUE_SCALE = 2
/** How much a group counts beside the others that it is learnt with. */
const SCALES: Readonly<Record<Group, number>> = { body: 1, lead: 0.7, title: 1 }
/** How much more cues count where they stand in a group than what is learnt for them there: a heading's words go first (R4). */
const CUE_GAINS: Readonly<Record<Group, number>> = { body: 1, lead: 2, title: 1 }
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
  kept.sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
  return kept.slice(0, MAX_GRAMS).map(([gram]) => gram)
}

/** One measure to learn from: ids of the strings in each group, with repeats, and by axis the column of its label where it has one. */
export type Example = Readonly<Record<Group, readonly number[]>> & { label: Readonly<Record<string, number | undefined>> }

export interface TrainingTask {
  /** Measures and single actions. */
  examples: readonly Example[]
  /** Titles, each once in its document, with what is commonest under it. */
  titles: readonly Example[]
  /** Number of strings. */
  size: number
  /** By string: the columns that it is a cue for. */
  cues: readonly (readonly number[])[]
  columns: Columns
}

/** Weights of the strings in each group, `strings × columns`, with the leaves' shares added in. */
export interface Weights extends Record<Group, Float64Array> {
  bias: Float32Array
}

/**
 * Trains every axis. Deterministic: the same task gives the same weights. A title is learnt by itself and added to what the measure says:
 * learnt together, the few titles would explain all measures under them, and the measures would be left unread.
 */
export function train(task: TrainingTask): Weights {
  const { size, columns } = task
  const width = columns.leaves.length
  const table = () => new Float64Array(size * width)
  const weights: Weights = { body: table(), lead: table(), title: table(), bias: new Float32Array(width) }
  for (const axis of columns.axes) {
    const inContext = columns.range[axis]![0] >= columns.alone
    weights.bias.set(trainGroups(task, task.examples, axis, inContext ? ['body'] : ['body', 'lead'], weights), columns.range[axis]![0])
    if (inContext) trainGroups(task, task.titles, axis, ['title'], weights)
  }
  return weights
}

/** Trains some groups of an axis together, writes their weights into the tables and gives the bias. */
function trainGroups(
  { size, cues, columns }: TrainingTask,
  examples: readonly Example[],
  axis: string,
  groups: readonly Group[],
  weights: Weights,
): Float64Array {
  const [from, to] = columns.range[axis]!
  const leaves = to - from
  const own = cues.map(list => list.filter(column => column >= from && column < to).map(column => column - from))
  const labelled = examples.filter(example => example.label[axis] !== undefined && groups.some(group => example[group].length > 0))
  const data = labelled.map(example => sparse(example, groups, own, leaves))
  const labels = labelled.map(example => example.label[axis]! - from)
  const fitted = descend(data, labels, groups.length * (size + leaves), leaves)
  for (const [g, group] of groups.entries()) {
    const cueScale = CUE_SCALE * CUE_GAINS[group]
    for (let id = 0; id < size; id++) {
      for (let leaf = 0; leaf < leaves; leaf++) {
        let weight = fitted.weights[(g * size + id) * leaves + leaf]!
        for (const cue of own[id]!) weight += cueScale * fitted.weights[(groups.length * size + g * leaves + cue) * leaves + leaf]!
        weights[group][id * columns.leaves.length + from + leaf] = SCALES[group] * weight
      }
    }
  }
  return fitted.bias
}

/** Features of an example as rows of an axis' weights with their values: the strings of each group, then the leaves whose cues they are. */
interface Sparse {
  rows: Int32Array
  values: Float64Array
}

/** `own` is the cues' leaves of the axis. */
function sparse(example: Example, groups: readonly Group[], own: TrainingTask['cues'], leaves: number): Sparse {
  const size = own.length
  const values = new Map<number, number>()
  const add = (row: number, value: number) => values.set(row, (values.get(row) ?? 0) + value)
  for (const [g, group] of groups.entries()) {
    const ids = example[group]
    const value = SCALES[group] / Math.sqrt(ids.length || 1)
    for (const id of ids) {
      add(g * size + id, value)
      for (const cue of own[id]!) add(groups.length * size + g * leaves + cue, CUE_SCALE * value)
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
      const scores = [...bias]
      for (let i = 0; i < rows.length; i++) {
        for (let leaf = 0, cell = rows[i]! * leaves; leaf < leaves; leaf++, cell++) scores[leaf]! += weights[cell]! * values[i]!
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

/** Rounds the weights to integers of one byte. */
export function quantise(weights: Weights, columns: Columns): LinearModel {
  const tables = {} as Record<Group, Uint8Array>
  const step = {} as Record<Group, number>
  for (const group of GROUPS) {
    const largest = weights[group].reduce((max, weight) => Math.max(max, Math.abs(weight)), 0)
    step[group] = (largest || 1) / QUANTUM
    tables[group] = round(weights[group], columns.leaves.length, columnsIn(group, columns), step[group])
  }
  return { tables, step, bias: weights.bias }
}

function round(weights: Float64Array, width: number, columns: readonly [number, number], step: number): Uint8Array {
  const stride = strideOf(columns)
  const rows = new Uint8Array((weights.length / width) * stride)
  for (let row = 0; row * width < weights.length; row++) {
    for (let column = columns[0]; column < columns[1]; column++) {
      rows[row * stride + column - columns[0]] = Math.round(weights[row * width + column]! / step) + RAISED
    }
  }
  return rows
}
