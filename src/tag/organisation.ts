import type { Match } from '../lexicon/gazetteer.js'
import type { PlainRow } from '../lexicon/tables.js'
import type { Source, Span } from '../types.js'
import { charSet, isHan } from './chars.js'

/** Longest name that is sought between a region and the tail of an organisation: 上海|浦东发展|银行. */
const LONGEST_NAME = 16
/** Signs that no organisation's name contains. */
const isBreak = charSet('的与及或对在是为了等由将被向从把给于以各省家局厅、，。；：！？“”《》【】 \n\t\r,;:')
/** 昌平区|兴寿镇…合作社: an organisation in a town is no organisation of the region; 乡 in 城乡, 乡村 is no town. */
const isTownship = charSet('镇乡')
const TOWNS = /^[城村家同老镇乡]|.[村镇乡]$/
/** Words that a clause contains and a name does not. */
const CLAUSE_WORDS = new Set(
  (
    '推动 支持 鼓励 引导 举办 召开 组织 成立 依托 通过 加快 开展 推进 打造 出台 全国 各类 进行 提供 促进 实施 加强 吸引 引进 培育 建立 设立 落户 范围 符合 行政 注册 登记 依法 ' +
    '具有 所有 所属 直属 各级 驻地 境内 全市 相关 主要 政府 建设 区内 市内 省内 户籍 居民 机关 单位 部门 扶持 参与 投资 纳入'
  ).split(' '),
)
/** Words that tell a kind of organisation; before an association they belong to its name (中小企业协会). */
const KINDS = new Set(
  '企业 高校 本科 上市 国有 民营 外资 本地 当地 中小 大型 重点 龙头 骨干 优质 知名 地方 公立 公办 民办 高等 普通 定点 社区 基层 义务 阶段 乡镇 县级 市级 省级 三级 二级'.split(
    ' ',
  ),
)
/** 新城|投资建设|有限公司: what is a verb elsewhere names the trade of a firm right before its kind. */
const TRADE = /(?:投资|建设|发展|开发|管理|运营){1,4}[（(]?(?:有限|集团|股份|控股|公司)/y

/** What a city may be the centre of: 北京国际科技创新中心 is no organisation. */
const CENTRES = new Set('国际 国家 科技 全球 世界 区域 消费 金融 航运 贸易'.split(' '))
/** What makes another word of a tail: 银行业, 大学生, 公司法. */
const CONTINUATIONS: Readonly<Record<string, string>> = {
  银行: '业间账卡贷机',
  大学: '生城',
  公司: '法制治债',
  集团: '化军',
  学校: '毕',
  医院: '管',
  协会: '商',
  联盟: '店',
  城投: '债资入放',
  建投: '资入放',
  交投: '资入放',
  水投: '资入放',
}

/**
 * Spans of organisations that are no agencies: 华南理工大学, 上海银行, 商务部研究院. Each runs from the region or the organ that it begins with to its tail.
 * `heads` are the names of both, sorted by start.
 */
export function findOrganisations(tails: readonly Match<PlainRow>[], heads: readonly Span[], source: Source): Span[] {
  const found: Span[] = []
  let from = 0
  for (const { start, end, row } of tails) {
    if (row.part === undefined || isContinued(source.folded, start, end)) continue
    while (from < heads.length && heads[from]!.end < start - LONGEST_NAME) from++
    const nearest = row.part === 'far-tail' ? start - 2 : start
    for (let i = from; i < heads.length && heads[i]!.start < start; i++) {
      const head = heads[i]!
      if (head.end > nearest || head.end - head.start < 2 || !isName(source, head.end, start, end)) continue
      found.push({ start: head.start, end })
      break
    }
  }
  return found
}

const isContinued = (folded: string, start: number, end: number): boolean =>
  CONTINUATIONS[folded.slice(Math.max(start, end - 2), end)]?.includes(folded[end] ?? ' ') ?? false

/** Whether the words between a region and a tail can stand in a name. */
function isName({ codes, folded }: Source, start: number, tail: number, end: number): boolean {
  const isAssociation = folded[end - 1] === '会'
  const isCentre = folded[end - 1] === '心'
  for (let i = start; i < tail; i++) {
    if (isBreak(codes[i]!)) return false
    if (isTownship(codes[i]!) && i > start + 1 && !TOWNS.test(folded.slice(i - 1, i + 2))) return false
    const word = folded.slice(i, i + 2)
    if (!isHan(codes[i]!)) continue
    if ((CLAUSE_WORDS.has(word) && !namesTrade(folded, i)) || (!isAssociation && KINDS.has(word)) || (isCentre && CENTRES.has(word)))
      return false
  }
  return true
}

function namesTrade(folded: string, at: number): boolean {
  TRADE.lastIndex = at
  return TRADE.test(folded)
}
