import type { Axis } from '../types.js'
import { type Features, SECTION_COUNT } from './features.js'
import { AXES, type Columns } from './taxonomy.js'

/** Weight of the cues beside the n-grams, whose group has length 1. */
export const CUE_SCALE = 2
/** Weight of the heading's own n-grams. */
export const HEADING_SCALE = 0.5

/** Multinomial logistic regression over both axes, quantised: a weight is a row's integer times the model's step. */
export interface LinearModel {
  /** `grams × columns`. */
  grams: Int8Array
  /** `rows × columns`, for the n-grams that `headingRows` names. */
  headings: Int8Array
  /** By n-gram: row in `headings`, -1 where it has none. */
  headingRows: Int32Array
  /** By axis: `sections × leaves × leaves`; how a cue of a section for one leaf speaks for another of the axis. */
  cues: Record<Axis, Float32Array>
  bias: Float32Array
  /** Value of one step of the quantised weights. */
  step: number
  /** Divides the scores before the softmax, so that it gives probabilities as they come true. */
  temperature: Record<Axis, number>
}

/** Strength of a cue count: each further cue of a leaf in a section counts for less. */
const damp = (count: number): number => (count > 0 ? 1 + Math.log(count) : 0)

/** The cue counts of an axis, damped and scaled to length CUE_SCALE: `sections × leaves`. */
export function cueVector(counts: Float64Array, columns: Columns, axis: Axis): Float64Array {
  const [from, to] = columns.range[axis]
  const width = columns.leaves.length
  const vector = new Float64Array(SECTION_COUNT * (to - from))
  let square = 0
  for (let section = 0; section < SECTION_COUNT; section++) {
    for (let column = from; column < to; column++) {
      const value = damp(counts[section * width + column]!)
      vector[section * (to - from) + column - from] = value
      square += value * value
    }
  }
  if (square > 0) for (let i = 0; i < vector.length; i++) vector[i]! *= CUE_SCALE / Math.sqrt(square)
  return vector
}

export interface Scores {
  /** Raw scores of every column for the whole measure. */
  total: Float64Array
  /** What the n-grams of the heading and of each clause alone give every column. */
  clauses: Float64Array[]
}

export function score(model: LinearModel, columns: Columns, features: Features): Scores {
  const width = columns.leaves.length
  const total = Float64Array.from(model.bias)
  const sums = features.clauses.map(grams => addRows(model.grams, grams, new Int32Array(width)))
  const gramCount = features.clauses.reduce((count, grams) => count + grams.length, 0)
  for (const sum of sums) addScaled(total, sum, model.step / Math.sqrt(gramCount || 1))
  const rows = features.heading.map(id => model.headingRows[id]!).filter(row => row >= 0)
  addScaled(total, addRows(model.headings, rows, new Int32Array(width)), (model.step * HEADING_SCALE) / Math.sqrt(rows.length || 1))
  for (const axis of AXES) addCues(model.cues[axis], cueVector(features.cues, columns, axis), total, columns.range[axis])
  const clauses = sums.map((sum, i) => {
    const clause = new Float64Array(width)
    addScaled(clause, sum, model.step / Math.sqrt(features.clauses[i]!.length || 1))
    return clause
  })
  return { total, clauses }
}

function addRows(weights: Int8Array, rows: readonly number[], sums: Int32Array): Int32Array {
  const width = sums.length
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]! * width
    for (let column = 0; column < width; column++) sums[column]! += weights[row + column]!
  }
  return sums
}

function addScaled(scores: Float64Array, sums: Int32Array, scale: number): void {
  for (let column = 0; column < sums.length; column++) scores[column]! += sums[column]! * scale
}

function addCues(weights: Float32Array, vector: Float64Array, scores: Float64Array, [from, to]: readonly [number, number]): void {
  const leaves = to - from
  for (let i = 0; i < vector.length; i++) {
    const value = vector[i]!
    if (value === 0) continue
    for (let leaf = 0; leaf < leaves; leaf++) scores[from + leaf]! += value * weights[i * leaves + leaf]!
  }
}

/** Probabilities of the leaves of one axis. */
export function softmax(scores: Float64Array, [from, to]: readonly [number, number], temperature: number): Float64Array {
  const probabilities = new Float64Array(to - from)
  let most = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) most = Math.max(most, scores[i]!)
  let sum = 0
  for (let i = from; i < to; i++) sum += probabilities[i - from] = Math.exp((scores[i]! - most) / temperature)
  for (let i = 0; i < probabilities.length; i++) probabilities[i]! /= sum
  return probabilities
}
