import type { Source, Span } from '../types.js'
import { charSet, isClosing, isColon, isSemicolon, isStop } from './chars.js'

/** The words that open a list of conditions, papers or cases: 符合下列条件之一的，…： */
const CONDITION_STEM =
  /(?:下列|以下(?!简?称|统称)|如下|相应)[^。；，]{0,24}(?:(?<!方式|措施|途径|形式)之一|条件|材料|资料|情形|情况|行为|对象|要求|信息|内容|区域|范围|费用|人员|企业|单位|个人|事项|问题|用语|渠道|类型|类别|证件|文件|表现|社会团体)|(?:条件|材料|资料|情形|对象|来源|含义)(?:如下|有|为|是|包括|分别是)?[：:]$/

/** Most that is read of a stem, from its end back. */
const STEM = 200

/** Whether the end of a text opens such a list. */
export function opensConditions({ codes, folded }: Source, { start, end }: Span): boolean {
  const last = codes[end - 1]
  if (!isColon(last) && !isSemicolon(last) && last !== FULL_STOP) return false
  return CONDITION_STEM.test(folded.slice(Math.max(start, end - STEM), end))
}

const CONDITION_LIST = /(?:条件|资格|材料|情形)(?:如下|有|为|是|包括)?[：:]\s*$/

/** Whether a list that begins after the text given names conditions. */
export const listsConditions = (text: string): boolean => CONDITION_LIST.test(text)

/** What one has to be or to hand in, in a line without a full stop. */
const QUALIFIES =
  /[≥≤]|不[低少高多]于|及以上|以上[;；]?$|达到|^(?:拥有|具[有备]|有|已|在|企业|单位|申报|申请|符合|属于|取得|获得|近.年|上.?年|最近|无|未|.{0,12}注册)|证明|证书|复印件|申请表|申报表|执照|承诺书|指标(?!，)/

export const qualifies = ({ folded }: Source, { start, end }: Span): boolean => QUALIFIES.test(folded.slice(start, end))

const FULL_STOP = '。'.charCodeAt(0)
const DE = '的'.charCodeAt(0)
const DOT = '.'.charCodeAt(0)

/** A case or a condition, not a deed: …的； */
export function isCondition({ codes }: Source, { start, end }: Span): boolean {
  const last = codes[end - 1]
  const marked = isSemicolon(last) || last === FULL_STOP || last === DOT
  return end - start > 1 && codes[marked ? end - 2 : end - 1] === DE
}

/** A line that no full stop closes. */
export function isFragment({ codes }: Source, { start, end }: Span): boolean {
  if (end - start >= 80) return false
  for (let i = start; i < end; i++) if (isStop(codes[i])) return false
  return true
}

/** 补贴标准：… is said of the outermost item, not of the last condition above it. */
const TERMS = /^(?:补贴|补助|奖励|资助|扶持|支持)(?:对象|标准|期限|金额|方式)[：:]./
const TERMS_STARTS = charSet('补奖资扶支')

export const statesTerms = ({ codes, folded }: Source, { start, end }: Span): boolean =>
  TERMS_STARTS.has(codes[start]) && TERMS.test(folded.slice(start, Math.min(end, start + 8)))

/** 便民服务方面3项：甲、乙、丙。 counts names and says no more. */
const NAMES = /^[^。；：:，,]{2,40}[\d一二三四五六七八九十][项个类条家种件][：:](?:(?!应当|必须|不得|给予)[^。；;]){4,}[。；;]?$/

/** So far behind its beginning a count of names is looked for. */
const COUNT = 44
const PAUSE = '、'.charCodeAt(0)
const COUNTED = charSet('项个类条家种件')

export function listsNames({ codes, folded }: Source, { start, end }: Span): boolean {
  const limit = Math.min(end, start + COUNT)
  let at = start
  while (at < limit && (!isClosing(codes[at]) || codes[at] === PAUSE)) at++
  return at < limit && isColon(codes[at]) && COUNTED.has(codes[at - 1]) && NAMES.test(folded.slice(start, end))
}

/** Headings that say what is supported; their verbs act on nothing. */
const SCOPE_HEADING = /^(?:支持|奖励|扶持|补助|补贴|资助)的?(?:范围|领域|类别|方向)[：:\s]/

/** A text without such a heading, which is judged by what is below. */
export function withoutScopeHeading({ codes, folded }: Source, { start, end }: Span): Span {
  if (!TERMS_STARTS.has(codes[start])) return { start, end }
  const heading = SCOPE_HEADING.exec(folded.slice(start, Math.min(end, start + 8)))
  return heading ? { start: start + heading[0].length, end } : { start, end }
}
