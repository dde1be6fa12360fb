import type {
  Axis,
  Bound,
  DateEntity,
  EntityType,
  MoneyEntity,
  MoneyRole,
  PeriodEntity,
  ProvisionKind,
  ProvisionPer,
  QuantityEntity,
  Relief,
} from '../types.js'
import type { ProvisionRow } from './provisions.js'

/** Names of the taxonomy's leaves for people, by axis and leaf id. An id without a name is shown as it is. */
export type LabelNames = Readonly<Record<Axis, Readonly<Record<string, string>>>>

export const NO_NAMES: LabelNames = { instrument: {}, domain: {} }

export const TYPE_NAMES: Readonly<Record<EntityType, string>> = {
  region: '地区',
  agency: '机构',
  industry: '行业',
  money: '金额',
  percent: '百分比',
  ratio: '比率',
  quantity: '数量',
  date: '日期',
  period: '期间',
  document: '文件',
}

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

export const KIND_NAMES: Readonly<Record<ProvisionKind, string>> = {
  grant: '资助',
  award: '奖励',
  subsidy: '补贴',
  matching: '配套',
  loan: '贷款',
  'interest-subsidy': '贴息',
  guarantee: '担保',
  insurance: '保险',
  equity: '股权投资',
  tax: '税收优惠',
  fee: '费用减免',
  voucher: '券',
  other: '其他',
}

export const RELIEF_NAMES: Readonly<Record<Relief, string>> = {
  exempt: '免征',
  cut: '减征',
  'reduced-to': '减按',
  deferred: '缓缴',
  refund: '返还',
  deduction: '扣除',
}

export const BOUND_NAMES: Readonly<Record<Bound, string>> = { exact: '定额', max: '最高', min: '最低', range: '区间', about: '约' }

const PERIOD_NAMES: Readonly<Record<NonNullable<ProvisionPer['period']>, string>> = { year: '年', quarter: '季度', month: '月', day: '日' }

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
  return formatNumber(value) + (CURRENCY_NAMES[currency] ?? ` ${currency}`)
}

function formatNumber(value: number): string {
  const unit = Math.abs(value) >= 1e8 ? 1e8 : Math.abs(value) >= 1e4 ? 1e4 : 1
  const figure = String(Math.round((value / unit) * 1e4) / 1e4)
  return figure + (unit === 1e8 ? '亿' : unit === 1e4 ? '万' : '')
}

/** ≤ 200万元, 30万元–100万元, 约 5亿元. Empty where the amount carries no value. */
export function formatMoney({ currency, ...money }: Limits & Pick<MoneyEntity, 'currency'>): string {
  return formatLimits(money, value => formatAmount(value, currency))
}

type Limits = Pick<MoneyEntity, 'bound' | 'low' | 'high'>

function formatLimits({ bound, low, high }: Limits, format: (value: number) => string): string {
  if (bound === 'range') return [low, high].map(end => (end === undefined ? '…' : format(end))).join('–')
  const value = bound === 'min' ? low : high
  return value === undefined ? '' : BOUND_SIGNS[bound] + format(value)
}

/** ≥ 50%, 30%–50%, 5个百分点. */
export function formatPercent({ points, ...percent }: Limits & { points?: true }): string {
  return formatLimits(percent, value => `${Number((value * 100).toPrecision(10))}${points ? '个百分点' : '%'}`)
}

/** ≥ 100万条. */
export const formatQuantity = ({ unit, ...quantity }: Limits & Pick<QuantityEntity, 'unit'>): string =>
  formatLimits(quantity, value => formatNumber(value) + unit)

/** ≤ 2027-12-31, P3Y–P5Y. */
export function formatTime(time: Pick<DateEntity, 'value'> & { bound: Bound } & Pick<PeriodEntity, 'low'>): string {
  if (time.value === undefined) return ''
  return time.bound === 'range' ? `${time.low}–${time.value}` : BOUND_SIGNS[time.bound] + time.value
}

/** 0.05 → 5%; a ratio of 1 or more as 1:1, the way policies write it. */
export function formatRate(rate: number): string {
  return rate >= 1 ? `1:${Math.round(rate * 100) / 100}` : percent(rate)
}

const percent = (rate: number): string => `${Math.round(rate * 1e4) / 100}%`

type Share = Pick<ProvisionRow, 'lowRate' | 'highRate' | 'ratio' | 'base' | 'relief'>

/** 设备投资的15%, 减征 房产税的50%, 1:1. Empty where no share is given. */
export function formatShare({ lowRate, highRate, ratio, base, relief }: Share): string {
  const share = ratio ? formatRatio(ratio) : formatRates(lowRate, highRate)
  const whole = base && share ? `${base}的${share}` : share || base
  return [relief && RELIEF_NAMES[relief], whole].filter(Boolean).join(' ')
}

function formatRates(low: number | undefined, high: number | undefined): string {
  if (low === undefined) return high === undefined ? '' : `${BOUND_SIGNS.max}${percent(high)}`
  if (high === undefined) return `${BOUND_SIGNS.min}${percent(low)}`
  return low === high ? percent(low) : `${percent(low)}–${percent(high)}`
}

/** ≤ 200万元, 累计 ≤ 500万元. Empty where no amount is given. */
export function formatGrant({ bound, low, high, currency, cumulative }: ProvisionRow): string {
  if (!bound || !currency) return ''
  return (cumulative ? '累计 ' : '') + formatMoney({ bound, low, high, currency })
}

/** 1:1 */
export const formatRatio = ([own, other]: readonly [number, number]): string => `${own}:${other}`

/** 每企业、每年、一次性. Empty where nothing is counted. */
export function formatPer({ recipient, unit, period, once }: ProvisionPer = {}): string {
  const counted = [recipient, unit, period && PERIOD_NAMES[period]].flatMap(each => (each ? [`每${each}`] : []))
  return [...counted, ...(once ? ['一次性'] : [])].join('、')
}
