import type { AgencyCandidate } from '../candidate.js'
import type { TagContext } from '../context.js'
import type { PlaceMatch } from '../region/matches.js'
import { isContinued } from './suffix.js'
import { withTail } from './tail.js'

/** Tails of the local branches of a national organ: 中国人民银行|成都|分行. */
const BRANCHES =
  '外汇管理部 监管分局 监管局 税务分局 税务局 调查总队 调查队 中心支行 营业管理部 分行 支行 总部 分局 专员办事处 专员办 特派员办事处 特派办 督察局 监察局 监督管理局 管理局 局'.split(
    ' ',
  )

/** What the names begin with that stand for themselves: 国务院, 中国气象局, 全国人大. */
const SAYS_STATE = '国中全'

/** Ends that organs of every level have, and what the names of those begin with that only the centre has. */
const LOCAL_ENDS = '委办局会'
const LEVEL_SIGNS = '省市区县州盟旗级'
const SAYS_CENTRE = /^(?:国[家务]|中[国央共]|全国|最高|.?总)/

const STATIONED = '驻'

/** Organs that stand in the table of agencies by their own name, and the local branches that such a name begins. */
export function agencyNames(context: TagContext): AgencyCandidate[] {
  const {
    matches,
    source: { folded },
    places,
  } = context
  const found: AgencyCandidate[] = []
  let at = 0
  let local = -2
  for (const { start: named, end, row } of matches.agencies) {
    if (!row.adcode && isLocal(named, end, local, folded)) {
      local = end
      continue
    }
    const start = row.adcode ? named : withState(named, found.at(-1)?.end ?? 0, folded)
    if (isContinued(folded, end) || isNumber(folded, end)) continue
    while (at < places.length && places[at]!.start < end) at++
    // 审计署|驻|武汉|特派员办事处
    const from = folded[end] === STATIONED ? end + 1 : end
    const branch = row.adcode ? undefined : branchAt(places, at, from, folded)
    const name: AgencyCandidate = {
      type: 'agency',
      rule: branch ? 'agency-branch' : 'agency-name',
      start,
      end: branch?.end ?? end,
      prefix: branch ? { kind: 'region', chain: [branch.place.places] } : { kind: 'national' },
      row,
      organ: branch ? row.name + folded.slice(end, branch.end) : row.name,
      isFull: true,
    }
    const candidate = withTail(name, context)
    if (found.at(-1)?.start === start) found.pop()
    if ((found.at(-1)?.end ?? 0) < candidate.end) found.push(candidate)
  }
  return found
}

/** 各市|发展改革委、|国资委: short for organs of the centre, and here for those of all places of a level; also next to one, which ends at `local`. */
const isLocal = (start: number, end: number, local: number, folded: string): boolean =>
  LOCAL_ENDS.includes(folded[end - 1]!) &&
  !SAYS_CENTRE.test(folded.slice(start, start + 2)) &&
  (LEVEL_SIGNS.includes(folded[start - 1] ?? ' ') || (folded[start - 1] === '地' && folded[start - 2] === '各') || start === local + 1)

/** 国家|商务部: where a name begins that says whose organ it is once more; not behind `least`, where the name before it ends. */
const withState = (start: number, least: number, folded: string): number =>
  folded[start - 1] === '家' && folded[start - 2] === '国' && start - 2 >= least && !SAYS_STATE.includes(folded[start]!) ? start - 2 : start

/** The longest of the places that begin at `start`, from the index `first` on, where a branch's tail stands behind it. */
function branchAt(
  places: readonly PlaceMatch[],
  first: number,
  start: number,
  folded: string,
): { place: PlaceMatch; end: number } | undefined {
  let place: PlaceMatch | undefined
  while (first < places.length && places[first]!.start < start) first++
  for (let i = first; i < places.length && places[i]!.start === start; i++) if (places[i]!.end - start > 1) place = places[i]!
  const tail = place && BRANCHES.find(branch => folded.startsWith(branch, place.end))
  return place && tail ? { place, end: place.end + tail.length } : undefined
}

/** Letters of a document number: 国办发〔2018〕; a date is none (国务院办公厅2020年). */
const isNumber = (folded: string, end: number): boolean =>
  /^(?:发明电|函|发|字)?[〔[（(【第]?\d{4}(?!年)|^[发函字][〔[（(【第\d]/.test(folded.slice(end, end + 8))
