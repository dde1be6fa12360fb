import { compareSpans } from '../../span.js'
import type { Source } from '../../types.js'
import type { AgencyCandidate, Prefix } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'
import { SpanCursor } from '../spans.js'
import { departmentStarts } from './named.js'
import { type Organ, toCandidate } from './organ.js'

/** Signs between the members of a list; the last two open a second name: 市发改委(数据管理局). */
const isListSign = charSet('、，,/和与及；; \n(（')
/** Signs after which an organ without any prefix may begin: 由财政局, 报教育局. */
const isOpening = charSet('由向到经报请按送以')
const isLevel = charSet('省市区县州旗镇乡委办')
/** 镇经济发展局（以下简称|经发局. */
const SHORT_FOR = /[（(](?:以下|下)?简?称[“"「]?$/
const SHORT_FOR_LENGTH = 6
const mayCloseShortFor = charSet('称“"「')
/** Words before 局 that make no name of it: 有关局; and what stands for an organ of the centre. */
const GENERIC = /^(?:有关|相关|其他|其它|所属|下属|直属|国家|中国|全国)|简称/

/**
 * Organs without a prefix: in a list they have that of the organ before them, elsewhere the issuer's.
 * `known` are the agencies that stand for themselves, sorted by start; what they cover is passed over.
 */
export function readLists(organs: readonly Organ[], known: readonly AgencyCandidate[], { source }: TagContext): AgencyCandidate[] {
  if (organs.length === 0) return []
  const { codes } = source
  const byEnd = new Map<number, AgencyCandidate>()
  const nationalStarts = new Set<number>()
  for (const candidate of known) {
    byEnd.set(candidate.end, candidate)
    if (candidate.prefix.kind === 'national') nationalStarts.add(candidate.start)
  }
  const previousOf = (start: number): AgencyCandidate | undefined =>
    isListSign(codes[start - 1] ?? 0) ? (byEnd.get(start - 1) ?? shortFor(start, byEnd, source)) : shortFor(start, byEnd, source)
  const taken = new SpanCursor(known)
  const generic = new Set<number>()
  const precedesNational = ({ end }: Organ): boolean => isListSign(codes[end] ?? 0) && nationalStarts.has(end + 1)
  const found: AgencyCandidate[] = []
  for (const organ of organs) {
    if (organ.fn.host === 'named') {
      const candidate = taken.covering(organ) ? undefined : inList(organ, previousOf, source)
      if (!candidate) continue
      byEnd.set(candidate.end, candidate)
      found.push(candidate)
    }
    if (organ.fn.host !== 'plain' || organ.stemEnd === organ.end) continue
    if (organ.stemEnd - organ.start < 2) {
      // 区（县）建委（建设局）: what follows in brackets is another name of what is none
      if (closesLevels(organ.start, codes)) generic.add(organ.end)
      continue
    }
    const inKnown = taken.covering(organ)
    if (inKnown && (inKnown.prefix.kind !== 'national' || inKnown.start !== organ.start || precedesNational(organ))) continue
    const previous = previousOf(organ.start)
    const before = organ.start > 0 ? codes[organ.start - 1]! : 0
    const isPlain = !isHan(before) || isOpening(before)
    if (!previous && (!isPlain || generic.has(organ.start - 1) || closesLevels(organ.start, codes))) {
      generic.add(organ.end)
      continue
    }
    const candidate = toCandidate(organ, { start: organ.start, prefix: prefixOf(previous) }, previous ? 'agency-list' : 'agency-bare')!
    if (previous || !inKnown) byEnd.set(candidate.end, candidate)
    found.push(candidate)
  }
  return found.sort(compareSpans)
}

const prefixOf = (previous: AgencyCandidate | undefined): Prefix => (previous ? { kind: 'list', of: previous } : { kind: 'none' })

/** The agency that a short name in brackets stands for. */
function shortFor(start: number, byEnd: ReadonlyMap<number, AgencyCandidate>, { codes, folded }: Source): AgencyCandidate | undefined {
  if (!mayCloseShortFor(codes[start - 1] ?? 0)) return undefined
  const opening = SHORT_FOR.exec(folded.slice(Math.max(0, start - SHORT_FOR_LENGTH), start))
  return opening ? byEnd.get(start - opening[0].length) : undefined
}

/** 市发改委、|城乡水务局|、…: a department that no row knows, in a list behind another organ; 开发区管委会，|湾里管理局|，…: one named after its place, in any list. */
function inList(
  organ: Organ,
  previousOf: (start: number) => AgencyCandidate | undefined,
  { codes, folded }: Source,
): AgencyCandidate | undefined {
  if (folded[organ.start] !== '局') return undefined
  for (const start of departmentStarts(organ, codes)) {
    if (!isListSign(codes[start - 1] ?? 0)) continue
    const words = folded.slice(start, organ.start)
    if (GENERIC.test(words)) return undefined
    // 各县区、开发区管委会 before it are no single organ whose region it could share
    const listed = previousOf(start)
    const previous = listed?.prefix.kind === 'zone' ? undefined : listed
    if (!previous && !(words.endsWith('管理') && words.length > 3 && isListSign(codes[organ.end] ?? 0))) return undefined
    return toCandidate({ ...organ, organ: words + organ.organ }, { start, prefix: prefixOf(previous) }, 'agency-list')
  }
  return undefined
}

/** 县（市）|财政局, 财政局（委）、|农业局: an organ of every place of a level. */
function closesLevels(start: number, codes: Uint16Array): boolean {
  const at = isListSign(codes[start - 1] ?? 0) ? start - 2 : start - 1
  const isClosing = codes[at] === 0xff09 /* ） */ || codes[at] === 0x29
  return isClosing && at > 0 && isLevel(codes[at - 1]!)
}
