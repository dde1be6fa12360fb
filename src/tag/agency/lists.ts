import type { AgencyCandidate, Prefix } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'
import { SpanCursor } from '../spans.js'
import { type Organ, toCandidate } from './local.js'

/** Signs between the members of a list; the last two open a second name: 市发改委(数据管理局). */
const isListSign = charSet('、，,/和与及；; \n(（')
/** Signs after which an organ without any prefix may begin: 由财政局, 报教育局. */
const isOpening = charSet('由向到经报请按送以')
const isLevel = charSet('省市区县州旗镇乡委办')

/**
 * Organs without a prefix: in a list they have that of the organ before them, elsewhere the issuer's.
 * `known` are the agencies that stand for themselves, sorted by start; what they cover is passed over.
 */
export function readLists(
  organs: readonly Organ[],
  known: readonly AgencyCandidate[],
  { source: { codes } }: TagContext,
): AgencyCandidate[] {
  if (organs.length === 0) return []
  const byEnd = new Map<number, AgencyCandidate>()
  const nationalStarts = new Set<number>()
  for (const candidate of known) {
    byEnd.set(candidate.end, candidate)
    if (candidate.prefix.kind === 'national') nationalStarts.add(candidate.start)
  }
  const taken = new SpanCursor(known)
  const generic = new Set<number>()
  const precedesNational = ({ end }: Organ): boolean => isListSign(codes[end] ?? 0) && nationalStarts.has(end + 1)
  const found: AgencyCandidate[] = []
  for (const organ of organs) {
    if (organ.fn.host !== 'plain' || organ.stemEnd === organ.end || organ.stemEnd - organ.start < 2) continue
    const inKnown = taken.covering(organ)
    if (inKnown && (inKnown.prefix.kind !== 'national' || inKnown.start !== organ.start || precedesNational(organ))) continue
    const before = organ.start > 0 ? codes[organ.start - 1]! : 0
    const previous = isListSign(before) ? byEnd.get(organ.start - 1) : undefined
    const isPlain = !isHan(before) || isOpening(before)
    if (!previous && (!isPlain || generic.has(organ.start - 1) || closesLevels(organ.start, codes))) {
      generic.add(organ.end)
      continue
    }
    const prefix: Prefix = previous ? { kind: 'list', of: previous } : { kind: 'none' }
    const candidate = toCandidate(organ, { start: organ.start, prefix }, previous ? 'agency-list' : 'agency-bare')!
    if (previous || !inKnown) byEnd.set(candidate.end, candidate)
    found.push(candidate)
  }
  return found
}

/** 县（市）|财政局, 财政局（委）、|农业局: an organ of every place of a level. */
function closesLevels(start: number, codes: Uint16Array): boolean {
  const at = isListSign(codes[start - 1] ?? 0) ? start - 2 : start - 1
  const isClosing = codes[at] === 0xff09 /* ） */ || codes[at] === 0x29
  return isClosing && at > 0 && isLevel(codes[at - 1]!)
}
