import { Phrases } from '../../text/phrases.js'
import type { Bound, Span } from '../../types.js'

/** What the words beside a number say of its limit. */
export interface Limit {
  bound: Bound
  cue?: Span
}

type Open = 'max' | 'min' | 'about'

const NOT = ['不', '不得', '不再', '不得再', '不予', '不应', '不能', '不可', '不宜', '不会', '不准', '未']
const EXCEED = ['超', '超过', '高于', '大于', '多于', '突破']
const FALL_SHORT = ['低于', '少于', '小于']
const pairs = (heads: readonly string[], tails: readonly string[]): string =>
  heads.flatMap(head => tails.map(tail => head + tail)).join(' ')

/** Words right before the amount; the longest holds, so that 不超过 is not read as 超过. `none` words only keep their parts from being read. */
const NEXT_TO = Phrases.of<Open | 'none'>({
  min: `${pairs(NOT.slice(0, -1), FALL_SHORT)} 至少 至少有 超过 大于 高于 多于 突破 起步 下限 下限为 最低 最短 不短于 ≥ ≥= > >= ＞ ＞= ≧ 满 超 逾 破 过`,
  max: `${pairs(NOT, EXCEED)} 不足 不满 不到 未达 未达到 未到 未满 小于 低于 少于 至多 最多 最高 最高为 最高达 最高可达 最长 不长于 上限 上限为 ≤ ≤= < <= ＜ ＜= ≦ 控制在 限额 限额为 封顶`,
  about: '大约 约 约为 约合 约合为 大概 将近 接近 近',
  none: '每满 通过 经过 最近 附近 邻近',
})
/** 原则上不超过 is one cue. */
const IN_PRINCIPLE = '原则上'
/** What may stand between such a word and its amount. */
const BETWEEN = new Phrases([...'为：:了 \t\n\r', '人民币', '等值', '合计', '总计'].map(word => ({ word, sense: 'between' })))
const RATE_OR = /\d+(?:\.\d+)?%或$/
const EACH_UNITS = '人户月年日天次家亩个吨生名位件辆台座艘'
const EACH = new RegExp(`每[${EACH_UNITS}]{1,3}$`)
/** 10万元起给予奖励, 30台起步; in 起降场, 起重机, 起步区 the word goes on. */
const FROM = '起步?(?![\\u4e00-\\u9fff](?<![的给予奖补按每可均各即不就享由再另优申计算至售投订租拍批贷]))'
/** A rate and a remark between the amount and the word: 30万元/亩（含）以上. */
const NOTE = '(?:[/·][\\u4e00-\\u9fff]{1,3}){0,2}(?:[（(][^（）()]{0,50}[）)])?'
const BEHIND: [Open, RegExp][] = [
  [
    'max',
    new RegExp(`${NOTE}\\s?(?:的?标准)?[（(]?(?:[及或]以下|以下|以内|之内|内(?![容地蒙部外])|封顶|为限|为上限|为最高限额|上限)`, 'y'),
  ],
  ['min', new RegExp(`${NOTE}\\s?(?:[及或]以上|以上(?!至|到)|${FROM}|之上|为下限|[≤<＜](?=[^\\d]))`, 'y')],
  ['max', /\s?[≥>＞](?=[^\d])/y],
  ['about', /\s?(?:左右|上下)/y],
]
/** Each of them begins with one of these. */
const BEGINS_BEHIND = '/（( \t\n的标及或以之内封为上起≤<＜≥>＞左'
/** Where the words between a cue and its amount begin, in a text that ends at the amount. */
function passBetween(text: string): number {
  let end = text.length
  for (let width = 1; width > 0 && end > 0; end -= width) {
    const last = text[end - 1] as string
    if (last === '或') width = RATE_OR.exec(text.slice(0, end))?.[0].length ?? 0
    else if (EACH_UNITS.includes(last)) width = EACH.exec(text.slice(0, end))?.[0].length ?? 0
    else width = BETWEEN.endingAt(text, end)?.word.length ?? 0
  }
  return end
}

/** The limit that the words right before a number set, in a text that ends at the number's `start`. */
export function limitBefore(text: string, start: number): Limit | undefined {
  const offset = start - text.length
  let end = text.length
  let found = NEXT_TO.endingAt(text, end)
  if (!found) {
    end = passBetween(text)
    found = NEXT_TO.endingAt(text, end)
  }
  if (!found || found.sense === 'none') return undefined
  const from = end - found.word.length
  const principle = found.sense === 'max' && text.endsWith(IN_PRINCIPLE, from) ? IN_PRINCIPLE.length : 0
  return { bound: found.sense, cue: { start: offset + from - principle, end: offset + end } }
}

/** 最低 in 最低工资标准的90% is no limit of the share. */
const REACHES = /[超高低大小少多][过于]$/
const BASE_CUT = /[，,。；;：:、\d%％\n]/

/** The limit that reaches over what a share is taken of: 不超过合同金额的50%. */
export function limitOver(text: string, start: number): Limit | undefined {
  if (!text.endsWith('的')) return undefined
  for (let end = text.length - 2; end > 1 && !BASE_CUT.test(text[end]!); end--) {
    const limit = limitBefore(text.slice(0, end), start - text.length + end)
    if (limit && REACHES.test(text.slice(0, end))) return limit
  }
  return undefined
}

/** The limit that the words right behind a number set. */
export function limitBehind(folded: string, end: number): Limit | undefined {
  if (end >= folded.length || !BEGINS_BEHIND.includes(folded.charAt(end))) return undefined
  for (const [bound, pattern] of BEHIND) {
    pattern.lastIndex = end
    const found = pattern.exec(folded)
    if (!found) continue
    const word = found[0].search(/[^（()）]{1,8}$/)
    return { bound, cue: { start: end + Math.max(0, word), end: end + found[0].length } }
  }
  return undefined
}
