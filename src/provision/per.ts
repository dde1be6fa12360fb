import type { MoneyEntity, ProvisionPer, Source, Span } from '../types.js'

type Period = NonNullable<ProvisionPer['period']>

const PERIODS: [Period, RegExp][] = [
  ['year', /^(?:个?(?:自然|会计|完整)?年度?|学年)$/],
  ['quarter', /^个?季度?$/],
  ['month', /^个?月$/],
  ['day', /^[天日]$/],
]
const EVENT = /^(?:[一-鿿]{2}(?:\d|一)|新增|增加|引进|培育|培养|满|连续|吸纳|招用|培训|组织|开通|举办|建成|新建)/
/** A counter and the noun that it counts. */
const COUNTED = /^[个家户项名位支所](?:[（(][^（）()]*[）)])?(.+)$/
const MEASURE =
  /^\d*(?:\.\d+)?(?:平方米|立方米|千瓦时|千瓦|小时|分钟|公斤|公里|人次|人天|人月|车次|学期|标箱|标准箱|总吨|载重吨|班次|架次|航班|马力|[百千万]吨|[一-鿿](?:[（(][套件台][）)])?)/
/** Where one measure ends and the next begins: 每人每月, 单个项目每年, 人/年. */
const PARTS = /(?=每|单[个家户项笔次台件人部篇场体艘站座辆条船车店只宗])|[/·]/
/** 单个项目出资, 单个项目封顶: what is paid or how is no part of the noun. */
const PAID = /(?:首轮|累计|出资|投资|封顶|上限|补[助贴]|奖励|资助|支持|扶持|限额|总额|最高){1,3}$/
/** 按每集, 每收储1000吨，另给予: right before an amount that names no unit itself. */
const BEFORE = /每([一-鿿]{1,3}|[一-鿿]{1,6}\d{1,6}[一-鿿]{1,4}[，,](?=.{0,4}$))(?:另|再|可|均)?(?:给予|予以|补[贴助]|奖励|资助|发放)?$/
/** 每船另给予搬家补助. */
const GIVEN = /每((?![一二两三四五\d])[一-鿿]{1,4}?)(?:另|再|可|均)?(?:给予|予以|发放|享受)[一-鿿]{0,6}$/
const BEFORE_REACH = 24
const ONCE = '一次性'
const PERIOD = /[年月季日天]/
/** Periods that the words around a payment name, where the amount itself names none. */
const AROUND: [Period, RegExp][] = [
  [
    'year',
    /每(?:个?(?:自然|会计))?年|按年度?(?=[给发补支拨奖兑计])|逐年|全年(?=累计|最高|补|奖)|年度(?=[^，,。；]{0,6}(?:最高|不超过|上限|累计)|最高|累计|补|奖|资助|支持|扶持|总|不超过|合计)|自然年度|(?:同一)?年度内/,
  ],
  ['quarter', /每(?:个)?季度?|按季度?/],
  ['month', /每个?月|按月/],
  ['day', /每[天日]|按日/],
]

function readPart(written: string, per: ProvisionPer): void {
  const rest = written.replace(/^[每单]/, '').replace(/^一(?=[个家户项名位])/, '')
  const period = PERIODS.find(([, pattern]) => pattern.test(rest))?.[0]
  if (period) per.period ??= period
  else if (EVENT.test(rest)) per.unit ??= rest
  else if (/^[人户亩生村]均$/.test(rest)) per.unit ??= rest.charAt(0)
  else {
    const counted = COUNTED.exec(rest)?.[1]?.replace(/的$/, '')
    const payee = counted?.replace(PAID, '') || counted
    const noun = payee?.replace(/(?:一?年度?|[当全]年)$/, '')
    if (noun !== payee) per.period ??= 'year'
    if (noun) per.recipient ??= noun
    else per.unit ??= MEASURE.exec(rest)?.[0] ?? rest
  }
}

function perBefore(folded: string, at: number): string | undefined {
  const before = folded.slice(Math.max(0, at - BEFORE_REACH), at)
  return before.includes('每') ? (BEFORE.exec(before) ?? GIVEN.exec(before))?.[1]?.replace(/[，,]$/, '') : undefined
}

/** Reads what one payment is for, from its amount and the words `around` it, from its clause to its end. */
export function readPer({ folded }: Source, amount: MoneyEntity | undefined, around: Span): ProvisionPer | undefined {
  const per: ProvisionPer = {}
  const written = amount && (amount.per ?? perBefore(folded, amount.start))
  for (const part of written?.split(PARTS) ?? []) if (part) readPart(part, per)
  const words = folded.slice(around.start, around.end)
  if (!per.period && PERIOD.test(words)) {
    const period = AROUND.find(([, pattern]) => pattern.test(words))?.[0]
    if (period) per.period = period
  }
  if (words.includes(ONCE)) per.once = true
  return Object.keys(per).length > 0 ? per : undefined
}
