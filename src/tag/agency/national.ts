import type { AgencyCandidate } from '../candidate.js'
import type { TagContext } from '../context.js'
import { SpanCursor } from '../spans.js'
import { PlacesByEnd } from './prefix.js'
import { isContinued } from './suffix.js'

/** Tails of the local branches of a national organ: 中国人民银行|成都|分行. */
const BRANCHES = [
  '监管分局',
  '监管局',
  '税务局',
  '税务分局',
  '调查总队',
  '调查队',
  '中心支行',
  '营业管理部',
  '分行',
  '支行',
  '总部',
  '分局',
  '专员办',
  '专员办事处',
  '特派员办事处',
  '特派办',
  '督察局',
  '监察局',
  '管理局',
  '监督管理局',
  '派出机构',
  '海关',
]

/** Organs that stand in the table of agencies by their own name, and the local branches that such a name begins. */
export function agencyNames({ matches, source, organisations, places }: TagContext): AgencyCandidate[] {
  const { folded } = source
  const inOrganisation = new SpanCursor(organisations)
  const placesByStart = new Map<number, number>()
  for (const { start, end } of places) if (end - start > 1) placesByStart.set(start, end)
  const found: AgencyCandidate[] = []
  for (const match of matches.agencies) {
    const { start, row } = match
    if (isContinued(folded, match.end) || inOrganisation.covering(match) || isNumber(folded, match.end)) continue
    const placeEnd = row.adcode ? undefined : placesByStart.get(match.end)
    const tail = placeEnd === undefined ? undefined : BRANCHES.find(branch => folded.startsWith(branch, placeEnd))
    const candidate: AgencyCandidate = {
      type: 'agency',
      rule: 'agency-name',
      start,
      end: match.end,
      prefix: { kind: 'national' },
      row,
      organ: row.name,
      isFull: true,
    }
    if (tail) {
      const { chain } = new PlacesByEnd(places).chainTo(placeEnd!)!
      Object.assign(candidate, { rule: 'agency-branch', end: placeEnd! + tail.length, prefix: { kind: 'region', chain: chain.slice(-1) } })
      candidate.organ = row.name + folded.slice(match.end, candidate.end)
    }
    if (found.at(-1)?.start === start) found.pop()
    if ((found.at(-1)?.end ?? 0) >= candidate.end) continue
    found.push(candidate)
  }
  return found
}

/** Letters of a document number: 国办发〔2018〕. */
const isNumber = (folded: string, end: number): boolean => /^[发函字令][〔[（(【第\d]/.test(folded.slice(end, end + 2))
