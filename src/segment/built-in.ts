import type { Words } from '../lexicon/words.js'
import type { Source } from '../types.js'
import { isSeparator } from './chars.js'
import type { Ends, Engine } from './engine.js'
import { explainCut } from './explain.js'
import type { SegmentationExplanation } from './explanation.js'
import type { Hmm } from './hmm.js'
import { Route } from './route.js'
import { applyRules } from './rules.js'

export interface BuiltInOptions {
  /** Guesses words that the dictionary lacks. */
  hmm?: Hmm
  /** Off: tokens exactly as cppjieba's. On by default. */
  rules?: boolean
}

/** Dictionary and most probable route, unit by unit between separators. */
export class BuiltIn implements Engine {
  readonly name = 'built-in'
  private readonly route: Route
  private readonly hmm: Hmm | undefined
  private readonly rules: boolean
  private ends: Ends = new Uint32Array(1024)

  constructor(
    private readonly words: Words,
    { hmm, rules = true }: BuiltInOptions = {},
  ) {
    this.route = new Route(words, rules)
    this.hmm = hmm
    this.rules = rules
  }

  cut({ codes }: Source): Ends {
    const length = codes.length
    if (length > this.ends.length) this.ends = new Uint32Array(length)
    const { ends } = this
    let count = 0
    for (let from = 0; from < length; ) {
      let to = from
      while (to < length && !isSeparator(codes[to]!)) to++
      if (to > from) count = this.cutUnit(codes, from, to, ends, count)
      if (to < length) ends[count++] = ++to
      from = to
    }
    return ends.subarray(0, count)
  }

  explain(source: Source): SegmentationExplanation {
    return explainCut(source, this.cut(source), this.words, this.rules)
  }

  private cutUnit(codes: Uint16Array, from: number, to: number, ends: Ends, first: number): number {
    let count = this.route.cut(codes, from, to, ends, first)
    if (this.hmm) count = this.hmm.join(codes, from, ends, first, count)
    return this.rules ? applyRules(codes, from, ends, first, count) : count
  }
}
