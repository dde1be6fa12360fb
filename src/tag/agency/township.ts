import type { AgencyCandidate, Prefix } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'
import { type Organ, toCandidate } from './organ.js'
import type { PrefixReader } from './prefix.js'

/** Characters of a township's name before 镇 or 街道. */
const LONGEST_NAME = 5
const isBreak = charSet('的由在对将向被把给为等各和与及或经报请、，。；：！？“”《》【】（）() \n\t\r,;:')
/** Words before 镇 or 街道 that name none. */
const GENERIC = new Set(
  (
    '所在 所在地 户籍地 居住地 属地 本地 当地 各地 户籍 居住 不同 建制 中心 重点 特色 示范 试点 指导 委托 通过 有关 相关 其他 其它 涉及 以及 或者 及其 会同 辖区 ' +
    '所属 下属 全市 全县 全区 全省 全国 区县 乡镇 村镇 街镇 城镇 小城 镇街 社区 城市 农村 两个 部分 多个 一个 受理 申请 协助 配合 报请 历史 文化 百强 经济 工业'
  ).split(' '),
)

/** 东莞市|石龙|镇人民政府, 天河区人民政府|天园|街道办事处: the name of the township between its holder and the organ; 石龙|镇人民政府 where none is written. */
export function township(
  organ: Organ,
  hosts: ReadonlyMap<number, Organ>,
  reader: PrefixReader,
  context: TagContext,
): AgencyCandidate | undefined {
  const { codes, folded } = context.source
  for (let at = organ.start - 1; at >= Math.max(0, organ.start - LONGEST_NAME); at--) {
    if (isBreak(codes[at]!) || !isHan(codes[at]!)) break
    const holder = hosts.get(at)
    const named = reader.chainTo(at) ?? (holder && reader.chainTo(holder.start))
    if (named && !endsGeneric(at, organ.start, folded)) {
      return candidate(organ, folded.slice(at, organ.start), named.start, { kind: 'region', chain: named.chain })
    }
  }
  const start = bareName(organ.start, reader, context)
  return start === undefined ? undefined : candidate(organ, folded.slice(start, organ.start), start, { kind: 'none' })
}

const candidate = (organ: Organ, name: string, start: number, prefix: Prefix): AgencyCandidate | undefined =>
  toCandidate({ ...organ, organ: name + organ.organ }, { start, prefix }, 'agency-township')

/**
 * Where the name of a township begins that stands without its holder. It must be plain that it is one: all that stands between a sign and 镇,
 * a word of the dictionary with 镇 in it, the name of another place, or characters that make no word.
 */
function bareName(end: number, reader: PrefixReader, { source: { codes, folded }, words }: TagContext): number | undefined {
  const before = opening(end, codes)
  if (isName(before, end, folded)) return before
  const holding = words.holding(end)
  if (holding && holding.start < end) return isName(holding.start, end, folded) ? holding.start : undefined
  const last = words.holding(end - 1)
  if (!last) return undefined
  if (last.end - last.start > 1) {
    return reader.isPlace(last.start, end) && isName(last.start, end, folded) ? last.start : undefined
  }
  let start = last.start
  for (let word = words.holding(start - 1); word && start > before && word.end - word.start === 1; word = words.holding(start - 1)) start--
  return isName(start, end, folded) ? start : undefined
}

/** The offset behind the last sign before `end`, not farther off than a name is long and one more. */
function opening(end: number, codes: Uint16Array): number {
  let at = end
  while (at > 0 && end - at <= LONGEST_NAME && isHan(codes[at - 1]!) && !isBreak(codes[at - 1]!)) at--
  return at
}

const isName = (start: number, end: number, folded: string): boolean =>
  end - start >= 2 && end - start < LONGEST_NAME && !GENERIC.has(folded.slice(start, start + 2)) && !endsGeneric(start, end, folded)

/** 经常|居住地|镇人民政府, 通知|属地|街道办事处, 健全|乡|镇党委. */
const endsGeneric = (start: number, end: number, folded: string): boolean =>
  '乡街古小'.includes(folded[end - 1]!) ||
  GENERIC.has(folded.slice(Math.max(start, end - 2), end)) ||
  GENERIC.has(folded.slice(Math.max(start, end - 3), end))
