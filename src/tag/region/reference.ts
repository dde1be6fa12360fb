import type { Source } from '../../types.js'
import type { LevelSign, RegionCandidate } from '../candidate.js'
import { charSet } from '../chars.js'

const isPointer = charSet('该本我全')
const isSign = charSet('省市区县州盟旗')
/** Signs before a pointer that make another word of it: 成本, 安全, 应该. */
const NOT_POINTERS: Readonly<Record<string, string>> = {
  该: '应活',
  本: '成资基根样版书文原课剧副亏蚀保还工一',
  我: '自',
  全: '安完健齐周保双不成',
}
const CONTINUATIONS: Readonly<Record<string, string>> = { 省: '级会', 市: '场值级', 区: '域块间级划位', 县: '域级', 州: '级县' }

/** 自 of 自治区. */
const SELF = 0x81ea

/** 该省, 本市, 我县, 全区. */
export function findReferences({ codes, folded }: Source): RegionCandidate[] {
  const found: RegionCandidate[] = []
  for (let i = 0; i + 1 < codes.length; i++) {
    if (!isPointer(codes[i]!)) continue
    const isAutonomous = codes[i + 1] === SELF && folded[i + 2] === '治' && folded[i] !== '全'
    const at = isAutonomous ? i + 3 : i + 1
    if (at >= codes.length || !isSign(codes[at]!)) continue
    const pointer = folded[i]!
    const sign = folded[at]!
    if (i > 0 && NOT_POINTERS[pointer]!.includes(folded[i - 1]!)) continue
    if (CONTINUATIONS[sign]?.includes(folded[at + 1] ?? ' ')) continue
    found.push({
      type: 'region',
      rule: 'region-reference',
      start: i,
      end: at + 1,
      places: [],
      reference: { sign: folded.slice(i + 1, at + 1) as LevelSign, nearest: pointer === '该', isOwn: pointer === '我' || pointer === '本' },
    })
  }
  return found
}
