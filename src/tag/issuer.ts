import type { Article, Source, Span } from '../types.js'
import type { AgencyCandidate, Candidate, RegionCandidate } from './candidate.js'
import type { PlaceIndex } from './region/index.js'
import type { PlaceMatch } from './region/matches.js'
import { placesOfNumber } from './region/number.js'
import { type Place, within } from './region/place.js'
import { type Origin, Scope } from './scope.js'

/** Who issued an article. */
export interface Issuer extends Origin {
  agency?: AgencyCandidate
}

/** What an article is read by. Candidates are sorted by start. */
export interface ArticleView {
  article: Article
  candidates: readonly Candidate[]
  /** Every name of a place in the text, and the organisations that such names begin. */
  places: readonly PlaceMatch[]
  organisations: readonly Span[]
  source: Source
  index: PlaceIndex
}

const LABEL = /(?:发布机构|发文机关|发文机构|发文单位|制定机关|发布单位|发布机关)\s*[】：:\n]\s*$/
const LABEL_LENGTH = 12
/** How much of the text behind the title counts as its lead, and of that the part that names the region. */
const LEAD = 200
const HEADER = 600
const DATE_LENGTH = 40
const HEAD = 100
const ISSUES = /^[^。；]{0,60}?(?:印发|发布|出台|公布|制定|下发|召开|举行|启动|推出|牵头|令)/
const DATELINE = /^\s?\d{1,2}月\d{1,2}日(?:电|讯)/
const EVERYWHERE = /各省、自治区、直辖市/

/** 石龙镇; what makes another word of it; and the places that hold it. */
const TOWNSHIP = /^[\u4e00-\u9fff]{1,3}?[^城村乡各全本我][镇乡](?![村镇级域企区土愁])/
const HOLDERS = /^(?:[^省市区县旗\s]{2,8}[省市区县旗]){1,3}/

/** Reads the issuer of an article: title, signature, header, lead, else the region that its text speaks for. */
export function findIssuer(view: ArticleView): Issuer {
  const { article, candidates, source, index } = view
  const agencies = candidates.filter((candidate): candidate is AgencyCandidate => candidate.type === 'agency' && isAnchored(candidate))
  const title = titleSpan(article, source)
  const named = title && placeIn(view, title)
  const agency =
    issuingAgency(article, title, agencies, source) ?? leadingAgency(title?.end ?? article.start, agencies, source, named !== undefined)
  if (agency) {
    const region = placeOfAgency(agency, index)
    return { agency, isNational: region === undefined, isSure: true, ...(region && { region }), ...townshipOf(agency.organ) }
  }
  const township = title && townshipOf(source.folded.slice(title.start, title.end))
  const from = title?.end ?? article.start
  const sure = named ?? (article.documentNumber && ofNumber(article.documentNumber, view, from, agencies))
  if (sure) return { region: sure, isNational: false, isSure: true, ...township }
  const head = source.folded.slice(article.start, article.start + 2 * LEAD)
  if (article.documentNumber?.startsWith('国') || EVERYWHERE.test(head)) return { isNational: true, isSure: true }
  const guess = guessRegion(view, from, agencies)
  const isLocal = candidates.some(candidate => (candidate.type === 'region' ? candidate.reference : candidate.prefix.kind === 'reference'))
  return { ...(guess && { region: guess }), ...township, isNational: !guess && !isLocal && agencies.length > 0, isSure: false }
}

/** The town that a title or an organ's name begins with, behind the places that hold it. */
function townshipOf(name: string): { township: string } | undefined {
  if (!name.includes('镇') && !name.includes('乡')) return undefined
  const township = TOWNSHIP.exec(name.replace(HOLDERS, ''))
  return township ? { township: township[0] } : undefined
}

const isAnchored = ({ prefix }: AgencyCandidate): boolean => prefix.kind === 'national' || prefix.kind === 'region'

function issuingAgency(
  article: Article,
  title: Span | undefined,
  agencies: readonly AgencyCandidate[],
  source: Source,
): AgencyCandidate | undefined {
  return (
    agencies.find(({ start }) => title && start === title.start) ??
    agencies.find(({ start, end }) => start < article.start + LEAD && startsLine(source, start) && source.folded[end] === '令') ??
    signature(article, agencies, source) ??
    labelled(article, agencies, source)
  )
}

/** 日前，江苏省文旅厅印发: the first agency of the lead that issues something; under a title that names a place, a local one. */
const leadingAgency = (
  from: number,
  agencies: readonly AgencyCandidate[],
  { folded }: Source,
  isLocal: boolean,
): AgencyCandidate | undefined =>
  agencies.find(
    ({ start, end, prefix, row }) =>
      start >= from &&
      start < from + LEAD &&
      !(isLocal && prefix.kind === 'national') &&
      row.id !== 'peoples-congress' &&
      ISSUES.test(folded.slice(end, end + LEAD)),
  )

/** Whether nothing but blanks stands between a line break and `at`. */
function startsLine({ codes }: Source, at: number): boolean {
  while (at > 0 && (codes[at - 1] === 0x20 || codes[at - 1] === 0x09)) at--
  return at === 0 || codes[at - 1] === 0x0a || codes[at - 1] === 0x0d
}

function titleSpan({ title, start, end }: Article, { text }: Source): Span | undefined {
  if (!title) return undefined
  const found = text.indexOf(title.slice(0, 6), start)
  const from = found < 0 || found >= end ? start : found
  let at = from
  for (let left = title.length; at < end && left > 0; at++) if (!/\s/.test(text[at]!)) left--
  return { start: from, end: at }
}

