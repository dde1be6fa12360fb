import type { AgencyEntity, Entity, MoneyEntity, RegionEntity } from '../types.js'
import type { GoldEntity, GoldFields } from './gold.js'

/** A field on which an entity that was found differs from gold. */
export interface WrongField {
  /** region.adcode, money.bound … */
  of: string
  gold: string
  got: string
}

interface Check {
  of: string
  gold: unknown
  got: unknown
}

/** Counts how often the fields of found entities agree with gold. A field is compared where gold gives it. */
export class AttributeTally {
  readonly #counts = new Map<string, { right: number; n: number }>()

  /** Counts the fields of one pair and returns those that differ. */
  compare(gold: GoldEntity, entity: Entity): WrongField[] {
    const wrong: WrongField[] = []
    for (const check of checksOf(gold, entity)) {
      const counts = this.#counts.get(check.of) ?? { right: 0, n: 0 }
      this.#counts.set(check.of, counts)
      counts.n++
      if (check.gold === check.got) counts.right++
      else wrong.push({ of: check.of, gold: String(check.gold), got: String(check.got) })
    }
    return wrong
  }

  toScores(): Record<string, { accuracy: number; n: number }> {
    return Object.fromEntries([...this.#counts].map(([of, { right, n }]) => [of, { accuracy: right / n, n }]))
  }
}

function checksOf(gold: GoldEntity, entity: Entity): Check[] {
  switch (entity.type) {
    case 'region':
      return regionChecks(gold.fields, entity)
    case 'agency':
      return agencyChecks(gold, entity)
    case 'money':
      return moneyChecks(gold.fields, entity)
    default:
      return []
  }
}

function regionChecks({ adcode }: GoldFields, region: RegionEntity): Check[] {
  return /^\d{6}$/.test(String(adcode ?? '')) ? [{ of: 'region.adcode', gold: adcode, got: region.adcode }] : []
}

function agencyChecks({ fields, text }: GoldEntity, agency: AgencyEntity): Check[] {
  const checks: Check[] = []
  if (fields.name) checks.push({ of: 'agency.name', gold: fields.name, got: agency.name })
  // The codebook leaves open at which level a zone's committee stands.
  if (fields.level && !text.includes('管委会')) checks.push({ of: 'agency.level', gold: fields.level, got: agency.level })
  if (fields.adcode) checks.push({ of: 'agency.adcode', gold: fields.adcode, got: agency.adcode })
  return checks
}

function moneyChecks(fields: GoldFields, money: MoneyEntity): Check[] {
  const checks: Check[] = []
  if (fields.bound) checks.push({ of: 'money.bound', gold: fields.bound, got: money.bound })
  checks.push({ of: 'money.value', gold: `${value(fields.low)}–${value(fields.high)}`, got: `${money.low}–${money.high}` })
  checks.push({ of: 'money.currency', gold: fields.currency ?? 'CNY', got: money.currency })
  if (fields.role) checks.push({ of: 'money.role', gold: fields.role, got: money.role })
  if (fields.rate) checks.push({ of: 'money.rate', gold: value(fields.rate), got: money.rate })
  if (fields.per) checks.push({ of: 'money.per', gold: true, got: Boolean(money.per) })
  return checks
}

const value = (written: string | true | undefined): number | undefined =>
  written === undefined || written === '' ? undefined : Number(written)
