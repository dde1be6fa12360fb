import type { RegionCandidate } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'
import { SpanCursor } from '../spans.js'
import type { PlaceMatch } from './matches.js'

/** Signs before a short form that take a place: 来沪, 在粤. */
const takesPlace = charSet('来在入赴驻离返援抵留')
/** 沪企, 粤籍. */
const isOfPlace = charSet('企籍')
/** Words that a short form begins. */
const WORDS = new Set([
  '京郊',
  '京杭',
  '深入',
  '深化',
  '深度',
  '深层',
  '深远',
  '深耕',
  '深受',
  '深造',
  '深挖',
  '京剧',
  '川流',
  '津贴',
  '津补',
  '苏醒',
  '港口',
  '港区',
  '港航',
])
/** Lines and markets that are called after two places. */
const LINES = /^(?:高速|高铁|铁路|线|城际|客专|运河|证券|交易|股|两市|通)/

/** 沪, 粤 where they stand for the place: by themselves behind 来 or 在, before 企, or in a row (莞深). */
export function findShortForms({ places, source, organisations, words }: TagContext): RegionCandidate[] {
  const { codes, folded } = source
  const found: RegionCandidate[] = []
  const longer = new SpanCursor(places.filter(({ start, end }) => end - start > 1))
  const inOrganisation = new SpanCursor(organisations)
  let run: PlaceMatch[] = []
  const flush = () => {
    const first = run[0]
    const last = run.at(-1)
    if (first && last && isPlaceName(run.length, first.start, last.end)) {
      for (const { start, end, places } of run) found.push({ type: 'region', rule: 'region-short', start, end, places })
    }
    run = []
  }
  const isPlaceName = (length: number, start: number, end: number): boolean => {
    if (WORDS.has(folded.slice(end - 1, end + 1))) return false
    if (length > 1) return !LINES.test(folded.slice(end, end + 2))
    if (words.cuts(end)) return false
    if (start > 0 && takesPlace(codes[start - 1]!)) return true
    return end < codes.length && isOfPlace(codes[end]!) && !(start > 0 && isHan(codes[start - 1]!))
  }
  for (const match of places) {
    if (match.end - match.start > 1) continue
    if (longer.overlapping(match) || inOrganisation.covering(match)) continue
    if (run.at(-1)?.end !== match.start) flush()
    run.push(match)
  }
  flush()
  return found
}
