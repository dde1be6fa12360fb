import type { Source, Span } from '../types.js'
import type { Columns } from './taxonomy.js'
import { Found, type Vocabulary } from './vocabulary.js'

/** Parts whose strings have weights of their own: the measure with its heading; its lead besides; the document's title. */
export const GROUPS = ['body', 'lead', 'title'] as const
export type Group = (typeof GROUPS)[number]

/**
 * Multinomial logistic regression over the strings of a measure, all axes side by side, quantised: a weight is an integer times the group's step.
 * A table has a row a string, a byte a column, whole words of four bytes a row; a byte is the weight raised by `RAISED`, so that none is negative.
 * A group of n strings has length 1: each of its occurrences counts 1 / √n.
 */
export interface LinearModel {
  tables: Readonly<Record<Group, Uint8Array>>
  step: Readonly<Record<Group, number>>
  bias: Float32Array
}

/** What a file keeps of a model beside its arrays. */
export interface ModelHeader {
  /** Number of strings of the vocabulary. */
  size: number
  /** Number of cues among them; they come first. */
  cues: number
  step: Readonly<Record<Group, number>>
  /** Whether the rules of the codebook stand above the scores. */
  hasRules: boolean
  /** By axis: divides the scores before the softmax, so that it gives probabilities as they come true. */
  temperature: Record<string, number>
  /** By axis: labels that score less are uncertain. */
  threshold: Record<string, number>
}

export const RAISED = 128

/** Columns of a group's table: the lead speaks for axes that are read from a measure alone, the title for those that are read in context. */
export function columnsIn(group: Group, { leaves, alone }: Columns): readonly [from: number, to: number] {
  return group === 'body' ? [0, leaves.length] : group === 'lead' ? [0, alone] : [alone, leaves.length]
}

/** Bytes of a row. */
export const strideOf = ([from, to]: readonly [number, number]): number => (to - from + 3) & ~3

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

/** A table as it is added up: four columns a word. */
interface Table {
  words: Int32Array
  columns: readonly [from: number, to: number]
  step: number
}

/** Gives raw scores; keeps its scratch between calls. */
export class Scorer {
  private readonly width: number
  private readonly tables: Record<Group, Table>
  private readonly sums: Int32Array

  constructor(
    private readonly model: LinearModel,
    private readonly vocabulary: Vocabulary,
    columns: Columns,
  ) {
    this.width = columns.leaves.length
    const table = (group: Group): Table => {
      const { buffer, byteOffset, length } = model.tables[group]
      return { words: new Int32Array(buffer, byteOffset, length / 4), columns: columnsIn(group, columns), step: model.step[group] }
    }
    this.tables = { body: table('body'), lead: table('lead'), title: table('title') }
    this.sums = new Int32Array(this.width)
  }

  /** What a title, or what stands for one, gives every column. */
  title({ codes }: Source, span: Span): number[] {
    const scores: number[] = []
    for (let column = 0; column < this.width; column++) scores.push(0)
    const found = new Found()
    this.vocabulary.find(codes, span, found)
    this.addGroup(this.tables.title, found, 0, scores)
    return scores
  }

  /** `found` gathers the strings of a document's measures. */
  score({ source, heading, lead, clauses, title }: Parts, found = new Found()): Scores {
    const { width, vocabulary } = this
    const { body } = this.tables
    const first = found.count
    vocabulary.find(source.codes, heading, found)
    const bounds = [first, found.count]
    for (const clause of clauses) {
      vocabulary.find(source.codes, clause, found)
      bounds.push(found.count)
    }
    const sums = new Int32Array(width * (clauses.length + 1))
    for (let part = 0; part <= clauses.length; part++) add(body, found, bounds[part]!, bounds[part + 1]!, sums, part * width)
    const scale = body.step / Math.sqrt(found.count - first || 1)
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
    this.addGroup(this.tables.lead, found, first, total)
    found.count = first
  }

  /** Adds the rows of the last strings found, from `first` on, to a row of scores, as one group. */
  private addGroup(table: Table, found: Found, first: number, scores: number[]): void {
    const [from, to] = table.columns
    if (first === found.count || from === to) return
    add(table, found, first, found.count, this.sums.fill(0), 0)
    const scale = table.step / Math.sqrt(found.count - first)
    for (let column = from; column < to; column++) scores[column]! += this.sums[column - from]! * scale
  }
}

/** Adds the rows of the found strings `first` to `end` to the row of `sums` at `offset`, four columns at a time, two of them in one number. */
function add({ words, columns }: Table, { ids }: Found, first: number, end: number, sums: Int32Array, offset: number): void {
  const width = columns[1] - columns[0]
  const stride = strideOf(columns) >> 2
  for (let done = first; done < end; done += FLUSH) {
    const stop = Math.min(end, done + FLUSH)
    const raised = RAISED * (stop - done)
    for (let word = 0, cell = offset; word < stride; word++, cell += 4) {
      let even = 0
      let odd = 0
      for (let i = done; i < stop; i++) {
        const four = words[ids[i]! * stride + word]!
        even += four & EVEN_BYTES
        odd += (four >>> 8) & EVEN_BYTES
      }
      const left = width - word * 4
      sums[cell]! += (even & 0xffff) - raised
      if (left > 1) sums[cell + 1]! += (odd & 0xffff) - raised
      if (left > 2) sums[cell + 2]! += (even >>> 16) - raised
      if (left > 3) sums[cell + 3]! += (odd >>> 16) - raised
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
