import type { Axis, Bound, EntityType, MoneyEntity, MoneyRole } from '../types.js'

/** Names of the taxonomy's leaves for people, by axis and leaf id. An id without a name is shown as it is. */
export type LabelNames = Readonly<Record<Axis, Readonly<Record<string, string>>>>

export const NO_NAMES: LabelNames = { instrument: {}, domain: {} }

export const ENTITY_TYPES: readonly EntityType[] = ['region', 'agency', 'industry', 'money']

export const TYPE_NAMES: Readonly<Record<EntityType, string>> = { region: '地区', agency: '机构', industry: '行业', money: '金额' }

export const AXIS_NAMES: Readonly<Record<Axis, string>> = { instrument: '政策工具', domain: '政策领域' }

export const ROLE_NAMES: Readonly<Record<MoneyRole, string>> = {
  support: '支持',
  finance: '融资',
  threshold: '门槛',
  target: '目标',
  penalty: '处罚',
  price: '价格',
  other: '其他',
}

const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  HKD: '港元',
  JPY: '日元',
  MOP: '澳门元',
  TWD: '新台币',
}

const BOUND_SIGNS: Readonly<Record<Exclude<Bound, 'range'>, string>> = { exact: '', max: '≤ ', min: '≥ ', about: '约 ' }

export function labelName(names: LabelNames, axis: Axis, leaf: string): string {
  const ofAxis = names[axis]
  return Object.hasOwn(ofAxis, leaf) ? ofAxis[leaf]! : leaf
}

/** A value in 亿, 万 or single units, four decimals at most: 2 000 000 CNY → 200万元. */
export function formatAmount(value: number, currency: string): string {
  const unit = Math.abs(value) >= 1e8 ? 1e8 : Math.abs(value) >= 1e4 ? 1e4 : 1
  const figure = String(Math.round((value / unit) * 1e4) / 1e4)
  const scale = unit === 1e8 ? '亿' : unit === 1e4 ? '万' : ''
  return figure + scale + (CURRENCY_NAMES[currency] ?? ` ${currency}`)
}

/** ≤ 200万元, 30万元–100万元, 约 5亿元. Empty where the amount carries no value. */
export function formatMoney(money: Pick<MoneyEntity, 'bound' | 'low' | 'high' | 'currency'>): string {
  const { bound, low, high, currency } = money
  if (bound === 'range') return [low, high].map(end => (end === undefined ? '…' : formatAmount(end, currency))).join('–')
  const value = bound === 'min' ? low : high
  return value === undefined ? '' : BOUND_SIGNS[bound] + formatAmount(value, currency)
}

/** 0.05 → 5%; a ratio of 1 or more as 1:1, the way policies write it. */
export function formatRate(rate: number): string {
  return rate >= 1 ? `1:${Math.round(rate * 100) / 100}` : `${Math.round(rate * 1e4) / 100}%`
}
