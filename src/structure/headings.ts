import type { NoMeasure } from '../types/structure.js'
import { BLANK, COLON, charSet, readTable, SEMICOLON, STOP } from './chars.js'
import { Cues, meaningOf } from './cues.js'

/**
 * Headings that say that nothing below them is a measure. The lists follow the drafting customs of official documents
 * (党政机关公文处理工作条例, 2012) and of legislation (立法技术规范, 全国人大常委会法工委, 2009 and 2011).
 */

/** Headings under which nothing is a measure: aims, background, definitions, closing provisions. */
const AIMS =
  /总体(?:要求|思路|思想|考虑|构想|目标|原则)|指导(?:思想|方针)|(?:基本|工作|指导|建设|发展|实施|遵循|组织|编制|主要|的)原则$|^原则$|基本(?:思路|要求)$|(?:工作|发展|建设)思路|(?:重要|重大|充分|深刻)(?:性|意义)|^(?:目的)?意义|充分认识/
const GOALS =
  /^(?:(?:总体|发展|工作|主要|奋斗|建设|行动|规划|预期|阶段性?|近期|远期|中期|中长期|长期|具体|量化|战略|任务|增长|产业|年度|实施|创建|总|\d{4}年)的?){0,3}目标(?:要求|定位|愿景|指标)?(?:$|[（(和与及、])/
const BACKGROUND =
  /(?:现状|成效|形势|背景)(?:$|[和与及、])|(?:发展|工作|现实|建设)基础$|基础和|^(?!.*(?:报告|通报|报送|公开|公示|检查|核查|监督|监测|评估|掌握|反馈|跟踪|及时)).{0,32}情况(?:$|和)|存在的?(?:主要|突出)?(?:问题|困难|不足)|主要(?:成绩|问题)|回顾$|已(?:经)?(?:开展|完成|做|采取)的?(?:主要|有关|相关)?(?:工作|措施)|取得的?(?:主要)?成[绩效就]|(?:趋势|机遇与挑战)$/
const DEFINITIONS = /^(?:术语|名词|用语)|名词解释|等级划分$|^定义/
const PURPOSES = /(?:编制|制定|起草)(?:目的|依据|背景)|^(?:目的|宗旨|依据)/
const SCOPES = /^(?:适用|政策)(?:范围|对象|期限|时间|主体)$|适用(?:范围|对象)/
const INTERPRETATIONS = /(?<!名词)解释(?:权|部门|机关)?$/
const VALIDITIES = /(?:施行|实施|执行|生效)(?:日期|时间|期限)$|^有效期/
const CONTACTS = /(?:咨询|联系)(?:电话|方式|人)|^联系(?:方式|人|电话)/
const NAMES = /^附件|^名单|成员(?:名单|单位)$|^目录$|(?:受理|责任|承办|牵头|经办)部门$/
/** Headings of lists that say who or what qualifies and which papers to hand in. */
const CONDITIONS =
  /(?:申报|申请|支持|奖励|扶持|补助|补贴|资助|准入|认定|基本|入选|享受|领取|评定|报名|人员|单位|个人|承租人|项目)(?:的)?(?:基本)?(?:条件|资格|对象|主体|范围|类别)(?:$|[及和与、（(])|(?:申报|申请|所需|提交|办理|报送|单位|人员|证明|受理)(?:的)?(?:材料|资料)(?:清单|要求|目录)?$|材料要求$|^(?:条件|材料|资格|对象)$/
/** A sentence that asks for papers, and no heading above their list: 于6月底前报送材料. */
const ASKS_PAPERS = /(?:于|向|由|将|前|及时|按时|按要求)[^，]{0,24}(?:报送|提交|提供|办理)/
/** Headings that look like scope and yet stand above grants: judged by what is below. */
const SUPPORT_SCOPE = /^(?:支持|奖励|扶持|补助|补贴|资助)(?:的)?范围/
/** Verbs that make a heading an action even though it names an aim: 强化目标管理. */
const ACTING =
  /^(?:强化|加强|明确|落实|分解|细化|实现|确保|完成|锚定|聚焦|围绕|提出|推进|推动|加快|夯实|提升|改善|优化|健全|完善|建立|做好|开展|规范|加大|提高|公开)/

/** A whole sentence that demands something, and no heading: 企业应当按时报送材料. */
const DEMANDING = /应当|必须|不得|给予|予以|可以/

/** Headings that name tasks beside aims: judged by what is below. */
const TASKS = /任务|措施|举措|重点工作|工作安排/

/** Aims that a lost line break glued to their text: 一、总体要求以习近平…为指导. */
const GLUED_AIM =
  /^(?:总体要求|指导思想|基本原则|工作原则|总体目标|发展目标|主要目标|工作目标)(?=以|坚持|到\d|按照|全面|深入|高举|紧紧|认真|牢牢)/
const GLUED_SCOPE = /^(?:适用范围|成员单位)(?=本|联席|由)/

/** Why nothing below a heading is a measure. */
export type HeadingClass = Exclude<NoMeasure, 'statement' | 'part'> | undefined

const AIM = 1
const BACKED = 2
const CLOSING = 4
const CONDITION = 8
const ANY = AIM | BACKED | CLOSING | CONDITION

/** Words of which every heading of a class holds one. */
const NAMING = new Cues([
  [AIM, '总体 指导 原则 思路 要求 意义 重[要大]性 充分性 深刻性 充分认识 目标'],
  [BACKED, '现状 成效 形势 背景 基础 情况 问题 困难 不足 成[绩效就] 回顾 趋势 机遇 术语 名词 用语 目的 依据 宗旨 划分 定义'],
  [BACKED, '已开展 已经开展 已完成 已做 已采取 已经完成 已经采取'],
  [BACKED, '范围 对象 期限 时间 主体 成员单位'],
  [CLOSING, '附则 解释 日期 时间 期限 有效期 电话 方式 联系 附件 名单 单位 目录 部门'],
  [CONDITION, '条件 资格 对象 主体 范围 类别 材料 资料'],
])

const HEADING_ENDS = STOP | COLON | SEMICOLON
const TABLE = NAMING.table(HEADING_ENDS, BLANK)
const [END, GAP] = [1, 2]

/**
 * How far a heading goes, to its first stop or colon, and the classes for which its words speak; a blank may stand inside one (附　则).
 * Most headings name none and are of no class.
 */
export function readHeading(codes: Uint16Array, start: number, limit: number): { end: number; named: number } {
  let named = 0
  let next = readTable(TABLE, codes, start)
  for (let i = start; i < limit; i++) {
    const own = next
    next = readTable(TABLE, codes, i + 1)
    const classes = meaningOf(own, next)
    if (classes === 0) continue
    if (classes & END) return { end: i, named }
    named |= classes & GAP ? ANY : NAMING.at(codes, i, limit)
  }
  return { end: limit, named }
}

/** 申请对象有哪几类？ asks for what 申请对象 names. */
const QUESTION = /(?:有|是|为|包括)?(?:哪些|哪几[类种]|什么)$/

const ASKING = charSet('些类种么')

/** Class of a heading, given without blanks and without its ordinal; `named` are the classes that its words allow. */
export function classifyHeading(text: string, named: number = ANY): HeadingClass {
  if (GLUED_AIM.test(text)) return 'aims'
  if (GLUED_SCOPE.test(text)) return 'scope'
  if (text.length === 0 || text.length > 48) return undefined
  const heading = ASKING.has(text.charCodeAt(text.length - 1)) ? text.replace(QUESTION, '') : text
  const found = classIn(heading, named)
  if (!found || ACTING.test(heading) || TASKS.test(heading)) return undefined
  return DEMANDING.test(heading) && !/的(?:条件|材料|资格)$/.test(heading) ? undefined : found
}

/** In the order in which they are tried. */
const PATTERNS: readonly (readonly [named: number, is: HeadingClass, pattern: RegExp])[] = [
  [AIM, 'aims', AIMS],
  [AIM, 'targets', GOALS],
  [CLOSING, 'interpretation', INTERPRETATIONS],
  [CLOSING, 'validity', VALIDITIES],
  [CLOSING, 'contact', CONTACTS],
  [CLOSING, 'names', NAMES],
  [BACKED, 'definition', DEFINITIONS],
  [BACKED, 'purpose', PURPOSES],
  [BACKED, 'scope', SCOPES],
  [BACKED, 'results', BACKGROUND],
]

function classIn(heading: string, named: number): HeadingClass {
  for (const [bits, is, pattern] of PATTERNS) if (named & bits && pattern.test(heading)) return is
  return named & CONDITION && CONDITIONS.test(heading) && !SUPPORT_SCOPE.test(heading) && !ASKS_PAPERS.test(heading)
    ? 'conditions'
    : undefined
}