/** An agency that fills a line by itself or stands before the date: the last such one, or the first of several below each other. */
function signature({ start, end }: Article, agencies: readonly AgencyCandidate[], source: Source): AgencyCandidate | undefined {
  const { folded } = source
  let found: AgencyCandidate | undefined
  let last: AgencyCandidate | undefined
  for (let i = agencies.length - 1; i >= 0; i--) {
    const agency = agencies[i]!
    if (found && /\S/.test(folded.slice(agency.end, found.start))) return found
    // agencies that share a line sign together
    const next = agencies[i + 1]
    if (!last || !next || !isBlank(folded, agency.end, next.start)) last = agency
    const rest = folded.slice(last.end, Math.min(end, last.end + DATE_LENGTH)).split('\n', 1)[0]!
    const isAlone = startsLine(source, Math.max(agency.start, start)) && /^\s*(?:\d{4}年.{0,12})?$/.test(rest)
    if (isAlone || /^\s*\d{4}年\d{1,2}月\d{1,2}日/.test(rest)) found = agency
    else if (found) return found
  }
  return found
}

function isBlank(folded: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (folded[i] !== ' ' && folded[i] !== '、') return false
  return true
}

/** 发布机构：四川省科学技术厅. */
const labelled = ({ start }: Article, agencies: readonly AgencyCandidate[], { folded }: Source): AgencyCandidate | undefined =>
  agencies.find(
    agency => agency.start < start + HEADER && LABEL.test(folded.slice(Math.max(start, agency.start - LABEL_LENGTH), agency.start)),
  )

function placeOfAgency({ prefix, row }: AgencyCandidate, index: PlaceIndex): Place | undefined {
  if (prefix.kind !== 'region') return 'adcode' in row && row.adcode ? index.get(Number(row.adcode)) : undefined
  return governing(prefix.chain.at(-1)!, prefix.chain.at(-2), index)
}

/** A group governs nothing; an area counts for the place that holds it. */
function governing(places: readonly Place[], beside: readonly Place[] | undefined, index: PlaceIndex): Place | undefined {
  const place = places.length === 1 ? places[0] : new Scope(index, { isNational: false, isSure: false }).choose(places, beside)
  if (!place?.adcode) return undefined
  return place.kind === 'place' ? place : index.get(Number(place.adcode))
}

const isRegion = (candidate: Candidate): candidate is RegionCandidate =>
  candidate.type === 'region' && !candidate.needsContext && candidate.places.length > 0

/** The first place in a span, or the innermost of the chain that it begins: 深圳市 + 龙华区. */
function placeIn({ candidates, places, organisations, index }: ArticleView, span: Span): Place | undefined {
  const inside = candidates.filter(candidate => candidate.start >= span.start && candidate.end <= span.end)
  const regions = inside.filter(isRegion)
  for (let at = 0; at < regions.length; at++) {
    const next = regions[at + 1]
    if (next?.beside && next.start === regions[at]!.end) continue
    const place = governing(regions[at]!.places, regions[at]!.beside, index)
    if (place) return place
  }
  const agency = inside.find((candidate): candidate is AgencyCandidate => candidate.type === 'agency' && candidate.prefix.kind === 'region')
  if (agency) return placeOfAgency(agency, index)
  const organisation = organisations.find(({ start, end }) => start >= span.start && end <= span.end)
  const named = organisation && places.filter(({ start }) => start === organisation.start).at(-1)
  return named && governing(named.places, undefined, index)
}

/** The region that the text speaks for: the one of the level that it calls its own, named at its head, or named most. */
function guessRegion(view: ArticleView, from: number, agencies: readonly AgencyCandidate[]): Place | undefined {
  const { candidates, source, index } = view
  const places: { place: Place; start: number; weight: number }[] = []
  for (const candidate of candidates) {
    if (!isRegion(candidate) || DATELINE.test(source.folded.slice(candidate.end, candidate.end + 10))) continue
    const place = governing(candidate.places, candidate.beside, index)
    if (place) places.push({ place, start: candidate.start, weight: 1 })
  }
  for (const agency of agencies) {
    const place = placeOfAgency(agency, index)
    if (place) places.push({ place, start: agency.start, weight: 2 })
  }
  const head = places.filter(({ start }) => start < from + HEAD)
  const isOne = head.length > 0 && head.every(({ place }) => related(place, head[0]!.place))
  const guess = isOne ? head[0]!.place : mostNamed(places)
  const sign = ownLevel(candidates)
  if (sign === undefined) return guess
  const own = guess && index.lineage(guess).find(({ name }) => name.endsWith(sign))
  // a head that agrees says more than the level; of what is named most the level tells the inner from the outer
  if (own) return isOne ? guess : own
  return mostNamed(places.filter(({ place }) => place.name.endsWith(sign))) ?? guess
}

/** The place whose organ gave a document number: of several with the same letters the one that the text is about, or that is of the level it speaks of. */
function ofNumber(letters: string, view: ArticleView, from: number, agencies: readonly AgencyCandidate[]): Place | undefined {
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

function mostNamed(places: readonly { place: Place; weight: number }[]): Place | undefined {
  const counts = new Map<Place, number>()
  for (const { place, weight } of places) counts.set(place, (counts.get(place) ?? 0) + weight)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first) return undefined
  return !second || first[1] >= 2 * second[1] || related(first[0], second[0]) ? first[0] : undefined
}
