import type { Source, Span } from '../../types.js'

export interface Recurrence extends Span {
  value: string
}

const EVERY =
  /每(?:隔)?(?:(?<half>半)(?<halfUnit>年|个?月)|(?<count>[两二三四五六七八九十]|\d{1,2})?(?<unit>个?季度?|个?月|年度?(?![级龄])|个?周(?!岁)|个?星期|[日天]|个?小时))|(?<![依遵])按(?<by>季度?|月(?!度)|年度?(?![龄级])|周|日)(?![期照常])/g
const COUNTS: Record<string, number> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }

/** 每年, 每两年, 每半年, 按季度; sorted by start. */
export function findRecurrences({ folded }: Source): Recurrence[] {
  if (!folded.includes('每') && !folded.includes('按')) return []
  return [...folded.matchAll(EVERY)].map(found => {
    const { half, halfUnit, count, unit, by } = found.groups!
    const span = { start: found.index, end: found.index + found[0].length }
    if (half) return { ...span, value: halfUnit === '年' ? 'R/P6M' : 'R/P15D' }
    return { ...span, value: `R/${lengthOf(unit ?? by!, count === undefined ? 1 : (COUNTS[count] ?? Number(count)))}` }
  })
}

function lengthOf(unit: string, count: number): string {
  if (unit.includes('季')) return `P${3 * count}M`
  if (unit.includes('月')) return `P${count}M`
  if (unit.startsWith('年')) return `P${count}Y`
  if (unit.includes('周') || unit.includes('星期')) return `P${count}W`
  return unit.includes('小时') ? `PT${count}H` : `P${count}D`
}
