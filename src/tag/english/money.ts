import type { MoneyEntity, Source } from '../../types.js'
import { type Clause, type Limit, limitOf } from './bound.js'
import type { ReadAmount } from './reader.js'
import { roleOf } from './role.js'
import { shareOf } from './share.js'
import type { Word } from './words.js'

/** Amounts of a run with their bound, role, share and receiver. */
export function recognizeEnglishMoney(source: Source, words: readonly Word[], amounts: readonly ReadAmount[]): MoneyEntity[] {
  const found: MoneyEntity[] = []
  let limit: Limit | undefined
  for (const [i, amount] of amounts.entries()) {
    const clause = clauseOf(source, words, amount, amounts[i - 1], amounts[i + 1])
    limit = goesOn(clause) && limit ? limit : limitOf(clause, amount.values.length > 1)
    const role = roleOf(clause, limit, clause.follows ? found.at(-1)?.role : undefined)
    found.push(entityOf(source, clause, amount, role === 'threshold' ? reached(limit, clause) : limit, role))
  }
  return found
}

function entityOf(
  { text }: Source,
  clause: Clause,
  { values, currency }: ReadAmount,
  { bound, cue }: Limit,
  role: MoneyEntity['role'],
): MoneyEntity {
  const [low, high = low] = values as [number, number | undefined]
  const isPaid = role === 'support' || role === 'finance'
  const per = PER.exec(clause.right)?.[1]
  return {
    type: 'money',
    start: clause.start,
    end: clause.end,
    text: text.slice(clause.start, clause.end),
    currency,
    bound,
    ...(bound !== 'max' && { low }),
    ...(bound !== 'min' && { high }),
    ...(isPaid && (bound === 'max' || bound === 'range') && shareOf(clause.sentence)),
    ...(per && { per: per.replace(/\s+/g, ' ') }),
    role,
    ...(cue && { cue }),
    rule: values.length > 1 ? 'english-range' : 'english-amount',
    certainty: 'read',
  }
}

/** The sentence around an amount, up to the amounts before and behind it. */
function clauseOf({ folded }: Source, words: readonly Word[], amount: ReadAmount, before?: ReadAmount, behind?: ReadAmount): Clause {
  const { start } = words[amount.from]!
  const { end } = words[amount.to - 1]!
  let from = amount.from
  while (from > 0 && amount.from - from < LONGEST_SENTENCE && !isStop(words[from - 1]!)) from--
  let to = amount.to
  while (to < words.length && to - amount.to < LONGEST_SENTENCE && !isStop(words[to]!)) to++
  const first = before && before.to > from ? words[before.to - 1]!.end : words[from]!.start
  const last = behind && behind.from < to ? words[behind.from]!.start : words[to - 1]!.end
  return {
    start,
    end,
    sentence: folded.slice(words[from]!.start, start),
    left: folded.slice(first, start),
    right: folded.slice(end, Math.max(end, last)),
    follows: first !== words[from]!.start,
  }
}

const LONGEST_SENTENCE = 60
const isStop = ({ kind, key }: Word): boolean => kind === 'sign' && /[.!?;\n]/.test(key)

/** RMB 1 million, RMB 2 million and RMB 3 million: what is said before the first holds for each, and from RMB 5 million to RMB 10 million too. */
const goesOn = ({ follows, left }: Clause): boolean => follows && /^[\s,/]*(?:and|or|and\/or|to)?\s*$/i.test(left)

const PER = /^\s*(?:in\s+[a-z]+\s+)?(?:for\s+)?((?:per|each|every|a(?=\s+(?:year|month|day)))\s+[a-z-]+(?:\s+(?:per|a|each)\s+[a-z]+)?)/i

/** Revenue that reaches an amount is a lower bound, once it is known for a condition. */
function reached(limit: Limit, { left, start }: Clause): Limit {
  const found = limit.bound === 'exact' ? /(?:reach(?:es|ed|ing)?|attain(?:s|ed|ing)?)\s*$/i.exec(left) : null
  if (!found) return limit
  const from = start - left.length + found.index
  return { bound: 'min', cue: { start: from, end: from + found[0].trimEnd().length } }
}
