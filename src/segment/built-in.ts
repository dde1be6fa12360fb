import type { Words } from '../lexicon/words.js'
import type { Source } from '../types.js'
import { isSeparator } from './chars.js'
import type { Ends, Engine } from './engine.js'
import { explainCut } from './explain.js'
import type { SegmentationExplanation } from './explanation.js'
import type { Hmm } from './hmm.js'
import { type CutRoute, createRoute } from './route.js'
import { applyRules } from './rules.js'

export interface BuiltInOptions {
  /** Guesses words that the dictionary lacks. */
  hmm?: Hmm
  /** Off: tokens exactly as cppjieba's. On by default. */
  rules?: boolean
}

/** Characters that the route goes through at once at least: enough to begin seldom, few enough to stay in the processor's first cache. */
const STRETCH = 1024

/** Dictionary and most probable route, unit by unit between separators. */
export class BuiltIn implements Engine {
  readonly name = 'built-in'
  private readonly cutRoute: CutRoute
  private readonly hmm: Hmm | undefined
  private readonly rules: boolean
  private ends: Ends = new Uint32Array(1024)

  constructor(
    private readonly words: Words,
    { hmm, rules = true }: BuiltInOptions = {},
  ) {
    this.cutRoute = createRoute(words, rules)
    this.hmm = hmm
    this.rules = rules
  }

  cut({ codes }: Source): Ends {
    const length = codes.length
    if (length > this.ends.length) this.ends = new Uint32Array(length)
    const { ends } = this
    let count = 0
    for (let from = 0; from < length; ) {
      const to = stretchEnd(codes, from)
      count = this.cutRoute(codes, from, to, ends, count)
      from = to
    }
    if (this.hmm) count = this.hmm.join(codes, ends, count)
    if (this.rules) count = applyRules(codes, ends, count)
    return ends.subarray(0, count)
  }

  explain(source: Source): SegmentationExplanation {
    return explainCut(source, this.cut(source), this.words, this.rules)
  }
}

/** Behind the first separator that is far enough from `from`. */
function stretchEnd(codes: Uint16Array, from: number): number {
  let to = from + STRETCH
  while (to < codes.length && !isSeparator(codes[to - 1]!)) to++
  return Math.min(to, codes.length)
}
