import type { Bound, Source, Span } from '../../types.js'
import type { Amount } from './amount.js'
import type { Group } from './context.js'
import { Phrases } from '../../text/phrases.js'

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
  min: `${pairs(NOT.slice(0, -1), FALL_SHORT)} 至少 超过 大于 高于 多于 突破 起步 下限 下限为 最低 ≥ ≥= > >= ＞ ＞= ≧ 满 超 逾 破 过`,
  max: `${pairs(NOT, EXCEED)} 不足 不满 不到 未达 未达到 未到 未满 小于 低于 少于 至多 最多 上限 上限为 ≤ ≤= < <= ＜ ＜= ≦ 控制在 限额 限额为`,
  about: '大约 约 约为 约合 约合为 大概 将近 接近 近',
  none: '每满 通过 经过',
})
/** 原则上不超过 is one cue. */
const IN_PRINCIPLE = '原则上'
/** What may stand between such a word and its amount. */
const BETWEEN = new Phrases([...'为：:了 \t\n\r', '人民币', '等值', '合计', '总计'].map(word => ({ word, sense: 'between' })))
const RATE_OR = /\d+(?:\.\d+)?%或$/
const EACH_UNITS = '人户月年日次天家亩个吨'
const EACH = new RegExp(`每[${EACH_UNITS}]{1,3}$`)
/** Words that reach over a verb, a receiver or a measure (最高可获, 最高支付限额为每人每月), and those that begin a new statement. */
const REACHING = Phrases.of({
  max: '最高 上限 限额 封顶线 顶格 最多 至多 不超过 不得超过 不高于',
  cut: '以上 以下 其中 给予一次性 一次性给予 一次性奖励 一次性补助',
})
const RAISED_BY = /(?:提高|上调|增加|降低|下调)[^，,；;至到为\d]{0,16}(?:限额|上限)$/
const OTHER_HIGHEST = /^(?:人民(?!币)|法院|检察|科学|水平|等级|级别|层次|学历|荣誉|奖项)/
/** Numbers, percents and ends of clauses cut the reach; no Han character does. */
const CUTS = new Set([...'0123456789%％。；;，,！？\n'].map(character => character.charCodeAt(0)))
const isCut = (code: number): boolean => (code < 0x3003 || code >= 0xff00) && CUTS.has(code)
/** A number that only measures the unit of the grant does not cut: 最高每100公斤补贴. */
const PER_NUMBER = /每(?:增加|新增|满)?\d{1,4}$/
const REACH = 22
const REACH_BEHIND = 64
/** A rate and a remark between the amount and the word: 30万元/亩（含）以上. */
const NOTE = '(?:\\/[\\u4e00-\\u9fff]{1,3}){0,2}(?:[（(][^（）()]{0,50}[）)])?'
const BEHIND: [Open, RegExp][] = [
  ['max', new RegExp(`${NOTE}\\s?(?:的?标准)?[（(]?(?:及以下|以下|以内|之内|内(?![容地蒙部外])|封顶|为限|为上限|为最高限额|上限)`, 'y')],
  ['min', new RegExp(`${NOTE}\\s?(?:及以上|以上(?!至|到)|起步|起(?![草来征付诉])|之上|为下限|[≤<＜](?=[^\\d]))`, 'y')],
  ['max', /\s?[≥>＞](?=[^\d])/y],
  ['about', /\s?(?:左右|上下)/y],
]
/** Each of them begins with one of these. */
const BEGINS_BEHIND = '/（( \t\n的标及以之内封为上起≤<＜≥>＞左'
/** 达到 and its like make a threshold a lower bound; alone they set none. */
const REACHED = /(?:达到?|满|实现|完成)(?:了|人民币|\s)*$/

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

