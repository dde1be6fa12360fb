import type { Axis, Evidence, Label, Source, Span } from '../types.js'
import { type LinearModel, type Parts, RAISED, type Scores, softmax, strideOf } from './linear.js'
import { onlyPays, PAYING_LEAVES } from './rules.js'
import type { Columns, Taxonomy } from './taxonomy.js'
import type { Vocabulary } from './vocabulary.js'

/** A clause is an action of its best leaf where that leads the next one by so much, in units of the calibrated score. */
const ACTION_MARGIN = 0.5
/** Without an action of its own a leaf is a secondary label where the whole measure gives it this probability. */
const SECONDARY_PROBABILITY = 0.15

export interface DecideContext {
  taxonomy: Taxonomy
  model: LinearModel
  columns: Columns
  vocabulary: Vocabulary
}

/** A leaf that a rule names takes the measure only where the scores give it this much. */
const RULE_PROBABILITY: Readonly<Record<string, number>> = { R3: 0, T3: 0.25, D4: 0.05 }

/** The label of one axis, the further leaves that have actions of their own (R7), and what speaks for the label. */
export function decide(context: DecideContext, axis: Axis, parts: Parts, scores: Scores): Label {
  const range = context.columns.range[axis]
  const temperature = context.model.temperature[axis]
  const probabilities = softmax(scores.total, range, temperature)
  const leaves = context.columns.leaves.slice(...range)
  const { best, rule } = choose(leaves, axis, parts, probabilities)
  const actions = countActions(scores, range, temperature)
  const further: number[] = []
  for (let i = 0; i < leaves.length; i++) {
    if (i !== best && leaves[i] !== 'other' && (actions[i]! > 0 || probabilities[i]! >= SECONDARY_PROBABILITY)) further.push(i)
  }
  further.sort((a, b) => actions[b]! - actions[a]! || probabilities[b]! - probabilities[a]!)
  const secondary = further.slice(0, context.taxonomy.axes[axis].max_secondary).map(i => leaves[i]!)
  return { label: leaves[best]!, score: probabilities[best]!, secondary, evidence: explain(context, range[0] + best, rule, parts, scores) }
}

/** The likeliest leaf, but for the rules that name one: R3 (only paying), T3 and D4 (documents on how firms are treated). */
function choose(leaves: readonly string[], axis: Axis, parts: Parts, probabilities: readonly number[]): { best: number; rule?: string } {
  const named = axis === 'domain' ? (parts.title.isForFirms ? (['D4', ['economy-business']] as const) : undefined) : instrumentRule(parts)
  const likeliest = indexOfMax(probabilities)
  if (!named) return { best: likeliest }
  const [rule, candidates] = named
  const best = candidates.map(leaf => leaves.indexOf(leaf)).reduce((a, b) => (probabilities[b]! > probabilities[a]! ? b : a))
  return probabilities[best]! >= RULE_PROBABILITY[rule]! ? { best, rule } : { best: likeliest }
}

function instrumentRule(parts: Parts): readonly [rule: string, leaves: readonly string[]] | undefined {
  if (onlyPays(parts)) return ['R3', PAYING_LEAVES]
  return parts.title.isForFirms ? ['T3', ['reform-access']] : undefined
}

function indexOfMax(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i
  return best
}

/** How many clauses are actions of each leaf of an axis. */
function countActions({ clauses, scale, total }: Scores, [from, to]: readonly [number, number], temperature: number): number[] {
  const actions: number[] = []
  for (let i = from; i < to; i++) actions.push(0)
  for (let row = 0; row < clauses.length; row += total.length) {
    let best = row + from
    let next = Number.NEGATIVE_INFINITY
    for (let cell = row + from + 1; cell < row + to; cell++) {
      if (clauses[cell]! > clauses[best]!) {
        next = clauses[best]!
        best = cell
      } else if (clauses[cell]! > next) next = clauses[cell]!
    }
    if (((clauses[best]! - next) * scale) / temperature >= ACTION_MARGIN) actions[best - row - from]!++
  }
  return actions
}

/** The clause that gives a column most, and the string in it that does. */
function explain(context: DecideContext, column: number, rule: string | undefined, parts: Parts, scores: Scores): Evidence[] {
  const { source, heading, clauses } = parts
  const { total, scale } = scores
  // an empty heading says nothing
  let loudest = heading.start < heading.end || clauses.length === 0 ? 0 : 1
  for (let row = loudest + 1; row <= clauses.length; row++) {
    if (scores.clauses[row * total.length + column]! > scores.clauses[loudest * total.length + column]!) loudest = row
  }
  const clause = loudest === 0 ? heading : clauses[loudest - 1]!
  const piece = ({ start, end }: Span, rule: string, weight: number): Evidence => ({
    start,
    end,
    rule,
    leaf: context.columns.leaves[column]!,
    text: source.text.slice(start, end),
    weight,
  })
  if (clause.start === clause.end) return []
  const majority = column < context.columns.range.domain[0] ? 'R5' : 'D5'
  const deciding = majority === 'R5' && loudest === 0 ? 'R4' : majority
  const evidence = [piece(clause, rule ?? deciding, scores.clauses[loudest * total.length + column]! * scale)]
  const top = loudestString(context, column, parts.source, scores, loudest)
  if (top) evidence.push(piece(top, 'score', top.weight * scale))
  return evidence
}

/** The string of a part of a measure that weighs most for a column; of several the first. */
function loudestString(
  { columns, model, vocabulary }: DecideContext,
  column: number,
  { codes }: Source,
  { found, bounds }: Scores,
  part: number,
) {
  const { ids, starts } = found
  const stride = strideOf(columns.leaves.length)
  let top = -1
  let weight = 0
  for (let i = bounds[part]!; i < bounds[part + 1]!; i++) {
    const own = model.body[ids[i]! * stride + column]! - RAISED
    if (own <= weight) continue
    weight = own
    top = i
  }
  if (top < 0) return undefined
  const start = starts[top]!
  return { start, end: start + vocabulary.lengthAt(codes, start, ids[top]!), weight }
}
