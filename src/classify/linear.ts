import type { Axis, Source, Span } from '../types.js'
import type { Columns } from './taxonomy.js'
import type { Vocabulary } from './vocabulary.js'

/** Weight of the group of the heading's strings, and of the title's, beside that of all strings of the measure. */
export const HEADING_SCALE = 0.5
export const TITLE_SCALE = 2

/**
 * Multinomial logistic regression over the strings of a measure, both axes side by side, quantised: a weight is an integer times the step.
 * Every table is `strings × columns`. A group of n strings has length 1: each of its occurrences counts 1 / √n.
 */
export interface LinearModel {
  /** Of a string anywhere in the measure, heading included. */
  body: Int8Array
  /** Of a string in the heading, besides. */
  heading: Int8Array
  /** Of a string in the document's title. */
  title: Int8Array
  bias: Float32Array
  step: number
  /** Divides the scores before the softmax, so that it gives probabilities as they come true. */
  temperature: Record<Axis, number>
}

/** Where the parts of a measure stand in a source. */
export interface Parts {
  source: Source
  heading: Span
  /** The clauses of the body; together they are the body but for the punctuation between them. */
  clauses: readonly Span[]
  /** Scores that the title of the document gives, by column: `Scorer.title`. */
  title: Float64Array
  /** Amounts of money that are granted, lent or relieved. */
  grants: readonly Span[]
}

export interface Scores {
  /** Raw scores of every column for the whole measure. */
  total: Float64Array
  /** What the heading and each clause give every column; the heading is the first. Integers, to be multiplied by `scale`. */
  clauses: Int32Array[]
  scale: number
}

/** Gives raw scores; keeps its scratch between calls. */
export class Scorer {
  private readonly width: number

  constructor(
    private readonly model: LinearModel,
    private readonly vocabulary: Vocabulary,
    columns: Columns,
  ) {
    this.width = columns.leaves.length
  }

  title({ codes }: Source): Float64Array {
    const sums = new Int32Array(this.width)
    const count = this.add(this.model.title, codes, { start: 0, end: codes.length }, sums)
    return Float64Array.from(sums, sum => (sum * this.model.step * TITLE_SCALE) / Math.sqrt(count || 1))
  }

  score({ source, heading, clauses, title }: Parts): Scores {
    const { body, bias, step } = this.model
    let count = 0
    const sums = [heading, ...clauses].map(span => {
      const sum = new Int32Array(this.width)
      count += this.add(body, source.codes, span, sum)
      return sum
    })
    const scale = step / Math.sqrt(count || 1)
    const total = Float64Array.from(title)
    for (let column = 0; column < this.width; column++) {
      total[column]! += bias[column]!
      for (const sum of sums) total[column]! += sum[column]! * scale
    }
    this.addHeading(source, heading, total)
    return { total, clauses: sums, scale }
  }

  private addHeading({ codes }: Source, heading: Span, total: Float64Array): void {
    if (heading.start === heading.end) return
    const sums = new Int32Array(this.width)
    const count = this.add(this.model.heading, codes, heading, sums)
    const scale = (this.model.step * HEADING_SCALE) / Math.sqrt(count || 1)
    for (let column = 0; column < this.width; column++) total[column]! += sums[column]! * scale
  }

  /** Adds the rows of a span's strings to `sums`; gives their number. */
  private add(weights: Int8Array, codes: Uint16Array, span: Span, sums: Int32Array): number {
    const { count, ids } = this.vocabulary.in(codes, span)
    const width = this.width
    for (let i = 0; i < count; i++) {
      const row = ids[i]! * width
      for (let column = 0; column < width; column++) sums[column]! += weights[row + column]!
    }
    return count
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
