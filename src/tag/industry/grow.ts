import type { Source } from '../../types.js'
import type { Name } from './names.js'
import { FARMS, FIRM_LINKS, FIRM_TAILS, INSTITUTIONS, NAME_ENDINGS, NOT_ENDINGS, NOT_INSTITUTIONS, PRODUCTS } from './words.js'

/** A name with what the text adds to it. */
export interface Grown extends Name {
  /** Whether an ending was taken in that only a sector has. */
  grown: boolean
}

/** Where the name ends once 产业, 业 or 制造业 behind it are taken in. */
export function endOf(folded: string, end: number): number {
  const ending = NAME_ENDINGS.at(folded, end)
  if (ending === undefined || NOT_ENDINGS.at(folded, end) !== undefined) return end
  return end + ending.length
}

/** Words between a sector and the kind of organisation, at most. */
const MOST_LINKS = 3

/** Whether the words behind the name make it a kind of institution or of people. */
const namesInstitution = (folded: string, end: number): boolean =>
  (INSTITUTIONS.at(folded, end) !== undefined && NOT_INSTITUTIONS.at(folded, end) === undefined) ||
  FARMS.at(folded, end - 2) !== undefined ||
  namesFirm(folded, end)

/** 文旅|投资|发展|集团, 餐饮|行业|协会: a kind of organisation behind what firms of every sector are called after. */
function namesFirm(folded: string, end: number): boolean {
  let at = end
  for (let links = 0; links < MOST_LINKS; links++) {
    const link = FIRM_LINKS.at(folded, at)
    if (link === undefined) return false
    at += link.length
    if (FIRM_TAILS.at(folded, at) !== undefined) return true
  }
  return false
}

/** A technology stands for all that is built on it: 人工智能|大模型 is 人工智能. */
const isTechnology = (name: Name): boolean => name.row.marks?.includes('technology') ?? false

/** Longest first part of a compound (影视动漫|演艺), and of what only modifies the second (科技|金融; 智能装备|融资租赁 are two names). */
const LONGEST_FIRST = 4
const LONGEST_MODIFIER = 3

const standsAlone = ({ row }: Name): boolean => row.marks?.includes('bare') ?? false

/** Whether two names are one word. 制造业|金融 and 现代物流|信息技术 are two. */
function areOneWord(first: Name, second: Name, folded: string): boolean {
  const length = first.end - first.start
  if (standsAlone(second)) return length < LONGEST_MODIFIER || (length === LONGEST_MODIFIER && folded[first.end - 1] !== '业')
  return length <= LONGEST_FIRST && !folded.startsWith('技术', second.end - 2)
}

/** Joins names that are written as one word (医疗|康养), adds endings, and drops kinds of institutions. */
export function growNames(names: readonly Name[], { folded }: Source): Grown[] {
  const grown: Grown[] = []
  for (let i = 0; i < names.length; i++) {
    let name = names[i]!
    let tail = name.end
    for (let next = names[i + 1]; next?.start === tail && endOf(folded, tail) !== next.end; next = names[i + 1]) {
      if (!isProduct(name, next, folded)) {
        if (tail > name.end || !areOneWord(name, next, folded)) break
        name = compound(name, next)
      }
      tail = next.end
      i++
    }
    const end = endOf(folded, tail)
    if (namesInstitution(folded, tail) || (end !== tail && namesInstitution(folded, end))) continue
    grown.push({ start: name.start, end: end === tail ? name.end : end, row: name.row, grown: end !== tail })
    while (names[i + 1] && names[i + 1]!.start < end) i++
  }
  return grown
}

/** A product of the sector or technology before it: 人工智能|软件, 农产品初加工|机械. */
const isProduct = (name: Name, next: Name, folded: string): boolean =>
  isTechnology(name) || (name.row.use === undefined && next.row.use === 'listed' && PRODUCTS.at(folded, next.start) !== undefined)

/** The last part says what kind of sector it is (商业|零售), and stands alone where the first only modifies it (科技|金融, 港口|大模型); if either part is a sector anywhere, the whole is. */
function compound(first: Name, second: Name): Name {
  if (isTechnology(second) || standsAlone(second)) return second
  const { use, ...row } = second.row
  return { start: first.start, end: second.end, row: first.row.use === undefined || use === undefined ? row : second.row }
}
