import { lastAtOrBefore } from '../../span.js'
import type { AgencyCandidate } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'

const OFFICES = ['办公厅', '办公室']
const BRANCHES = ['分局', '监管局', '管理局']
/** 区资规局|平望分局: a branch that is named after a town, or by its number. */
const NAMED_BRANCH = /^(?!各|所属|下属|直属|派出|有关|相关|属地|辖区)[^局厅委部办各和与及或、的由等]{2,5}?分局/
const LONGEST_BRANCH = 7
/** 商务部|服务贸易司, 公安部|交通管理局: what stands between an organ of the centre and 司 or 局. */
const DEPARTMENT =
  /^(?!国家|中国|全国|税务|海关|有关|相关|所属|下属|直属|派出|会同|联合|公布|发布|批准|要求|同意|负责|牵头|指导|授权|委托|地方|[和与及并以或])[^的由在对将向被从把给为等各司局厅委部署办省市区县州驻]{2,12}?(?:(?<!公)司(?![长局法机令])|(?<![总分])局(?![长面部势限级属]))/
const LONGEST_DEPARTMENT = 14
const mayHaveDepartments = charSet('部委会局署')

/** 局, the only suffix that has branches in places. */
const BUREAU = '局'

/**
 * Takes in what belongs to an organ's name behind it: its office (财政部|办公厅), its department in a national one (财政部|税政司),
 * or its branch in a place (广州市生态环境局|花都分局).
 */
export function withTail(agency: AgencyCandidate, context: TagContext): AgencyCandidate {
  const { folded } = context.source
  const office = folded[agency.end] === '办' ? OFFICES.find(office => folded.startsWith(office, agency.end)) : undefined
  if (office) return { ...agency, end: agency.end + office.length, tail: { text: office } }
  const branched = folded[agency.end - 1] === BUREAU ? withBranch(agency, context) : agency
  return branched === agency && agency.prefix.kind === 'national' ? withDepartment(agency, context) : branched
}

const isHanOnly = (text: string): boolean => [...text].every(sign => isHan(sign.charCodeAt(0)))

function withDepartment(agency: AgencyCandidate, { source: { codes, folded } }: TagContext): AgencyCandidate {
  const { end, row } = agency
  if ('adcode' in row && row.adcode) return agency
  if (!mayHaveDepartments(codes[end - 1]!) || !isHan(codes[end] ?? 0)) return agency
  const text = DEPARTMENT.exec(folded.slice(end, end + LONGEST_DEPARTMENT))?.[0]
  if (!text || !isHanOnly(text) || (text.endsWith(BUREAU) && folded[end - 1] !== '部')) return agency
  return { ...agency, end: end + text.length, tail: { text } }
}

function withBranch(agency: AgencyCandidate, { source: { folded }, places }: TagContext): AgencyCandidate {
  for (let i = lastAtOrBefore(places, agency.end); i >= 0 && places[i]!.start === agency.end; i--) {
    const place = places[i]!
    const branch = BRANCHES.find(branch => folded.startsWith(branch, place.end))
    if (!branch) continue
    const end = place.end + branch.length
    return { ...agency, end, tail: { text: folded.slice(agency.end, end), places: place.places } }
  }
  const named = NAMED_BRANCH.exec(folded.slice(agency.end, agency.end + LONGEST_BRANCH))?.[0]
  return named && isHanOnly(named) ? { ...agency, end: agency.end + named.length, tail: { text: named } } : agency
}
