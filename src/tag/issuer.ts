import type { Article, Source, Span } from '../types.js'
import type { AgencyCandidate } from './candidate.js'
import { guessRegion, regionOfNumber } from './issuer/guess.js'
import { type ArticleView, governing, isRegion, placeOfAgency } from './issuer/view.js'
import type { Place } from './region/place.js'
import type { Origin } from './scope.js'

/** Who issued an article. */
export interface Issuer extends Origin {
  agency?: AgencyCandidate
}

const LABEL = /(?:发布机构|发文机关|发文机构|发文单位|制定机关|发布单位|发布机关)\s*[】：:\n]\s*$/
const LABEL_LENGTH = 12
/** How much of the text behind the title counts as its lead. */
const LEAD = 200
const HEADER = 600
const DATE_LENGTH = 40
const ISSUES = /^[^。；]{0,60}?(?:印发|发布|出台|公布|制定|下发|召开|举行|启动|推出|牵头|令)/
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
    const isNational = region === undefined && agency.prefix.kind === 'national'
    return { agency, isNational, isSure: true, ...(region && { region }), ...townshipOf(agency.organ) }
  }
  const township = title && townshipOf(source.folded.slice(title.start, title.end))
  const from = title?.end ?? article.start
  const sure = named ?? (article.documentNumber && regionOfNumber(article.documentNumber, view, from, agencies))
  if (sure) return { region: sure, isNational: false, isSure: true, ...township }
  const head = source.folded.slice(article.start, article.start + 2 * LEAD)
  if (article.documentNumber?.startsWith('国') || EVERYWHERE.test(head)) return { isNational: true, isSure: true }
  const guess = guessRegion(view, from, agencies)
  const isLocal = candidates.some(candidate => (candidate.type === 'region' ? candidate.reference : candidate.prefix.kind === 'reference'))
  return {
    ...(guess && { region: guess }),
    ...township,
    isNational: !guess && !isLocal && agencies.some(({ prefix }) => prefix.kind === 'national'),
    isSure: false,
  }
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
      folded[start - 1] !== '《' &&
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
