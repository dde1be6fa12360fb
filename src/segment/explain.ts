import type { Words } from '../lexicon/words.js'
import type { Source, Span, TextSpan } from '../types.js'
import { isSeparator } from './chars.js'
import type { Ends } from './engine.js'
import type { ExplainedRoute, ExplainedUnit, Regrouping, RouteWord, SegmentationExplanation } from './explanation.js'
import { rankRoutes, type Step } from './ranking.js'

/** Explains what the built-in engine made of a text; `ends` are its own. */
export function explainCut({ text, codes }: Source, ends: Ends, words: Words, keepsRuns: boolean): SegmentationExplanation {
  const tokens = Array.from(ends, (end, i) => piece(text, ends[i - 1] ?? 0, end))
  const units: ExplainedUnit[] = []
  for (let from = 0, i = 0; from < codes.length; from++) {
    if (isSeparator(codes[from]!)) continue
    const start = from
    while (from < codes.length && !isSeparator(codes[from]!)) from++
    const own: TextSpan[] = []
    for (; i < tokens.length && tokens[i]!.start < from; i++) if (tokens[i]!.start >= start) own.push(tokens[i]!)
    units.push(explainUnit(piece(text, start, from), codes, own, words, keepsRuns))
  }
  return { tokens, units }
}

function explainUnit(unit: TextSpan, codes: Uint16Array, tokens: TextSpan[], words: Words, keepsRuns: boolean): ExplainedUnit {
  const toRoute = (steps: readonly Step[]): ExplainedRoute => ({
    words: steps.map(({ start, end, weight, from }) => ({
      ...inside(unit, start, end),
      cost: -weight,
      from: from ?? sourceOf(codes, start, end, words),
    })),
    cost: steps.reduce((sum, { weight }) => sum - weight, 0),
  })
  const [best, second] = rankRoutes(codes, unit, words, keepsRuns)
  const route = toRoute(best)
  const explained: ExplainedUnit = { ...unit, route, regrouped: regroupings(route.words, tokens) }
  if (second === undefined) return explained
  const runnerUp = toRoute(second)
  const behind = Math.max(0, runnerUp.cost - route.cost)
  return { ...explained, runnerUp: { ...runnerUp, behind, reason: reasonFor(route.words, runnerUp.words) } }
}

function sourceOf(codes: Uint16Array, start: number, end: number, { added }: Words): RouteWord['from'] {
  return added?.weightOf(String.fromCharCode(...codes.subarray(start, end))) === undefined ? 'dictionary' : 'added'
}

const piece = (text: string, start: number, end: number): TextSpan => ({ text: text.slice(start, end), start, end })
const inside = (unit: TextSpan, start: number, end: number): TextSpan => ({
  text: unit.text.slice(start - unit.start, end - unit.start),
  start,
  end,
})

/** Stretches between two boundaries that both sides have, and in which they differ. */
function* differences<A extends Span, B extends Span>(left: readonly A[], right: readonly B[]): Iterable<[A[], B[]]> {
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const own = [left[i++]!]
    const other = [right[j++]!]
    while (own[own.length - 1]!.end !== other[other.length - 1]!.end) {
      if (own[own.length - 1]!.end < other[other.length - 1]!.end) own.push(left[i++]!)
      else other.push(right[j++]!)
    }
    if (own.length + other.length > 2) yield [own, other]
  }
}

const regroupings = (words: readonly RouteWord[], tokens: readonly TextSpan[]): Regrouping[] =>
  Array.from(differences(words, tokens), ([own, other]) => ({
    start: own[0]!.start,
    end: own[own.length - 1]!.end,
    words: own.map(({ text }) => text),
    tokens: other.map(({ text }) => text),
  }))

const reasonFor = (route: readonly RouteWord[], runnerUp: readonly RouteWord[]): string =>
  Array.from(differences(route, runnerUp), ([own, other]) => `${priced(other)} costs more than ${priced(own)}`).join('; ')

const priced = (words: readonly RouteWord[]): string => {
  const sum = words.reduce((total, { cost }) => total + cost, 0)
  const parts = words.map(({ text, cost }) => `${text} ${cost.toFixed(2)}`).join(' + ')
  return words.length === 1 ? parts : `${parts} = ${sum.toFixed(2)}`
}
