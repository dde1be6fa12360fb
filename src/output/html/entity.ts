import type { Entity } from '../../types.js'
import { formatMoney, formatPercent, formatQuantity, formatRate, formatTime, ROLE_NAMES, TYPE_NAMES } from '../wording.js'

/** What an entity resolves to, in one line: 机构 · 上海市经济和信息化委员会 · 310000. */
export function describeEntity(entity: Entity): string {
  const facts = [TYPE_NAMES[entity.type], ...factsOf(entity)]
  if (entity.certainty === 'inferred') facts.push('推断')
  return facts.filter(Boolean).join(' · ')
}

function factsOf(entity: Entity): (string | undefined)[] {
  switch (entity.type) {
    case 'region':
      return [entity.name, entity.adcode ?? entity.id, entity.former && '旧名']
    case 'agency':
      return [entity.name, entity.adcode, entity.former && '旧名']
    case 'industry':
      return [entity.name, entity.code]
    case 'money':
      return [formatMoney(entity), ROLE_NAMES[entity.role], rateOf(entity.rate, entity.base), entity.per]
    case 'percent':
      return [formatPercent(entity)]
    case 'ratio':
      return [entity.terms.join(':')]
    case 'quantity':
      return [formatQuantity(entity)]
    case 'date':
      return [formatTime(entity)]
    case 'period':
      return [formatTime(entity), entity.workdays && '工作日']
    case 'document':
      return [entity.title, entity.kind, entity.number]
  }
}

function rateOf(rate: number | undefined, base: string | undefined): string | undefined {
  if (rate === undefined) return undefined
  return base ? `${base}的${formatRate(rate)}` : formatRate(rate)
}
