import type { CustomTaxonomy } from '../classify/taxonomy.js'
import { ZhengceError } from '../errors.js'
import { openTagger } from '../tagger.js'
import { trainTaxonomy } from '../train.js'
import { contextsOf, type EvaluatedRow, scoredRows } from './evaluation.js'
import { axisScore } from './rates.js'

/** What a share of the rows is good for, on documents that were held back. */
export interface CurvePoint {
  /** Rows learnt from. */
  rows: number
  /** Rows held back. */
  held: number
  axes: Record<string, { accuracy: number; macroF1: number }>
}

const SHARES = [1 / 8, 1 / 4, 1 / 2, 1]
/** Every so many-th document is held back. */
const HELD = 5

/**
 * Learns from growing shares of the documents, each holding the one before, and classifies the same documents that were held back.
 * @throws ROW_MALFORMED where the rows are of one document
 */
export async function learningCurve(rows: readonly EvaluatedRow[], taxonomy: CustomTaxonomy): Promise<CurvePoint[]> {
  const ids = rows.map((row, i) => row.document ?? `row ${i}`)
  const numbers = new Map([...new Set(ids)].map((id, i) => [id, i]))
  const numberOf = (i: number) => numbers.get(ids[i]!)!
  const held = rows.filter((_, i) => numberOf(i) % HELD === 0)
  const points: CurvePoint[] = []
  for (const share of SHARES) {
    // spread over the file, so that a share is not just its beginning
    const learnt = rows.filter((_, i) => numberOf(i) % HELD !== 0 && (numberOf(i) * GOLDEN) % 1 < share)
    if (learnt.length === 0) continue
    const tagger = await openTagger({ model: await trainTaxonomy(learnt, taxonomy) })
    const contexts = contextsOf(held)
    const labels = held.map(({ text }, i) => tagger.classify(text, contexts[i]).labels!)
    const axes = Object.keys(taxonomy.axes).map(axis => {
      const got = labels.map(label => label[axis]!)
      const { accuracy, macroF1 } = axisScore(scoredRows(held, got, axis))
      return [axis, { accuracy, macroF1 }] as const
    })
    points.push({ rows: learnt.length, held: held.length, axes: Object.fromEntries(axes) })
  }
  if (points.length === 0) throw new ZhengceError('ROW_MALFORMED', 'A learning curve needs rows of two documents or more.')
  return points
}

/** Multiples of the golden ratio spread evenly over the unit interval. */
const GOLDEN = (Math.sqrt(5) - 1) / 2
