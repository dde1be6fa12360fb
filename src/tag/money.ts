import { compareSpans } from '../span.js'
import type { MoneyEntity, MoneyRole, Source } from '../types.js'
import type { Amount } from './money/amount.js'
import { asThreshold, carryLimit, type Limit, limitsOf } from './money/bound.js'
import { type Group, groupAmounts } from './money/context.js'
import { perOf } from './money/per.js'
import { roleOf, settleLists } from './money/role.js'
import { scanAmounts } from './money/scan.js'
import { type Share, shareOf } from './money/share.js'
import { readTables } from './money/table.js'

function entity(source: Source, amount: Amount, { bound, cue }: Limit, role: MoneyRole, share: Share | undefined, per: string | undefined): MoneyEntity {
  const { start, end, currency, low, high, rule, certainty } = amount
  const found: MoneyEntity = { type: 'money', start, end, text: source.text.slice(start, end), currency, bound, role, rule, certainty }
  if (bound !== 'max') found.low = low
  if (bound !== 'min') found.high = high
  if (share?.rate !== undefined) found.rate = share.rate
  if (share?.base !== undefined) found.base = share.base
  if (per !== undefined) found.per = per
  if (cue) found.cue = cue
  return found
}

function amountsOf(source: Source): Amount[] {
  const amounts = scanAmounts(source)
  const cells = readTables(source)
  return cells.length === 0 ? amounts : [...amounts, ...cells].sort(compareSpans)
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
const isCap = (role: MoneyRole, { bound }: Limit): boolean =>
  (role === 'support' || role === 'finance') && (bound === 'max' || bound === 'range')

/**
 * Amounts of money with their currency, bound, values, role and what they are a share of or paid for, by start.
 * Reads numerals where they stand and at most a sentence around each; linear in the length of the text.
 */
export function recognizeMoney(source: Source): MoneyEntity[] {
  const groups = groupAmounts(source, amountsOf(source))
  const limits = carryLimit(
    source,
    groups,
    groups.map(group => limitsOf(source, group)),
  )
  const roles = rolesOf(source, groups, limits)
  const entities: MoneyEntity[] = []
  for (const [i, group] of groups.entries()) {
    const role = roles[i] as MoneyRole
    const per = perOf(group)
    let share: Share | undefined
    for (const [j, amount] of group.amounts.entries()) {
      const read = limits[i]?.[j] as Limit
      const limit = role === 'threshold' ? asThreshold(read, group) : read
      if (isCap(role, limit)) share ??= shareOf(source, group)
      entities.push(entity(source, amount, limit, role, isCap(role, limit) ? share : undefined, per))
    }
  }
  return entities
}
