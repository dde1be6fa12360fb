import { lastAtOrBefore } from '../../span.js'
import type { AgencyCandidate } from '../candidate.js'
import { isHan } from '../chars.js'
import type { TagContext } from '../context.js'

const OFFICES = ['办公厅', '办公室']
const BRANCH = '分局'
/** 区资规局|平望分局: a branch that is named after a town, or by its number. */
const NAMED_BRANCH = /^(?!各|所属|下属|直属|派出|有关|相关|属地|辖区)[^局厅委部办各和与及或、的由等]{2,5}?分局/
const LONGEST_BRANCH = 7
/** 局, the only suffix that has branches in places. */
const BUREAU = '局'

/** Takes in what belongs to an organ's name behind it: its office (财政部|办公厅), or its branch in a place (广州市生态环境局|花都分局). */
export function withTail(agency: AgencyCandidate, context: TagContext): AgencyCandidate {
  const { folded } = context.source
  const office = folded[agency.end] === '办' ? OFFICES.find(office => folded.startsWith(office, agency.end)) : undefined
  if (office) return { ...agency, end: agency.end + office.length, tail: { text: office } }
  return folded[agency.end - 1] === BUREAU ? withBranch(agency, context) : agency
}

const isHanOnly = (text: string): boolean => [...text].every(sign => isHan(sign.charCodeAt(0)))

function withBranch(agency: AgencyCandidate, { source: { folded }, places }: TagContext): AgencyCandidate {
  for (let i = lastAtOrBefore(places, agency.end); i >= 0 && places[i]!.start === agency.end; i--) {
    const place = places[i]!
    if (!folded.startsWith(BRANCH, place.end)) continue
    const end = place.end + BRANCH.length
    return { ...agency, end, tail: { text: folded.slice(agency.end, end), places: place.places } }
  }
  const named = NAMED_BRANCH.exec(folded.slice(agency.end, agency.end + LONGEST_BRANCH))?.[0]
  return named && isHanOnly(named) ? { ...agency, end: agency.end + named.length, tail: { text: named } } : agency
}
