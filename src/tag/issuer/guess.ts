import type { Source } from '../../types.js'
import type { AgencyCandidate, Candidate, RegionCandidate } from '../candidate.js'
import type { PlaceIndex } from '../region/index.js'
import { placesOfNumber } from '../region/number.js'
import { type Place, within } from '../region/place.js'
import { type ArticleView, governing, isRegion, placeOfAgency } from './view.js'

/** Characters of the text behind the title that may name its region. */
const HEAD = 100
const DATELINE = /^\s?\d{1,2}月\d{1,2}日(?:电|讯)/
/** Share of the places named that one must hold to count as the place of all. */
const NEARLY_ALL = 0.8

interface Named {
  place: Place
  start: number
  weight: number
  /** Whether it is the heading of a part. */
  heads?: boolean
}

/** The region that the text speaks for: the one of the level that it calls its own, named at its head, or named most. */
export function guessRegion(view: ArticleView, from: number, agencies: readonly AgencyCandidate[]): Place | undefined {
  const { candidates, index } = view
  const places = namedPlaces(view, agencies)
  const headings = places.filter(({ heads }) => heads)
  // a text that treats of one place after the other speaks for what holds them
  if (headings.some(({ place }) => !related(place, headings[0]!.place))) return commonHolder(headings, usualLevel(candidates), index)
  const head = places.filter(({ start }) => start < from + HEAD)
  const isOne = head.length > 0 && head.every(({ place }) => related(place, head[0]!.place))
  const guess = isOne ? head[0]!.place : (mostNamed(places) ?? commonHolder(places, usualLevel(candidates), index))
  const sign = ownLevel(candidates)
  if (sign === undefined) return guess
  const own = guess && index.lineage(guess).find(({ name }) => name.endsWith(sign))
  // a head that agrees says more than the level; of what is named most the level tells the inner from the outer
  if (own) return isOne ? guess : own
  return mostNamed(places.filter(({ place }) => place.name.endsWith(sign))) ?? guess
}

/** The place whose organ gave a document number: of several with the same letters the one that the text is about, or that is of the level it speaks of. */
export function regionOfNumber(letters: string, view: ArticleView, from: number, agencies: readonly AgencyCandidate[]): Place | undefined {
  const places = placesOfNumber(letters, view.index)
  if (places.length <= 1) return places[0]
  const guess = guessRegion(view, from, agencies)
  const near = guess && places.find(place => related(place, guess))
  if (near) return near
  const sign = usualLevel(view.candidates)
  if (sign === undefined) return view.index.short(letters[0]!)
  const levelled = places.filter(({ name }) => name.endsWith(sign))
  return levelled.length === 1 ? levelled[0] : levelled.find(({ level }) => level === 'province')
}

/** Every place that the text names, with its weight: an organ speaks more for its place than a name does. */
function namedPlaces({ candidates, source, index }: ArticleView, agencies: readonly AgencyCandidate[]): Named[] {
  const places: Named[] = []
  for (const [i, candidate] of candidates.entries()) {
    if (
      !isRegion(candidate) ||
      isHolder(candidate, candidates[i + 1]) ||
      DATELINE.test(source.folded.slice(candidate.end, candidate.end + 10))
    )
      continue
    const place = governing(candidate.places, candidate.beside, index)
    if (place) places.push({ place, start: candidate.start, weight: 1, heads: headsPart(source, candidate) })
  }
  for (const agency of agencies) {
    const place = placeOfAgency(agency, index)
    if (place) places.push({ place, start: agency.start, weight: 2 })
  }
  return places
}

/** What a line may hold before the name that heads a part: 【, 1., （一） */
const BEFORE_HEAD = /[\r\n][\s【\d.、）)（(一二三四五六七八九十]{0,7}$/
const BEFORE = 8

/** 【杭州】…, 1.杭州市：…, 杭州市 alone on its line. */
function headsPart({ folded }: Source, { start, end }: RegionCandidate): boolean {
  const behind = folded[end]
  if (behind !== undefined && !'】：:\r\n'.includes(behind)) return false
  // a break before the text stands for its start
  return BEFORE_HEAD.test(start < BEFORE ? `\n${folded.slice(0, start)}` : `-${folded.slice(start - BEFORE, start)}`)
}

/** 广西|玉林市: the place before it only tells where the other one is. */
const isHolder = ({ end }: RegionCandidate, next: Candidate | undefined): boolean =>
  next?.type === 'region' && next.start === end && next.beside !== undefined

const related = (a: Place, b: Place): boolean => within(a.home, b.home) || within(b.home, a.home)

/** 我区, 本县: the sign of the level that a text calls its own most often. */
const ownLevel = (candidates: readonly Candidate[]): string | undefined =>
  mostFrequent(candidates.flatMap(candidate => (candidate.type === 'region' && candidate.reference?.isOwn ? candidate.reference.sign : [])))

/** 全市, 市财政局: the sign of the level that a text speaks of most often. */
const usualLevel = (candidates: readonly Candidate[]): string | undefined =>
  mostFrequent(
    candidates.flatMap(candidate => {
      if (candidate.type === 'region') return candidate.reference?.sign ?? []
      return candidate.prefix.kind === 'reference' ? candidate.prefix.sign : []
    }),
  )

function mostFrequent(signs: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function mostNamed(places: readonly Named[]): Place | undefined {
  const counts = new Map<Place, number>()
  for (const { place, weight } of places) counts.set(place, (counts.get(place) ?? 0) + weight)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first) return undefined
  return !second || first[1] >= 2 * second[1] || related(first[0], second[0]) ? first[0] : undefined
}

/** The city or province that holds nearly all of the places named, where the text speaks of its level: 宜秀区、怀宁县 and 市财政局. */
function commonHolder(places: readonly Named[], sign: string | undefined, index: PlaceIndex): Place | undefined {
  if (sign === undefined) return undefined
  const counts = new Map<Place, number>()
  let total = 0
  for (const { place, weight } of places) {
    total += weight
    for (const holder of index.lineage(place).slice(1))
      if (holder.name.endsWith(sign)) counts.set(holder, (counts.get(holder) ?? 0) + weight)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] >= NEARLY_ALL * total ? most[0] : undefined
}
