import type { Source, Span } from '../../types.js'
import { charSet, isHan } from '../chars.js'
import type { WordBounds } from '../spans.js'
import type { Place } from './place.js'

/** Characters between a place and a kind of zone that are the zone's own name, at most. */
export const LONGEST_OWN_NAME = 3
/** A kind that is so long is hardly said of zones in general: 经济技术开发区. */
const LONG_KIND = 5
const breaksName = charSet('省市县级各等的和与及在为向或至对按以由有了')
const GENERIC = new Set(
  (
    '支持 建设 推动 推进 鼓励 加快 发展 打造 设立 申报 创建 布局 国家 国际 重点 各类 所有 现有 有关 相关 其他 其它 全部 部分 特色 产业 沿江 沿海 示范 两个 多个 城市 中心 老城 城区 ' +
    '主城 以及 境内 地区 工业 科技 文化 生态 农业 周边 新型 一批 优质 整合 规划 引导 依托 围绕 聚焦 借鉴 复制 推广 试点 改革 创新 开放'
  ).split(' '),
)

/** Full name of a zone that is named after the place before it: 清远|高新区 → 清远高新技术产业开发区; 长春|净月|高新区 with a name of its own between. */
export function zoneName(
  holder: Span & { places: readonly Place[] },
  zone: Span & { places: readonly Place[] },
  { folded }: Source,
): string {
  const { stem } = holder.places[0]!
  const name = folded.startsWith(stem, holder.start) ? stem : folded.slice(holder.start, holder.end)
  return name + folded.slice(holder.end, zone.start) + zone.places[0]!.name
}

/** Whether a kind of zone stands behind a place, or behind a place and a name of its own. */
export function isZoneOf(holder: Span, zone: Span, { codes, folded }: Source, words: WordBounds): boolean {
  const length = zone.start - holder.end
  if (length === 0) return true
  if (length < 2 || length > LONGEST_OWN_NAME) return false
  for (let at = holder.end; at < zone.start; at++) if (!isHan(codes[at]!) || breaksName(codes[at]!)) return false
  if (GENERIC.has(folded.slice(holder.end, holder.end + 2)) || GENERIC.has(folded.slice(zone.start - 2, zone.start))) return false
  if (zone.end - zone.start >= LONG_KIND) return true
  const word = words.holding(holder.end)
  return !(word && word.start === holder.end && word.end === zone.start)
}
