import type { Match } from '../../lexicon/gazetteer.js'
import type { FunctionRow } from '../../lexicon/tables.js'
import type { AgencyCandidate, Prefix } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'
import { SpanCursor } from '../spans.js'
import { type AgencyFunction, functionOf } from './function.js'
import { PlacesByEnd, type PrefixAt, prefixBefore } from './prefix.js'
import { isContinued, suffixAt } from './suffix.js'

/** An organ without its region: where it stands, and what it is called in full. */
interface Organ {
  start: number
  end: number
  fn: AgencyFunction
  organ: string
  suffix: string
  isFull: boolean
}

const isListSign = charSet('、，,/和与及；; \n')
/** Signs after which an organ without any prefix may begin: 由财政局, 报教育局. */
const isOpening = charSet('由向到经和与及报请按送以')
const LONGEST_WORDS = 24
const isBreak = charSet('的由在对将向被从把给为等、，。；：！？“”《》【】（）() \n\t\r,;:')

/** Organs by the grammar: region, reference or level sign + function + organ suffix. */
export function recognizeLocal(context: TagContext, national: readonly AgencyCandidate[]): AgencyCandidate[] {
  const { source, organisations, places } = context
  const byEnd = new PlacesByEnd(places)
  const inOrganisation = new SpanCursor(organisations)
  const found: AgencyCandidate[] = []
  const organs = context.matches.functions.flatMap(match => organAt(match, source.folded) ?? [])
  const hosts = hostsOf(organs)
  const nationals = new SpanCursor(national)
  for (const organ of longestFirst(organs)) {
    const candidate = prefixed(organ, hosts, byEnd, context) ?? bare(organ, found, nationals, context)
    if (candidate && !inOrganisation.covering(candidate)) found.push(candidate)
  }
  return found
}

function organAt({ start, end, row }: Match<FunctionRow>, folded: string): Organ | undefined {
  const fn = functionOf(row)
  const isFull = folded.slice(start, end) === row.name
  if (fn.suffixes.length === 0) return isContinued(folded, end) ? undefined : { start, end, fn, organ: row.name, suffix: '', isFull }
  const suffix = suffixAt(folded, end, fn.suffixes)
  if (!suffix) return undefined
  return {
    start,
    end: end + suffix.written.length,
    fn,
    organ: row.name + suffix.full,
    suffix: suffix.full,
    isFull: isFull && suffix.written === suffix.full,
  }
}

/** Party committees and governments by the offset that they end at: an organ behind one is its organ. */
function hostsOf(organs: readonly Organ[]): Map<number, Organ> {
  const hosts = new Map<number, Organ>()
  for (const organ of organs) {
    const { id } = organ.fn.row
    if (id === 'party-committee' || id === 'government') hosts.set(organ.end, hosts.get(organ.end) ?? organ)
  }
  return hosts
}

/** Of organs that begin together the longest comes first, so that the others find their place taken. */
const longestFirst = (organs: readonly Organ[]): Organ[] => [...organs].sort((a, b) => a.start - b.start || b.end - a.end)

function prefixed(
  organ: Organ,
  hosts: ReadonlyMap<number, Organ>,
  byEnd: PlacesByEnd,
  { source }: TagContext,
): AgencyCandidate | undefined {
  const { host } = organ.fn
  const holder = hosts.get(organ.start)
  if (host === 'party') {
    if (holder?.fn.row.id !== 'party-committee') return undefined
    return toCandidate(organ, committeePrefix(holder, byEnd, source), 'agency-party')
  }
  if (host === 'committee') return toCandidate(organ, committeePrefix(organ, byEnd, source), 'agency-committee')
  if (host === 'open') return openly(organ, byEnd, source)
  const prefix =
    (holder?.fn.row.id === 'government' ? prefixBefore(holder.start, byEnd, source) : undefined) ?? prefixBefore(organ.start, byEnd, source)
  if (host === 'branch' && !isBareRegion(prefix, organ, byEnd)) return undefined
  return toCandidate(organ, prefix, 'agency-grammar')
}

function toCandidate({ end, fn, organ, isFull }: Organ, at: PrefixAt | undefined, rule: string): AgencyCandidate | undefined {
  if (!at) return undefined
  return { type: 'agency', rule, start: at.start, end, prefix: at.prefix, row: fn.row, organ, isFull }
}

/** 江苏金融监管局, 上海海关: local branches are named after the bare place. */
function isBareRegion(at: PrefixAt | undefined, { start }: Organ, byEnd: PlacesByEnd): boolean {
  if (at?.prefix.kind !== 'region') return false
  const match = byEnd.endingAt(start)[0]
  return match?.places.some(({ stem }) => match.end - match.start <= stem.length) ?? false
}

/** A committee's name begins with the level's sign (省委), so that a region before it stands without its suffix. */
function committeePrefix({ start, end }: Organ, byEnd: PlacesByEnd, source: TagContext['source']): PrefixAt | undefined {
  const sign = source.folded.startsWith('自治', start) ? source.folded.slice(start, start + 3) : source.folded[start]!
  const named = byEnd.chainTo(start) ?? byEnd.chainTo(start + sign.length)
  const prefix = named
    ? { start: named.start, prefix: { kind: 'region', chain: named.chain } as Prefix }
    : prefixBefore(start + sign.length, byEnd, source)
  if (!prefix) return undefined
  const withParty = source.folded.startsWith('中共', prefix.start - 2) ? prefix.start - 2 : prefix.start
  return end > start ? { start: withParty, prefix: prefix.prefix } : undefined
}

/** 广州市|人工智能产业发展|办公室: any words between the region and the name. */
function openly(organ: Organ, byEnd: PlacesByEnd, { codes, folded }: TagContext['source']): AgencyCandidate | undefined {
  for (let at = organ.start; at > Math.max(0, organ.start - LONGEST_WORDS); at--) {
    if (at < organ.start && (isBreak(codes[at]!) || !isHan(codes[at]!))) return undefined
    const named = at < organ.start && byEnd.chainTo(at)
    if (!named) continue
    const words = folded.slice(at, organ.start)
    return {
      type: 'agency',
      rule: 'agency-open',
      start: named.start,
      end: organ.end,
      prefix: { kind: 'region', chain: named.chain },
      row: organ.fn.row,
      organ: words + organ.organ,
      isFull: organ.isFull,
    }
  }
  return undefined
}

/** An organ without a prefix: in a list it has that of the organ before it, elsewhere the issuer's. */
function bare(
  organ: Organ,
  found: readonly AgencyCandidate[],
  nationals: SpanCursor<AgencyCandidate>,
  { source }: TagContext,
): AgencyCandidate | undefined {
  if (organ.fn.host !== 'plain' || organ.suffix === '' || organ.suffix === '部' || organ.end - organ.start < 3) return undefined
  const { codes } = source
  const before = organ.start > 0 ? codes[organ.start - 1]! : 0
  const previous = found.at(-1)
  const isListed = previous !== undefined && previous.end === organ.start - 1 && isListSign(before)
  if (!isListed && isHan(before) && !isOpening(before)) return undefined
  if (nationals.covering(organ) && !isListed) return undefined
  const prefix: Prefix = isListed ? { kind: 'list', of: previous } : { kind: 'none' }
  return toCandidate(organ, { start: organ.start, prefix }, isListed ? 'agency-list' : 'agency-bare')
}
