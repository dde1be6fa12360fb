import { Phrases } from '../../text/phrases.js'
import type { Source } from '../../types.js'
import { type Limit, limitBefore, limitBehind } from '../figure/limit.js'
import type { Amount } from './amount.js'
import type { Group } from './context.js'

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
/** 达到 and its like make a threshold a lower bound; alone they set none. */
const REACHED = /(?:达到?|满|实现|完成)(?:了|人民币|\s)*$/

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

const own = (amount: Amount): Limit => (amount.vague ? { bound: 'about', cue: amount.vague } : { bound: 'exact' })

/** The cue before a list. 提高限额3800元 names the step that a limit is raised by, which bounds nothing. */
function before({ rawLeft, leftEnd }: Group): Limit | undefined {
  const text = rawLeft.slice(-REACH)
  const limit = limitBefore(text, leftEnd) ?? reaching(text, leftEnd)
  return limit?.cue?.end === leftEnd && RAISED_BY.test(rawLeft) ? undefined : limit
}

/** The bound of each amount of a list. A word before the first or behind the last reaches over the list, one inside it up to the next. */
export function limitsOf({ folded }: Source, group: Group): Limit[] {
  const ownBehind = group.amounts.map(amount => limitBehind(folded, amount.end))
  const shared = ownBehind.slice(0, -1).every(limit => limit === undefined) ? ownBehind.at(-1) : undefined
  let reach = before(group)
  return group.amounts.map((amount, i) => {
    const last = group.amounts[i - 1]
    if (last && last.end < amount.start) reach = limitBefore(folded.slice(last.end, amount.start), amount.start) ?? reach
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

/** 最高额度由1000万元提高到2000万元, 不超过1亿元或等值1500万美元. */
const RAISED = /^(?:(?:提高|上调|调整|增加|降低|下调|调|扩大)(?:到|至|为)|或者?等值)$/

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
