import type { Span, TextSpan } from '../types.js'

/** A word of a route. */
export interface RouteWord extends TextSpan {
  /** −ln of the word's probability: the lower, the likelier. Log of the dictionary's total over its count of the word. */
  cost: number
  /** `dictionary`; `added` by a user; `character`: one that is no word; `run` of letters and digits, which no route cuts. */
  from: 'dictionary' | 'added' | 'character' | 'run'
}

export interface ExplainedRoute {
  words: RouteWord[]
  /** Sum of the costs of its words. */
  cost: number
}

/** A way through a unit that would have been taken, were it not for the route. */
export interface RunnerUp extends ExplainedRoute {
  /** How much more it costs than the route; 0 where both cost the same, when the one with the shorter word first wins. */
  behind: number
  /** Why it lost: the words in which the two differ, with their costs. */
  reason: string
}

/** What the rules and the hidden Markov model made of words of the route. */
export interface Regrouping extends Span {
  words: string[]
  tokens: string[]
}

/** A unit of text, between two separators, which is cut by itself. */
export interface ExplainedUnit extends TextSpan {
  route: ExplainedRoute
  /** Absent where there is but one way. */
  runnerUp?: RunnerUp
  /** Where the tokens are not the words of the route. */
  regrouped: Regrouping[]
}

/** Why a text is cut as it is: for every unit the cheapest route, the second cheapest, and what came after. */
export interface SegmentationExplanation {
  tokens: TextSpan[]
  units: ExplainedUnit[]
}