function nextTo(text: string, start: number): Limit | undefined {
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

function reaching(text: string, start: number): Limit | undefined {
  for (let end = text.length; end > 0; end--) {
    const found = REACHING.endingAt(text, end)
    if (found?.sense === 'cut') return undefined
    if (found && !OTHER_HIGHEST.test(text.slice(end))) {
      const from = start - text.length + end - found.word.length
      return { bound: 'max', cue: { start: from, end: from + found.word.length } }
    }
    if (!isCut(text.charCodeAt(end - 1))) continue
    const measure = PER_NUMBER.exec(text.slice(0, end))
    if (!measure) return undefined
    end -= measure[0].length - 1
  }
  return undefined
}

function behind(folded: string, end: number): Limit | undefined {
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

const own = (amount: Amount): Limit => (amount.vague ? { bound: 'about', cue: amount.vague } : { bound: 'exact' })

/** The cue before a list. 提高限额3800元 names the step that a limit is raised by, which bounds nothing. */
function before({ rawLeft, leftEnd }: Group): Limit | undefined {
  const text = rawLeft.slice(-REACH)
  const limit = nextTo(text, leftEnd) ?? reaching(text, leftEnd)
  return limit?.cue?.end === leftEnd && RAISED_BY.test(rawLeft) ? undefined : limit
}

/** The bound of each amount of a list. A word before the first or behind the last reaches over the list, one inside it up to the next. */
export function limitsOf({ folded }: Source, group: Group): Limit[] {
  const ownBehind = group.amounts.map(amount => behind(folded, amount.end))
  const shared = ownBehind.slice(0, -1).every(limit => limit === undefined) ? ownBehind.at(-1) : undefined
  let reach = before(group)
  return group.amounts.map((amount, i) => {
    const last = group.amounts[i - 1]
    if (last && last.end < amount.start) reach = nextTo(folded.slice(last.end, amount.start), amount.start) ?? reach
    const cue = ownBehind[i] ?? reach ?? shared
    if (amount.range) return { bound: 'range', ...(cue?.cue && { cue: cue.cue }) }
    return cue ?? own(amount)
  })
}

/** The bound of an amount once it is known for a threshold: 年营收达到1亿元的企业 asks for 1亿元 or more. */
export function asThreshold(limit: Limit, group: Group): Limit {
  const reached = limit.bound === 'exact' ? REACHED.exec(group.rawLeft) : null
  if (!reached) return limit
  const start = group.leftEnd - group.rawLeft.length + reached.index
  return { bound: 'min', cue: { start, end: start + reached[0].trimEnd().length } }
}

/** 支付限额为职工每人每月1000元、居民每人每月500元: a limit that is a noun reaches over members that bring their own receiver. */
const NOUN_LIMIT = /限额|上限|封顶线/
const MEMBER = /^(?:[（(][^（）()]{0,20}[）)])?[、，,](?!.*(?:给予|奖励|补助|补贴|其中|不|达|超|并|另))[^，,。；;\n\d]{2,16}$/

/** 最高额度由1000万元提高到2000万元. */
const RAISED = /^(?:提高|上调|调整|增加|降低|下调|调|扩大)(?:到|至|为)$/

/** The limits of all lists, where one that says nothing goes on with the list before it. */
export function carryLimit({ folded }: Source, groups: readonly Group[], limits: readonly Limit[][]): Limit[][] {
  let last: Limit | undefined
  let end = 0
  const goesOn = (start: number): boolean => {
    if (last?.bound !== 'max' || !last.cue || start - end > REACH_BEHIND) return false
    const between = folded.slice(end, start)
    return RAISED.test(between) || (NOUN_LIMIT.test(folded.slice(last.cue.start, last.cue.end)) && MEMBER.test(between))
  }
  return groups.map((group, i) => {
    const own = limits[i] as Limit[]
    const result = own.every(limit => limit.bound === 'exact') && goesOn(group.start) ? own.map(() => last as Limit) : own
    if (group.inBrackets) return result
    last = result.at(-1)
    end = group.end
    return result
  })
}
