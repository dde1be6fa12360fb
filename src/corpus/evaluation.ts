import type { ClassifyContext, Label } from '../types.js'
import { type AxisScore, axisScore, type ClassRow, type Rates, rates } from './rates.js'

/** A labelled measure: by axis the id of its leaf, and under the axis' name with a 2 behind it its further leaves. */
export interface EvaluatedRow {
  text: string
  title?: string
  document?: string
  [axis: string]: unknown
}

/** A classified measure with how sure the tagger was of its label. */
export interface ScoredRow extends ClassRow {
  score: number
  uncertain: boolean
}

export interface Evaluation extends AxisScore {
  /** Expected calibration error: how far scores are from how often they come true, on average over ten bins. */
  calibrationError: number
  /** Labels that the tagger called uncertain, and all others. Accuracy is NaN where there are none. */
  uncertain: { n: number; accuracy: number }
  certain: { n: number; accuracy: number }
  leaves: Record<string, Rates>
  /** By gold's leaf, how often the tagger gave which. */
  confusion: Record<string, Record<string, number>>
}

/** What each row is classified with: its title, and the document that its fellows and it make up. */
export function contextsOf(rows: readonly EvaluatedRow[]): ClassifyContext[] {
  const texts = new Map<string, string>()
  const starts = rows.map(({ document, title, text }) => {
    if (document === undefined) return 0
    const before = texts.get(document) ?? title ?? ''
    texts.set(document, `${before}\n${text}`)
    return before.length + 1
  })
  return rows.map(({ document, title }, i) => ({
    ...(title !== undefined && { title }),
    ...(document !== undefined && { text: texts.get(document)!, start: starts[i]! }),
  }))
}

/** Gold's label beside the tagger's, for the rows that have one on the axis. */
export function scoredRows(rows: readonly EvaluatedRow[], labels: readonly Label[], axis: string): ScoredRow[] {
  return rows.flatMap((row, i) => {
    const gold = row[axis]
    if (typeof gold !== 'string') return []
    const { label, score, uncertain = false } = labels[i]!
    return [{ gold, got: label, secondary: (row[`${axis}2`] ?? []) as string[], score, uncertain }]
  })
}

export function evaluate(rows: readonly ScoredRow[]): Evaluation {
  const accuracyOf = (some: readonly ScoredRow[]) => ({
    n: some.length,
    accuracy: some.filter(({ gold, got }) => gold === got).length / some.length,
  })
  return {
    ...axisScore(rows),
    calibrationError: calibrationError(rows),
    uncertain: accuracyOf(rows.filter(row => row.uncertain)),
    certain: accuracyOf(rows.filter(row => !row.uncertain)),
    ...leavesOf(rows),
  }
}

function leavesOf(rows: readonly ClassRow[]): Pick<Evaluation, 'leaves' | 'confusion'> {
  const names = [...new Set(rows.flatMap(({ gold, got }) => [gold, got]))].sort()
  const confusion: Evaluation['confusion'] = Object.fromEntries(names.map(name => [name, {}]))
  for (const { gold, got } of rows) confusion[gold]![got] = (confusion[gold]![got] ?? 0) + 1
  const leaves = names.map(name => {
    const gold = rows.filter(row => row.gold === name).length
    const got = rows.filter(row => row.got === name).length
    return [name, rates(confusion[name]![name] ?? 0, got, gold)] as const
  })
  return { leaves: Object.fromEntries(leaves), confusion }
}

const BINS = 10

/** Naeini et al., 2015. */
export function calibrationError(rows: readonly ScoredRow[]): number {
  const gaps = new Float64Array(BINS)
  for (const { gold, got, score } of rows) gaps[Math.min(BINS - 1, Math.floor(score * BINS))]! += score - Number(gold === got)
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / rows.length
}
