import type { Article, Source, Span } from '../types.js'
import type { AgencyCandidate, Candidate, RegionCandidate } from './candidate.js'
import type { PlaceIndex } from './region/index.js'
import { type Place, within } from './region/place.js'
import { Scope } from './scope.js'

/** Who issued an article. */
export interface Issuer {
  agency?: AgencyCandidate
  region?: Place
  isNational: boolean
}

const LABEL = /(?:发布机构|发文机关|发文机构|发文单位|制定机关|发布单位|信息来源|来源)\s*[】：:]\s*/g
const LEAD = 200
const ISSUES = /^[^，。；]{0,24}?(?:印发|发布|出台|公布|制定|下发|召开|举行|启动|推出|牵头|日前|近日|近期)/

/** Reads the issuer of an article: title, signature, header, lead, else the region that is named first. `candidates` are the article's, sorted by start. */
export function findIssuer(article: Article, candidates: readonly Candidate[], source: Source, index: PlaceIndex): Issuer {
  const agencies = candidates.filter((candidate): candidate is AgencyCandidate => candidate.type === 'agency' && isAnchored(candidate))
  const regions = candidates.filter(
    (candidate): candidate is RegionCandidate => candidate.type === 'region' && !candidate.needsContext && !candidate.reference,
  )
  const title = titleSpan(article, source)
  const agency =
    agencies.find(({ start }) => title && start === title.start) ??
    signature(article, agencies, source) ??
    labelled(article, agencies, source) ??
    agencies.find(({ start, end }) => start < (title?.end ?? article.start) + LEAD && ISSUES.test(source.folded.slice(end, end + 30)))
  if (agency?.prefix.kind === 'national' && !('adcode' in agency.row)) return { agency, isNational: true }
  const number = article.documentNumber ? index.short(article.documentNumber[0]!) : undefined
  if (!agency && article.documentNumber?.startsWith('国')) return { isNational: true }
  const region =
    (agency && placeOfAgency(agency, index)) ??
    placeIn(regions, title, index) ??
    number ??
    lead(regions, title?.end ?? article.start, index) ??
    mostNamed(regions, agencies, index)
  return { ...(agency && { agency }), ...(region && { region }), isNational: false }
}

const isAnchored = ({ prefix }: AgencyCandidate): boolean => prefix.kind === 'national' || prefix.kind === 'region'

function titleSpan({ title, start, end }: Article, { text }: Source): Span | undefined {
  if (!title) return undefined
  const head = title.slice(0, 6)
  const found = text.startsWith(head, start) ? start : text.indexOf(head, start)
  const from = found < 0 || found >= end ? start : found
  let left = title.length
  let at = from
  for (; at < end && left > 0; at++) if (!/\s/.test(text[at]!)) left--
  return { start: from, end: at }
}

/** An agency that fills a line by itself, the last such line, or the first of several below each other. */
function signature({ start, end }: Article, agencies: readonly AgencyCandidate[], { folded }: Source): AgencyCandidate | undefined {
  let found: AgencyCandidate | undefined
  for (let i = agencies.length - 1; i >= 0; i--) {
    const agency = agencies[i]!
    const from = Math.max(start, folded.lastIndexOf('\n', agency.start - 1) + 1)
    const next = folded.indexOf('\n', agency.end)
    const to = next < 0 || next > end ? end : next
    const isAlone = folded.slice(from, agency.start).trim() === '' && /^\s*(?:\d{4}年.{0,12})?$/.test(folded.slice(agency.end, to))
    if (!isAlone) {
      if (found) return found
      continue
    }
    if (found && /\S/.test(folded.slice(agency.end, found.start))) return found
    found = agency
  }
  return found
}

function labelled({ start, end }: Article, agencies: readonly AgencyCandidate[], { folded }: Source): AgencyCandidate | undefined {
  const head = folded.slice(start, Math.min(end, start + 2 * LEAD))
  for (const match of head.matchAll(LABEL)) {
    const at = start + match.index + match[0].length
    const agency = agencies.find(candidate => candidate.start === at)
    if (agency) return agency
  }
  return undefined
}

function placeOfAgency({ prefix, row }: AgencyCandidate, index: PlaceIndex): Place | undefined {
  if (prefix.kind !== 'region') return 'adcode' in row && row.adcode ? index.get(Number(row.adcode)) : undefined
  return new Scope(index, undefined, false).choose(prefix.chain.at(-1)!, prefix.chain.at(-2))
}

/** The first place in a span, or the innermost of the chain that it begins: 深圳市 + 龙华区. */
function placeIn(regions: readonly RegionCandidate[], span: Span | undefined, index: PlaceIndex): Place | undefined {
  if (!span) return undefined
  let at = regions.findIndex(({ start, end }) => start >= span.start && end <= span.end)
  if (at < 0) return undefined
  while (regions[at + 1]?.beside && regions[at + 1]!.start === regions[at]!.end && regions[at + 1]!.end <= span.end) at++
  return governed(regions[at]!, index)
}

/** A group or an area governs nothing; an area counts for the place that holds it. */
function governed({ places, beside }: RegionCandidate, index: PlaceIndex): Place | undefined {
  const place = new Scope(index, undefined, false).choose(places, beside)
  if (!place?.adcode) return undefined
  return place.kind === 'place' ? place : index.get(Number(place.adcode))
}

const lead = (regions: readonly RegionCandidate[], from: number, index: PlaceIndex): Place | undefined =>
  placeIn(regions, { start: from, end: from + LEAD / 2 }, index)

function mostNamed(regions: readonly RegionCandidate[], agencies: readonly AgencyCandidate[], index: PlaceIndex): Place | undefined {
  const counts = new Map<Place, number>()
  for (const region of regions) {
    const place = governed(region, index)
    if (place) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  for (const agency of agencies) {
    const place = placeOfAgency(agency, index)
    if (place) counts.set(place, (counts.get(place) ?? 0) + 2)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first) return undefined
  const isPlain = !second || first[1] >= 2 * second[1] || within(first[0].home, second[0].home)
  return isPlain ? first[0] : undefined
}
