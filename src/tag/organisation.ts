import type { Match } from '../lexicon/gazetteer.js'
import type { PlainRow } from '../lexicon/tables.js'
import type { Source, Span } from '../types.js'
import { charSet, isHan } from './chars.js'
import type { PlaceMatch } from './region/matches.js'

/** Longest name that is sought between a region and the tail of an organisation: 上海|浦东发展|银行. */
const LONGEST_NAME = 14
/** Signs that no organisation's name contains. */
const isBreak = charSet('的与及或对在是为了等由将被向从把给于、，。；：！？“”《》【】 \n\t\r,;:')
/** Words that a clause contains and a name does not. */
const VERBS = new Set(
  '推动 支持 鼓励 引导 举办 召开 组织 成立 联合 依托 通过 加快 开展 推进 打造 出台 企业 全国 各类 进行 提供 促进 实施 加强 吸引 引进 培育 建立 设立 落户 范围 符合 行政 注册 登记 依法 具有 所有 各级 高校 本科 驻地 境内 全市 全省'.split(
    ' ',
  ),
)

/** Spans of organisations that are no agencies: 华南理工大学, 上海银行. Each runs from the region that it begins with to its tail. */
export function findOrganisations(tails: readonly Match<PlainRow>[], places: readonly PlaceMatch[], source: Source): Span[] {
  const found: Span[] = []
  let from = 0
  for (const { start, end, row } of tails) {
    if (row.part !== 'tail') continue
    while (from < places.length && places[from]!.end < start - LONGEST_NAME) from++
    for (let i = from; i < places.length && places[i]!.start < start; i++) {
      const place = places[i]!
      if (place.end > start || !isName(source, place.end, start)) continue
      found.push({ start: place.start, end })
      break
    }
  }
  return found
}

function isName({ codes, folded }: Source, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (isBreak(codes[i]!)) return false
    if (isHan(codes[i]!) && VERBS.has(folded.slice(i, i + 2))) return false
  }
  return true
}
