import type { Axis, Source, Span } from '../types.js'
import type { Columns } from './taxonomy.js'
import type { Vocabulary } from './vocabulary.js'

/** Weight of the group of the leading strings, and of the title's, beside that of all strings of the measure. */
export const LEAD_SCALE = 0.5
export const TITLE_SCALE = 2

/**
 * Multinomial logistic regression over the strings of a measure, both axes side by side, quantised: a weight is an integer times the step.
 * Every table is `strings × columns`. A group of n strings has length 1: each of its occurrences counts 1 / √n.
 */
export interface LinearModel {
  /** Of a string anywhere in the measure, heading included. */
  body: Int8Array
  /** Of a string in the lead, besides. */
  lead: Int8Array
  /** Of a string in the document's title. */
  title: Int8Array
  bias: Float32Array
  step: number
  /** Divides the scores before the softmax, so that it gives probabilities as they come true. */
  temperature: Record<Axis, number>
}

/** What the title of a document says of the measures under it. */
export interface Title {
  /** Scores by column. */
  scores: Float64Array
  /** The document is about how a kind of firms is treated: private ones, small ones (T3, D4). */
  isForFirms: boolean
}

/** Where the parts of a measure stand in a source. */
export interface Parts {
  source: Source
  heading: Span
  /** The heading; without one, the first words of the body. */
  lead: Span
  /** The clauses of the body; together they are the body but for the punctuation between them. */
  clauses: readonly Span[]
  title: Title
  /** Amounts of money that are granted, lent or relieved. */
  grants: readonly Span[]
}

export interface Scores {
  /** Raw scores of every column for the whole measure. */
  total: Float64Array
  /** What the heading, in the first row, and each clause give every column: `rows × columns` integers, to be multiplied by `scale`. */
  clauses: Int32Array
  scale: number
}

/** Gives raw scores; keeps its scratch between calls. */
export class Scorer {
  private readonly width: number
  private readonly lanes: Int32Array
  private readonly leadSums: Int32Array
  private readonly body: Rows
  private readonly lead: Rows
  private readonly titles: Rows

  constructor(
    private readonly model: LinearModel,
    private readonly vocabulary: Vocabulary,
    columns: Columns,
  ) {
    this.width = columns.leaves.length
    this.lanes = new Int32Array((this.width + 1) >> 1)
    this.leadSums = new Int32Array(this.width)
    const { body, lead, title } = model
    this.body = new Rows(body, this.width)
    this.lead = new Rows(lead, this.width)
    this.titles = new Rows(title, this.width)
  }

  /** What a title, or a span of a text that stands for one, gives every column. */
  title({ codes }: Source, span: Span = { start: 0, end: codes.length }): Float64Array {
    const sums = new Int32Array(this.width)
    const count = this.add(this.titles, codes, span, sums, 0)
    return Float64Array.from(sums, sum => (sum * this.model.step * TITLE_SCALE) / Math.sqrt(count || 1))
  }

  score({ source, heading, lead, clauses, title }: Parts): Scores {
    const { width } = this
    const sums = new Int32Array(width * (clauses.length + 1))
    let count = this.add(this.body, source.codes, heading, sums, 0)
    for (let i = 0; i < clauses.length; i++) count += this.add(this.body, source.codes, clauses[i]!, sums, (i + 1) * width)
    const scale = this.model.step / Math.sqrt(count || 1)
    const total = title.scores.slice()
    for (let column = 0; column < width; column++) total[column]! += this.model.bias[column]!
    for (let row = 0; row < sums.length; row += width) {
      for (let column = 0; column < width; column++) total[column]! += sums[row + column]! * scale
    }
    this.addLead(source, lead, total)
    return { total, clauses: sums, scale }
  }

  private addLead({ codes }: Source, lead: Span, total: Float64Array): void {
    if (lead.start === lead.end) return
    const sums = this.leadSums.fill(0)
    const count = this.add(this.lead, codes, lead, sums, 0)
    const scale = (this.model.step * LEAD_SCALE) / Math.sqrt(count || 1)
    for (let column = 0; column < this.width; column++) total[column]! += sums[column]! * scale
  }

  /** Adds the rows of a span's strings to the row of `sums` at `offset`; gives their number. */
  private add(rows: Rows, codes: Uint16Array, span: Span, sums: Int32Array, offset: number): number {
    const count = this.vocabulary.find(codes, span)
    const { ids } = this.vocabulary
    const { lanes, width } = this
    const { packed } = rows
    for (let done = 0; done < count; done += FLUSH) {
      const stop = Math.min(count, done + FLUSH)
      lanes.fill(0)
      for (let i = done; i < stop; i++) {
        const row = rows.at(ids[i]!)
        for (let lane = 0; lane < lanes.length; lane++) lanes[lane]! += packed[row + lane]!
      }
      for (let column = 0; column < width; column++) {
        const lane = lanes[column >> 1]!
        sums[offset + column]! += (column & 1 ? lane >>> 16 : lane & 0xffff) - OFFSET * (stop - done)
      }
    }
    return count
  }
}

/** Two weights a lane, each raised by OFFSET so that none is negative; so many can be added before a half runs over. */
const OFFSET = 128
const FLUSH = 256

/** Rows of weights, packed for adding when each is first asked for: columns 2k and 2k + 1 in the halves of lane k. */
class Rows {
  readonly packed: Int32Array
  private readonly lanes: number

  constructor(
    private readonly weights: Int8Array,
    private readonly width: number,
  ) {
    this.lanes = (width + 1) >> 1
    this.packed = new Int32Array((weights.length / width) * this.lanes)
  }

  /** Where the row of a string begins in `packed`. */
  at(id: number): number {
    const row = id * this.lanes
    // a raised weight is no zero, nor is a lane of two
    if (this.packed[row] === 0) this.pack(id, row)
    return row
  }

  private pack(id: number, row: number): void {
    for (let column = 0; column < this.width; column++) {
      this.packed[row + (column >> 1)]! |= (this.weights[id * this.width + column]! + OFFSET) << (column & 1 ? 16 : 0)
    }
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
