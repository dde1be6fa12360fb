import type { MoneyEntity, MoneyRole, Source } from '../types.js'
import type { Amount } from './money/amount.js'
import { asThreshold, carryLimit, type Limit, limitsOf } from './money/bound.js'
import { type Group, groupAmounts } from './money/context.js'
import { perOf } from './money/per.js'
import { roleOf, settleLists } from './money/role.js'
import { scanAmounts } from './money/scan.js'
import { type Share, shareOf } from './money/share.js'

const values = (amount: Amount, bound: MoneyEntity['bound']): Pick<MoneyEntity, 'low' | 'high'> => {
  if (bound === 'max') return { high: amount.high }
  if (bound === 'min') return { low: amount.low }
  return { low: amount.low, high: amount.high }
}

function entity(source: Source, amount: Amount, limit: Limit, role: MoneyRole, share: Share, per: string | undefined): MoneyEntity {
  return {
    type: 'money',
    start: amount.start,
    end: amount.end,
    text: source.text.slice(amount.start, amount.end),
    currency: amount.currency,
    bound: limit.bound,
    ...values(amount, limit.bound),
    ...share,
    ...(per && { per }),
    role,
    ...(limit.cue && { cue: limit.cue }),
    rule: amount.rule,
    certainty: amount.certainty,
  }
}

/** Roles of all groups. An amount without words of its own takes after the one before it, but not after one in brackets. */
function rolesOf(source: Source, groups: readonly Group[], limits: readonly Limit[][]): MoneyRole[] {
  let previous: MoneyRole | undefined
  const roles = groups.map((group, i) => {
    const limit = limits[i]?.at(-1) as Limit
    const cue = limit.cue ? source.folded.slice(limit.cue.start, limit.cue.end) : ''
    const role = roleOf(source, group, limit, group.follows ? previous : undefined, cue)
    if (!group.inBrackets || !group.follows) previous = role
    return role
  })
  settleLists(source.folded, groups, roles)
  return roles
}

/** Only the cap of what is paid out is the cap of a share. */
const shareOfCap = (source: Source, role: MoneyRole, limit: Limit, group: Group): Share =>
  (role === 'support' || role === 'finance') && (limit.bound === 'max' || limit.bound === 'range') ? shareOf(source, group) : {}

/**
 * Amounts of money with their currency, bound, values, role and what they are a share of or paid for, by start.
 * Reads numerals where they stand and at most a sentence around each; linear in the length of the text.
 */
export function recognizeMoney(source: Source): MoneyEntity[] {
  const groups = groupAmounts(source, scanAmounts(source))
  const limits = carryLimit(
    source,
    groups,
    groups.map(group => limitsOf(source, group)),
  )
  const roles = rolesOf(source, groups, limits)
  return groups.flatMap((group, i) => {
    const role = roles[i] as MoneyRole
    const per = perOf(group)
    return group.amounts.map((amount, j) => {
      const read = limits[i]?.[j] as Limit
      const limit = role === 'threshold' ? asThreshold(read, group) : read
      return entity(source, amount, limit, role, shareOfCap(source, role, limit, group), per)
    })
  })
}
