import { derived } from '../../lexicon/derived.js'
import { readPlans } from '../../lexicon/figures.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Source, Span } from '../../types.js'
import type { Numeral } from '../figure/numeral.js'

export interface PlanPeriod extends Span {
  value: string
}

const OPEN = '“"‘「'
const CLOSE = '”"’」'
const SPAN_OF_PLAN = /^(?:期间|时期)/
/** Behind the short names that are also plain numbers (十五, 九五). */
const PLAN_WORD = /^(?:期间|时期|计划|规划|末|以来)/

/** 第十四个五年规划. */
const ORDINAL = /第(?<ordinal>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)/g

/** Intervals by the short names of the plans. */
const plansOf = derived(
  ({ sections }: Lexicon): ReadonlyMap<string, string> =>
    new Map(readPlans(sections).map(({ name, from, until }) => [name, `${from}/${until}`])),
)

/** The years of five-year plans that are named by their short names: “十四五”期间, 十三五规划. */
export function findPlans({ folded }: Source, numerals: readonly Numeral[], lexicon: Lexicon): PlanPeriod[] {
  const plans = plansOf(lexicon)
  const spelled = [...folded.matchAll(ORDINAL)].flatMap(found => {
    const value = plans.get(`${found.groups!.ordinal}五`)
    return value ? [{ start: found.index, end: found.index + found[0].length - 2, value }] : []
  })
  const short = numerals.flatMap(({ start, end }) => {
    const value = plans.get(folded.slice(start, end))
    if (!value) return []
    const isQuoted = start > 0 && OPEN.includes(folded[start - 1]!) && CLOSE.includes(folded.charAt(end))
    const close = isQuoted ? end + 1 : end
    const behind = folded.slice(close, close + 2)
    if (end - start < 3 && !(isQuoted && PLAN_WORD.test(behind))) return []
    return [{ start: isQuoted ? start - 1 : start, end: close + (SPAN_OF_PLAN.exec(behind)?.[0].length ?? 0), value }]
  })
  return [...spelled, ...short]
}
