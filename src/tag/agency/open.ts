import type { AgencyCandidate } from '../candidate.js'
import { charSet, isHan } from '../chars.js'
import type { TagContext } from '../context.js'
import { type Organ, toCandidate } from './organ.js'
import type { PrefixAt, PrefixReader } from './prefix.js'

/** Words between a region, or the sign of a level, and an open name (办公室) that are read at most. */
const LONGEST_WORDS = 24
const LONGEST_BEHIND_SIGN = 14
const isBreak = charSet('的由在对将向被从把给为等各和或、，。；：！？“”《》【】（）() \n\t\r,;:')
/** Signs behind 市 or 省 that begin no function: 市|场, 省|级. */
const beginsOther = charSet('场级直属内外域和与及委政辖区县')
/** What the name of an organ of the centre begins with that is called after its task: 国家粮食应急工作指挥部. */
const CENTRES = ['国务院', '国家', '全国', '中央']
/** Words of a sentence about an organ, which its name does not contain: 市政府成立领导小组. */
const SENTENCE_WORDS = new Set(
  '成立 设立 建立 组建 召开 牵头 会同 负责 参加 组成 担任 健全 完善 加强 设在 下设 通过 报送 报请 提交 承担 有关 相关 各类 统一 专门 部门 同意'.split(
    ' ',
  ),
)

/** The office of an organ belongs to the organ's own name: 发改委|办公室. */
const OFFICE = '办公室'
const endsOrgan = charSet('局委厅署')

/** 广州市|人工智能产业发展|办公室, 市|住房保障|办公室, 国家|粮食应急工作|指挥部: any words between the region and the name. */
export function openly(organ: Organ, reader: PrefixReader, { source: { codes, folded }, words }: TagContext): AgencyCandidate | undefined {
  if (folded.startsWith(OFFICE, organ.start) && endsOrgan(codes[organ.start - 1] ?? 0)) return undefined
  let signed: { at: number; prefix: PrefixAt } | undefined
  for (let at = organ.start - 1; at > Math.max(0, organ.start - LONGEST_WORDS); at--) {
    if (isBreak(codes[at]!) || !isHan(codes[at]!) || SENTENCE_WORDS.has(folded.slice(at, at + 2))) break
    const named = reader.chainTo(at)
    if (named) return open(organ, at, { start: named.start, prefix: { kind: 'region', chain: named.chain } }, folded)
    if (organ.start - at < 2) continue
    const centre = CENTRES.find(centre => folded.endsWith(centre, at) && !words.cuts(at - centre.length))
    if (centre) {
      const start = at - centre.length
      return open(organ, start, { start, prefix: { kind: 'national' } }, folded)
    }
    const prefix = organ.start - at > LONGEST_BEHIND_SIGN || beginsOther(codes[at]!) ? undefined : reader.signBefore(at)
    if (prefix) signed = { at, prefix }
  }
  return signed && open(organ, signed.at, signed.prefix, folded)
}

const open = (organ: Organ, at: number, prefix: PrefixAt, folded: string): AgencyCandidate | undefined =>
  toCandidate({ ...organ, organ: folded.slice(at, organ.start) + organ.organ }, prefix, 'agency-open')
