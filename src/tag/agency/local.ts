import type { Match } from '../../lexicon/gazetteer.js'
import type { FunctionRow } from '../../lexicon/tables.js'
import type { Source } from '../../types.js'
import type { AgencyCandidate, Prefix } from '../candidate.js'
import { charSet } from '../chars.js'
import type { TagContext } from '../context.js'
import { functionOf } from './function.js'
import { departmentStarts } from './named.js'
import { openly } from './open.js'
import { type Organ, toCandidate } from './organ.js'
import { type PrefixAt, PrefixReader } from './prefix.js'
import { isContinued, suffixAt } from './suffix.js'
import { withTail } from './tail.js'
import { township } from './township.js'

/** Signs behind 市 or 省 that begin no function: 市|场, 省|级. */
const beginsOther = charSet('场级直属内外域和与及')
/** 第二十一届, 九届 before an organ; blanks or the end of a line may stand in it. */
const SESSION = /\s?第?\s?[〇一二三四五六七八九十百\d]{1,5}\s?届\s{0,2}$/
const LONGEST_SESSION = 12
const CLOSES_SESSION = 0x5c4a
const isBlank = charSet(' \n\r\u3000')

/** Organs with a prefix, by the grammar: region, reference or level sign + function + organ suffix; and those without one, for lists. */
export function readOrgans(context: TagContext): { prefixed: AgencyCandidate[]; bare: Organ[] } {
  const reader = new PrefixReader(context)
  const organs = readOrgansAt(context)
  const hosts = hostsOf(organs)
  const prefixed: AgencyCandidate[] = []
  const bare: Organ[] = []
  for (const organ of organs) {
    const candidate = withPrefix(organ, hosts, reader, context)
    if (candidate) prefixed.push(candidate)
    else bare.push(organ)
  }
  return { prefixed, bare }
}

/** Sorted by start; of organs that begin together the longest comes first, of two readings of one name the local branch: what is found first stays. */
function readOrgansAt({ matches, source }: TagContext): Organ[] {
  const organs: Organ[] = []
  for (const match of matches.functions) {
    const organ = organAt(match, source)
    if (!organ) continue
    // matches come sorted by start, so that only those of one start change places
    let at = organs.length
    for (; at > 0 && organs[at - 1]!.start === organ.start && precedes(organ, organs[at - 1]!); at--) organs[at] = organs[at - 1]!
    organs[at] = organ
  }
  return organs
}

const precedes = (organ: Organ, other: Organ): boolean =>
  organ.end > other.end || (organ.end === other.end && organ.fn.host === 'branch' && other.fn.host !== 'branch')

function organAt({ start, end, row }: Match<FunctionRow>, { folded }: Source): Organ | undefined {
  const fn = functionOf(row)
  if (fn.suffixes.length === 0) {
    if (isContinued(folded, end)) return undefined
    return { start, end, stemEnd: end, fn, organ: row.name, isFull: isWritten(row.name, start, end, folded) }
  }
  const suffix = suffixAt(folded, end, fn.suffixes)
  if (!suffix) return undefined
  return {
    start,
    end: end + suffix.written.length,
    fn,
    organ: row.name + suffix.full,
    stemEnd: end,
    isFull: suffix.written === suffix.full && isWritten(row.name, start, end, folded),
  }
}

const isWritten = (name: string, start: number, end: number, folded: string): boolean =>
  name.length === end - start && folded.startsWith(name, start)

/** Party committees and governments by the offset that they end at: an organ behind one is its organ. */
function hostsOf(organs: readonly Organ[]): Map<number, Organ> {
  const hosts = new Map<number, Organ>()
  for (const organ of organs) {
    if (organ.fn.holds && !hosts.has(organ.end)) hosts.set(organ.end, organ)
  }
  return hosts
}

function withPrefix(
  organ: Organ,
  hosts: ReadonlyMap<number, Organ>,
  reader: PrefixReader,
  context: TagContext,
): AgencyCandidate | undefined {
  const { source } = context
  const { host } = organ.fn
  const holder = hosts.get(organ.start)
  switch (host) {
    case 'party':
      return holder?.fn.holds === 'committee' ? toCandidate(organ, committeePrefix(holder, reader, source), 'agency-party') : undefined
    case 'committee':
      return toCandidate(organ, committeePrefix(organ, reader, source), 'agency-committee')
    case 'open':
      return openly(organ, reader, context)
    case 'named': {
      const candidate = named(organ, reader, source)
      return candidate && withTail(candidate, context)
    }
    case 'township':
      return township(organ, hosts, reader, context)
    case 'branch':
      return toCandidate(organ, bareRegion(organ, reader), 'agency-grammar')
    default: {
      const behind = holder?.fn.holds === 'government' ? reader.before(holder.start) : undefined
      const candidate = toCandidate(organ, behind ?? reader.before(sessionStart(organ, source)), 'agency-grammar')
      return candidate && withTail(candidate, context)
    }
  }
}

/** 省|第十一届|人民代表大会: where the number of the session begins that stands before an organ, else where the organ begins. */
function sessionStart({ start }: Organ, { codes, folded }: Source): number {
  let end = start
  while (start - end < 2 && isBlank(codes[end - 1] ?? 0)) end--
  if (codes[end - 1] !== CLOSES_SESSION) return start
  const session = SESSION.exec(folded.slice(Math.max(0, start - LONGEST_SESSION), start))
  return session ? start - session[0].length : start
}

/** 乡|村会客|厅, 乡|镇和教育|局: a town has no such organs, and only a province has a 厅. */
const isTownOrWord = (organ: Organ, prefix: Prefix): boolean =>
  prefix.kind === 'reference' && (prefix.sign === '乡' || (organ.fn.row.name === '厅' && prefix.sign !== '省' && prefix.sign !== '自治区'))

/** 市|城乡水务|局: a department whose function no row knows, by its suffix. */
function named(organ: Organ, reader: PrefixReader, { codes, folded }: Source): AgencyCandidate | undefined {
  for (const at of departmentStarts(organ, codes)) {
    if (folded.startsWith('国家', at)) return undefined
    const prefix = beginsOther(codes[at]!) ? undefined : reader.before(at)
    if (prefix && !isTownOrWord(organ, prefix.prefix))
      return toCandidate({ ...organ, organ: folded.slice(at, organ.start) + organ.organ }, prefix, 'agency-named')
  }
  return undefined
}

/** 江苏金融监管局, 上海海关: local branches are named after the bare place. */
function bareRegion({ start }: Organ, reader: PrefixReader): PrefixAt | undefined {
  const named = reader.chainTo(start)
  if (!named?.last.places.some(({ stem }) => named.last.end - named.last.start <= stem.length)) return undefined
  return { start: named.start, prefix: { kind: 'region', chain: named.chain } }
}

/** A committee's name begins with the level's sign (省委), so that a region before it stands without its suffix. */
function committeePrefix({ start }: Organ, reader: PrefixReader, { folded }: TagContext['source']): PrefixAt | undefined {
  const sign = folded.startsWith('自治', start) ? 3 : 1
  const named = reader.chainTo(start) ?? reader.chainTo(start + sign)
  const at = named ? { start: named.start, prefix: { kind: 'region', chain: named.chain } as Prefix } : reader.before(start + sign)
  return at && (folded.startsWith('中共', at.start - 2) ? { ...at, start: at.start - 2 } : at)
}
