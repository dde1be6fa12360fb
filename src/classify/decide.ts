import type { Evidence, Label, Source, Span } from '../types.js'
import { type LinearModel, type ModelHeader, type Parts, RAISED, type Scores, softmax, strideOf } from './linear.js'
import { type NamedLeaves, namedLeaves } from './rules.js'
import { type Columns, type Crosswalks, type CustomTaxonomy, MAX_SECONDARY } from './taxonomy.js'
import type { Vocabulary } from './vocabulary.js'

/** A clause is an action of its best leaf where that leads the next one by so much, in units of the calibrated score. */
const ACTION_MARGIN = 0.5
/** Without an action of its own a leaf is a secondary label where the whole measure gives it this probability. */
const SECONDARY_PROBABILITY = 0.15
/** The leaf of what fits nowhere is no secondary label. */
const NO_SECONDARY = 'other'

export interface DecideContext {
  taxonomy: CustomTaxonomy
  model: LinearModel
  columns: Columns
  vocabulary: Vocabulary
  header: ModelHeader
  crosswalks?: readonly Crosswalks[] | undefined
}

/** The label of one axis, the further leaves that have actions of their own (R7), and what speaks for the label. */
export function decide(context: DecideContext, axis: string, parts: Parts, scores: Scores): Label {
  const { columns, header, taxonomy } = context
  const range = columns.range[axis]!
  const temperature = header.temperature[axis]!
  const probabilities = softmax(scores.total, range, temperature)
  const leaves = columns.leaves.slice(...range)
  const { best, score, rule } = choose(leaves, probabilities, likeliest =>
    header.hasRules ? namedLeaves(axis, parts, likeliest, columns) : undefined,
  )
  const actions = countActions(scores, range, temperature)
  const further: number[] = []
  for (let i = 0; i < leaves.length; i++) {
    if (i !== best && leaves[i] !== NO_SECONDARY && (actions[i]! > 0 || probabilities[i]! >= SECONDARY_PROBABILITY)) further.push(i)
  }
  further.sort((a, b) => actions[b]! - actions[a]! || probabilities[b]! - probabilities[a]!)
  const secondary = further.slice(0, taxonomy.axes[axis]!.max_secondary ?? MAX_SECONDARY).map(i => leaves[i]!)
  const label: Label = { label: leaves[best]!, score, secondary, evidence: explain(context, range[0] + best, rule, parts, scores) }
  if (score < header.threshold[axis]!) label.uncertain = true
  if (context.crosswalks) label.crosswalks = context.crosswalks[range[0] + best]!
  return label
}

interface Choice {
  best: number
  /** Probability of the best leaf. */
  score: number
  rule?: string
}

/** The likeliest leaf; where a rule names leaves, the likeliest of these, if it is likely enough. Of several that a rule names one must be right. */
function choose(
  leaves: readonly string[],
  probabilities: readonly number[],
  namedFor: (likeliest: string) => NamedLeaves | undefined,
): Choice {
  const likeliest = indexOfMax(probabilities)
  const named = namedFor(leaves[likeliest]!)
  if (!named) return { best: likeliest, score: probabilities[likeliest]! }
  const candidates = named.leaves.map(leaf => leaves.indexOf(leaf))
  const best = candidates.reduce((a, b) => (probabilities[b]! > probabilities[a]! ? b : a))
  if (probabilities[best]! < named.probability) return { best: likeliest, score: probabilities[likeliest]! }
  const shared = candidates.length > 1 ? candidates.reduce((sum, i) => sum + probabilities[i]!, 0) : 1
  return { best, score: probabilities[best]! / shared, rule: named.rule }
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
  const deciding = context.header.hasRules
    ? column >= context.columns.alone
      ? 'D5'
      : loudest === 0
        ? 'R4'
        : 'R5'
    : loudest === 0
      ? 'heading'
      : 'clause'
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
  const stride = strideOf([0, columns.leaves.length])
  let top = -1
  let weight = 0
  for (let i = bounds[part]!; i < bounds[part + 1]!; i++) {
    const own = model.tables.body[ids[i]! * stride + column]! - RAISED
    if (own <= weight) continue
    weight = own
    top = i
  }
  if (top < 0) return undefined
  const start = starts[top]!
  return { start, end: start + vocabulary.lengthAt(codes, start, ids[top]!), weight }
}
