import type { Axis, Source, Span } from '../types.js'
import type { Columns } from './taxonomy.js'
import { Found, type Vocabulary } from './vocabulary.js'

/** Weight of the group of the leading strings, and of the title's, beside that of all strings of the measure. */
export const LEAD_SCALE = 0.5
export const TITLE_SCALE = 2

/**
 * Multinomial logistic regression over the strings of a measure, both axes side by side, quantised: a weight is an integer times the step.
 * Every table has a row a string, a byte a column, `stride` bytes a row; a byte is the weight raised by `RAISED`, so that none is negative.
 * A group of n strings has length 1: each of its occurrences counts 1 / √n.
 */
export interface LinearModel {
  /** Of a string anywhere in the measure, heading included. */
  body: Uint8Array
  /** Of a string in the lead, besides. */
  lead: Uint8Array
  /** Of a string in the document's title. */
  title: Uint8Array
  bias: Float32Array
  step: number
  /** Divides the scores before the softmax, so that it gives probabilities as they come true. */
  temperature: Record<Axis, number>
}

export const RAISED = 128
/** Bytes of a row: whole words of four. */
export const strideOf = (columns: number): number => (columns + 3) & ~3

/** What the title of a document says of the measures under it. */
export interface Title {
  /** Scores by column. */
  scores: number[]
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
  total: number[]
  /** What the heading, in the first row, and each clause give every column: `rows × columns` integers, to be multiplied by `scale`. */
  clauses: Int32Array
  scale: number
  /** The strings of the heading and of each clause: those of row k are from `bounds[k]` to `bounds[k + 1]`. */
  found: Found
  bounds: number[]
}

/** Gives raw scores; keeps its scratch between calls. */
export class Scorer {
  private readonly width: number
  /** A table four columns a word. */
  private readonly words: Record<'body' | 'lead' | 'title', Int32Array>
  private readonly sums: Int32Array

  constructor(
    private readonly model: LinearModel,
    private readonly vocabulary: Vocabulary,
    columns: Columns,
  ) {
    this.width = columns.leaves.length
    const words = ({ buffer, byteOffset, length }: Uint8Array) => new Int32Array(buffer, byteOffset, length / 4)
    this.words = { body: words(model.body), lead: words(model.lead), title: words(model.title) }
    this.sums = new Int32Array(this.width)
  }

  /** What a title, or what stands for one, gives every column. */
  title({ codes }: Source, span: Span): number[] {
    const scores: number[] = []
    for (let column = 0; column < this.width; column++) scores.push(0)
    const found = new Found()
    this.vocabulary.find(codes, span, found)
    this.addGroup(this.words.title, found, 0, TITLE_SCALE, scores)
    return scores
  }

  /** `found` gathers the strings of a document's measures. */
  score({ source, heading, lead, clauses, title }: Parts, found = new Found()): Scores {
    const { width, vocabulary } = this
    const first = found.count
    vocabulary.find(source.codes, heading, found)
    const bounds = [first, found.count]
    for (const clause of clauses) {
      vocabulary.find(source.codes, clause, found)
      bounds.push(found.count)
    }
    const sums = new Int32Array(width * (clauses.length + 1))
    for (let part = 0; part <= clauses.length; part++)
      this.add(this.words.body, found, bounds[part]!, bounds[part + 1]!, sums, part * width)
    const scale = this.model.step / Math.sqrt(found.count - first || 1)
    const total = title.scores.slice()
    for (let column = 0; column < width; column++) {
      let sum = 0
      for (let cell = column; cell < sums.length; cell += width) sum += sums[cell]!
      total[column]! += this.model.bias[column]! + sum * scale
    }
    this.addLead(source, lead, found, total)
    return { total, clauses: sums, scale, found, bounds }
  }

  private addLead({ codes }: Source, lead: Span, found: Found, total: number[]): void {
    const first = found.count
    this.vocabulary.find(codes, lead, found)
    this.addGroup(this.words.lead, found, first, LEAD_SCALE, total)
    found.count = first
  }

  /** Adds the rows of the last strings found, from `first` on, to a row of scores, as one group. */
  private addGroup(table: Int32Array, found: Found, first: number, weight: number, scores: number[]): void {
    if (first === found.count) return
    const { sums, width } = this
    this.add(table, found, first, found.count, sums.fill(0), 0)
    const scale = (this.model.step * weight) / Math.sqrt(found.count - first)
    for (let column = 0; column < width; column++) scores[column]! += sums[column]! * scale
  }

  /** Adds the rows of the found strings `from` to `to` to the row of `sums` at `offset`, four columns at a time, two of them in one number. */
  private add(table: Int32Array, { ids }: Found, from: number, to: number, sums: Int32Array, offset: number): void {
    const { width } = this
    const words = strideOf(width) >> 2
    for (let done = from; done < to; done += FLUSH) {
      const stop = Math.min(to, done + FLUSH)
      const raised = RAISED * (stop - done)
      for (let word = 0, cell = offset; word < words; word++, cell += 4) {
        let even = 0
        let odd = 0
        for (let i = done; i < stop; i++) {
          const four = table[ids[i]! * words + word]!
          even += four & EVEN_BYTES
          odd += (four >>> 8) & EVEN_BYTES
        }
        const columns = width - word * 4
        sums[cell]! += (even & 0xffff) - raised
        if (columns > 1) sums[cell + 1]! += (odd & 0xffff) - raised
        if (columns > 2) sums[cell + 2]! += (even >>> 16) - raised
        if (columns > 3) sums[cell + 3]! += (odd >>> 16) - raised
      }
    }
  }
}

const EVEN_BYTES = 0x00ff00ff
/** So many bytes can be added before half a number runs over. */
const FLUSH = 256

/** Probabilities of the leaves of one axis. */
export function softmax(scores: ArrayLike<number>, [from, to]: readonly [number, number], temperature: number): number[] {
  const probabilities: number[] = []
  let most = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) most = Math.max(most, scores[i]!)
  let sum = 0
  for (let i = from; i < to; i++) {
    const odds = Math.exp((scores[i]! - most) / temperature)
    probabilities.push(odds)
    sum += odds
  }
  for (let i = 0; i < probabilities.length; i++) probabilities[i]! /= sum
  return probabilities
}
