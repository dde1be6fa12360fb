import type { MoneyEntity, MoneyRole, Source } from '../types.js'
import type { Limit } from './figure/limit.js'
import type { Amount } from './money/amount.js'
import { asThreshold, carryLimit, limitsOf } from './money/bound.js'
import { type Group, groupAmounts } from './money/context.js'
import { perOf } from './money/per.js'
import { roleOf, settleLists } from './money/role.js'
import { scanAmounts } from './money/scan.js'
import { type Share, shareOf } from './money/share.js'

/** What the context of an amount says of it. */
interface Reading {
  limit: Limit
  role: MoneyRole
  share: Share | undefined
  per: string | undefined
}

function entity({ text }: Source, amount: Amount, { limit: { bound, cue }, role, share, per }: Reading): MoneyEntity {
  const { start, end, currency, low, high, rule, certainty } = amount
  const found = { type: 'money', start, end, text: text.slice(start, end), currency, bound } as MoneyEntity
  if (bound !== 'max') found.low = low
  if (bound !== 'min') found.high = high
  if (share?.rate !== undefined) found.rate = share.rate
  if (share?.base !== undefined) found.base = share.base
  if (per !== undefined) found.per = per
  found.role = role
  if (cue) found.cue = cue
  found.rule = rule
  found.certainty = certainty
  return found
}

/** Roles of all groups. An amount without words of its own takes after the one before it, but not after one in brackets. */
function rolesOf(source: Source, groups: readonly Group[], limits: readonly Limit[][]): MoneyRole[] {
  let previous: MoneyRole | undefined
  const roles = groups.map((group, i) => {
    const limit = limits[i]?.[group.amounts.length - 1] as Limit
    const role = roleOf(source, group, limit, group.follows ? previous : undefined)
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
  const groups = groupAmounts(source, scanAmounts(source))
  const limits = carryLimit(
    source,
    groups,
    groups.map(group => limitsOf(source, group)),
  )
  const roles = rolesOf(source, groups, limits)
  const entities: MoneyEntity[] = []
  let before: Parameters<typeof perOf>[3]
  groups.forEach((group, i) => {
    const role = roles[i] as MoneyRole
    const own = (limits[i] as Limit[]).map(limit => (role === 'threshold' ? asThreshold(limit, group) : limit))
    const share = own.some(limit => isCap(role, limit)) ? shareOf(source, group) : undefined
    const context = { role, capsShare: share?.rate !== undefined, bound: (own.at(-1) as Limit).bound }
    const per = perOf(source, group, context, before)
    before = { group, per, context }
    group.amounts.forEach((amount, j) => {
      const limit = own[j] as Limit
      entities.push(entity(source, amount, { limit, role, share: isCap(role, limit) ? share : undefined, per }))
    })
  })
  return entities
}
