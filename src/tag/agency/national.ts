import type { AgencyCandidate } from '../candidate.js'
import type { TagContext } from '../context.js'
import type { PlaceMatch } from '../region/matches.js'
import { isContinued } from './suffix.js'

/** Tails of the local branches of a national organ: 中国人民银行|成都|分行. */
const BRANCHES =
  '监管分局 监管局 税务分局 税务局 调查总队 调查队 中心支行 营业管理部 分行 支行 总部 分局 专员办事处 专员办 特派员办事处 特派办 督察局 监察局 监督管理局 管理局'.split(
    ' ',
  )

/** Organs that stand in the table of agencies by their own name, and the local branches that such a name begins. */
export function agencyNames({ matches, source: { folded }, places }: TagContext): AgencyCandidate[] {
  const placesByStart = new Map<number, PlaceMatch>()
  for (const match of places) if (match.end - match.start > 1) placesByStart.set(match.start, match)
  const found: AgencyCandidate[] = []
  for (const match of matches.agencies) {
    const { start, end, row } = match
    if (isContinued(folded, end) || isNumber(folded, end)) continue
    const candidate: AgencyCandidate = {
      type: 'agency',
      rule: 'agency-name',
      start,
      end,
      prefix: { kind: 'national' },
      row,
      organ: row.name,
      isFull: true,
    }
    const place = row.adcode ? undefined : placesByStart.get(end)
    const tail = place && BRANCHES.find(branch => folded.startsWith(branch, place.end))
    if (place && tail) {
      candidate.rule = 'agency-branch'
      candidate.end = place.end + tail.length
      candidate.prefix = { kind: 'region', chain: [place.places] }
      candidate.organ = row.name + folded.slice(end, candidate.end)
    }
    if (found.at(-1)?.start === start) found.pop()
    if ((found.at(-1)?.end ?? 0) < candidate.end) found.push(candidate)
  }
  return found
}

/** Letters of a document number: 国办发〔2018〕. */
const isNumber = (folded: string, end: number): boolean =>
  /^(?:发明电|函|发|字)?[〔[（(【第]?\d{4}|^[发函字][〔[（(【第\d]/.test(folded.slice(end, end + 8))
