import type { Bound, MoneyRole, Source } from '../../types.js'
import { type Group, ownLeft, widerLeft } from './context.js'
import { nearestSense } from './words.js'

const MEASURE =
  '(?:每(?:[一-鿿]{2}(?:\\d{1,4}|一)[个名人家项场次趟班条台件辆座批](?=[一-鿿])|[百千万]吨|满\\d{1,4}万?(?:公里|千瓦时|平方米|[人户亩吨元年月天])|平方米|立方米|千瓦时|小时|分钟|新增|增加|连续|学期|学年|季度|半年|千瓦|公里|公斤|\\d{1,4}(?:平方米|公斤|公里|[斤米吨亩人户])?|[总载重]{1,2}吨|标准?箱|架次|航班|班次|[个家户人年月日天次亩吨辆台套件名位条头只株处所项座度生张场期宗篇村镇县孔间床班店批艘组片米斤车款例类部届站架根栋幢棵羽盏口眼](?:[（(][套件台][）)])?)|单[个家户项笔次台件人部篇场体艘站座辆条船车店只宗](?:[（(][套件台][）)])?|[人户亩生村]均)'
const NOUN =
  '(?:(?!每|单[个家户项笔次台件人部篇场体艘站座辆条船车店只宗]|定额|标准(?!化|展位|展台|厂房|床位)|补[助贴]|奖励|资助)[^，,。；;：:、（）()\\d])'
/** Measures that follow one another, with the noun between them: 每人每月, 单个创新中心每年. */
const MEASURES = new RegExp(`${MEASURE}(?:${NOUN}{0,10}?${MEASURE}){0,3}`, 'g')
const FIRST = /[每单均]/
/** Where the noun that the last measure counts ends. */
const NOUN_END =
  /最高|不超|不得|不低于|不高于|可|给予|予以|累计|嘉?奖|补|资助|支持|发放|安排|为|分别|按|一次性|原则上|(?<=.)标准(?!化)|额度|金额|面额|票面|申请|申报|另|总额|限额|交易额|成交额|满$|年度|全年|年内|年[收纳销营]|约|再|享受|总计|合计|贷款|担保|授信|贴息|保费|超|达|收入|投资|租金|费|仍|增加|项目资金|$/
/** Measures that count no noun of their own. */
const COMPLETE = /(?:[年月日天次人米吨亩时里斤度]|均|每\d+)$/
/** 每新增1个工作站, 每连续租满1年: the event goes on over a number. */
const EVENT = /(?:新增|增加|连续)$/
const LONGEST_NOUN = 12
const PER_UNIT =
  '(?:马力|车公里|吨公里|人天|人次|人月|架次|航班|班次|平方米|立方米|千瓦时|千瓦|公斤|公里|车次|学期|学年|[人户家个亩吨年月日天次只头辆台套件座处所米位名张条株斤度床生间班项店场期篇村])'
const BEHIND = new RegExp(
  `^(?:[（(][^（）()]{0,8}[）)])?((?:[/·]${PER_UNIT})+|每(?:平方米|立方米|千瓦时|千瓦|公斤|公里|[人吨亩年月日天户家个台辆次度斤])(?:每[人年月日天次])?)`,
)
const REACH = 36

/** The part of a unit price that follows the amount, without its first stroke: 元/亩 → 亩. */
const perBehind = (right: string): string | undefined => BEHIND.exec(right)?.[1]?.replace(/^\//, '')

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) last = found
  return last
}

function perBefore(clause: string): string | undefined {
  const window = clause.slice(-REACH)
  if (!FIRST.test(window)) return undefined
  const last = lastMatch(MEASURES, window)
  if (!last) return undefined
  const rest = window.slice(last.index + last[0].length)
  const noun = rest.slice(0, rest.search(NOUN_END))
  if (EVENT.test(last[0]) && noun === '') return undefined
  const foreign = EVENT.test(last[0]) ? /[，,。；;：:、（）()]/ : /[，,。；;：:、（）()\d]/
  const counts = !COMPLETE.test(last[0]) && noun.length <= LONGEST_NOUN && !foreign.test(noun)
  return counts ? last[0] + noun : last[0]
}

/** The part of the clause behind the amount before: 每月 in 每月2500元津贴及一次性补贴1000元 is not the second one's. */
function ownClause({ folded }: Source, { previous, start, clauseLeft }: Group): string {
  return previous > start - clauseLeft.length ? folded.slice(previous, start) : clauseLeft
}

const AVERAGE = /[人户亩生村]均/g
/** 每年按利息的50%贴息，最高20万元: the cap is of what the share is paid for, unless that is a measure. */
const OF_SHARE = /每(?:个?自然)?年|每月|单[个家户项](?:[^，,。；;：:按给\d补奖资不最]{0,8})|每[个家户](?:企业|项目|单位|机构|主体)/g
/** One amount after another of a list differs by no more; a premium beside a rent does. */
const SAME_KIND = 20

const sizeOf = ({ amounts }: Group): number => amounts[0]?.high || amounts[0]?.low || 0

const areAlike = (a: Group, b: Group): boolean => {
  const ratio = sizeOf(a) / sizeOf(b)
  return ratio <= SAME_KIND && ratio >= 1 / SAME_KIND
}

/** 城镇居民人均可支配收入排在末位，仅为6212元: the average stands in a clause before, or in the sentence that 其中 goes on with. */
function averageBefore(source: Source, group: Group): string | undefined {
  const text = group.left.startsWith('其中') ? widerLeft(source, group) : ownLeft(source, group)
  return lastMatch(AVERAGE, text)?.[0]
}

export interface PerContext {
  role: MoneyRole
  /** It caps a share. */
  capsShare: boolean
  bound: Bound
}

/**
 * What one such amount is for, undefined where it is a sum. A clause that names nothing goes on with the amount before it.
 * @param before the list before this one, and what was found for it
 */
export function perOf(
  source: Source,
  group: Group,
  context: PerContext,
  before: { group: Group; per: string | undefined; context: PerContext } | undefined,
) {
  const clause = before?.context.role === 'threshold' ? group.clauseLeft : ownClause(source, group)
  const own = perBehind(group.right) ?? perBefore(clause)
  if (own !== undefined) return own
  if (context.capsShare) return lastMatch(OF_SHARE, ownLeft(source, group))?.[0]
  if (nearestSense(clause) !== undefined) return undefined
  if (context.role === 'target' && context.bound === 'exact') {
    const average = averageBefore(source, group)
    if (average) return average
  }
  const goesOn = before?.per !== undefined && group.follows && before.context.role === context.role && context.role !== 'threshold'
  const isPlain = context.bound === 'exact' && before?.context.bound === 'exact'
  return goesOn && isPlain && areAlike(before.group, group) ? before.per : undefined
}
