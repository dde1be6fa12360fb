import type { Axis, Evidence, Label, Span } from '../types.js'
import type { Features, Parts } from './features.js'
import { type LinearModel, type Scores, softmax } from './linear.js'
import { onlyPays, PAYING_LEAVES } from './rules.js'
import type { Columns, Taxonomy } from './taxonomy.js'

/** A further leaf is a secondary label where one clause alone gives it this probability … */
const CLAUSE_THRESHOLD = 0.5
/** … or the whole measure this one. */
const MEASURE_THRESHOLD = 0.15
/** Most pieces of evidence that a label carries. */
const MAX_EVIDENCE = 3

export interface DecideContext {
  taxonomy: Taxonomy
  model: LinearModel
  columns: Columns
}

/** The label of one axis: the likeliest leaf, further leaves that have a clause of their own, and what speaks for it. */
export function decide({ taxonomy, model, columns }: DecideContext, axis: Axis, parts: Parts, features: Features, scores: Scores): Label {
  const range = columns.range[axis]
  const leaves = columns.leaves.slice(...range)
  const whole = softmax(scores.total, range, model.temperature[axis])
  const clauses = scores.clauses.map(clause => softmax(clause, range, model.temperature[axis]))
  const likeliest = whole.indexOf(Math.max(...whole))
  const best = axis === 'instrument' && onlyPays(parts) ? likeliestPaying(leaves, whole) : likeliest
  const secondary = leaves
    .map((leaf, i) => ({
      leaf,
      i,
      weight: Math.max(whole[i]! / MEASURE_THRESHOLD, ...clauses.map(clause => clause[i]! / CLAUSE_THRESHOLD)),
    }))
    .filter(({ leaf, i, weight }) => i !== best && leaf !== 'other' && weight >= 1)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, taxonomy.axes[axis].max_secondary)
    .map(({ leaf }) => leaf)
  const evidence = explain(
    leaves[best]!,
    range[0] + best,
    parts,
    features,
    clauses.map(clause => clause[best]!),
  )
  return { label: leaves[best]!, score: whole[best]!, secondary, evidence }
}

/** The likeliest of the leaves that pay. */
function likeliestPaying(leaves: readonly string[], probabilities: Float64Array): number {
  return PAYING_LEAVES.map(leaf => leaves.indexOf(leaf)).reduce((best, i) => (probabilities[i]! > probabilities[best]! ? i : best))
}

/** The clause that speaks loudest for a leaf, and the leaf's cues. */
function explain(leaf: string, column: number, { source, heading, clauses }: Parts, features: Features, weights: number[]): Evidence[] {
  const piece = ({ start, end }: Span, rule: string, weight: number): Evidence => ({
    start,
    end,
    rule,
    leaf,
    text: source.text.slice(start, end),
    weight,
  })
  const spans = [heading, ...clauses]
  const loudest = weights.indexOf(Math.max(...weights))
  const evidence = [piece(spans[loudest]!, loudest === 0 ? 'heading' : 'clause', weights[loudest]!)]
  for (const hit of features.hits) {
    if (evidence.length === MAX_EVIDENCE) break
    if (hit.section !== 'title' && hit.columns.includes(column)) evidence.push(piece(hit, 'cue', 1))
  }
  return evidence.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)
}
