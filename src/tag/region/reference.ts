import type { Source } from '../../types.js'
import type { LevelSign, RegionCandidate } from '../candidate.js'
import { charSet, isHan, pairSet } from '../chars.js'
import { beginsOwnWord } from './matches.js'

const POINTERS = '该本我全'
/** Signs before one character of a place's name: 来温, 驻潍. */
const TAKE_SIGN = '来在赴驻留返离'
const opens = charSet(POINTERS + TAKE_SIGN)
const isPointer = charSet(POINTERS)
const isSign = charSet('省市区县州盟旗')
/** Signs before a pointer that make another word of it: 成本, 安全, 应该. */
const belongsBefore = pairSet({ 该: '应活', 本: '成资基根样版书文原课剧副亏蚀保还工一', 我: '自', 全: '安完健齐周保双不成' })
/** 完成|全市: the sign before the pointer ends a verb; 成全 is a word. */
const endsVerb = pairSet({ 成: '完建形达促组' })
/** Signs of a level, and those behind it that make another word of it. */
const isContinued = pairSet({ 省: '级会', 市: '场值级', 区: '域块间级划位', 县: '域级', 州: '级县' })

/** 自 of 自治区. */
const SELF = 0x81ea
/** Words behind the character of a name that tell that it is one: 来温投资, 驻潍高校. */
const BEHIND_SIGN =
  /^(?:投资|创业|就业|工作|旅游|落户|发展|企业|高校|院校|单位|机构|务工|生活|办学|参会|参展|游客|人员|人才|注册|经营|设立|过年|央企|开展|举办|创新|各单|各高|单位|部队|中央|国有|中直|省直|省属|军警)/

/** 该省, 本市, 我县, 全区; 来温, 驻潍. */
export function findReferences(source: Source): RegionCandidate[] {
  const { codes } = source
  const found: RegionCandidate[] = []
  for (let i = 0; i + 1 < codes.length; i++) {
    if (!opens(codes[i]!)) continue
    const candidate = isPointer(codes[i]!) ? readPointer(i, source) : readSign(i + 1, source)
    if (candidate) found.push(candidate)
  }
  return found
}

function readPointer(start: number, { codes, folded }: Source): RegionCandidate | undefined {
  const isAutonomous = codes[start + 1] === SELF && folded[start + 2] === '治' && folded[start] !== '全'
  const at = isAutonomous ? start + 3 : start + 1
  if (at >= codes.length || !isSign(codes[at]!)) return undefined
  if (start > 0 && belongsBefore(codes[start]!, codes[start - 1]!) && !endsVerb(codes[start - 1]!, codes[start - 2] ?? 0)) return undefined
  if (at + 1 < codes.length && isContinued(codes[at]!, codes[at + 1]!) && !beginsOwnWord(codes[at + 1]!, codes[at + 2] ?? 0))
    return undefined
  const pointer = folded[start]!
  const sign = folded.slice(start + 1, at + 1) as LevelSign
  const reference = { sign, nearest: pointer === '该', isOwn: pointer === '我' || pointer === '本' }
  return { type: 'region', rule: 'region-reference', start, end: at + 1, places: [], reference }
}

/** Signs that make a word with 来 or 在, or with what stands behind: 在新发展格局, 来华投资, 赴台旅游. */
const isNoSign = charSet('新台华中大外内国此其本该各我全同')

const readSign = (start: number, { codes, folded }: Source): RegionCandidate | undefined =>
  isHan(codes[start]!) && !isNoSign(codes[start]!) && BEHIND_SIGN.test(folded.slice(start + 1, start + 3))
    ? { type: 'region', rule: 'region-sign', start, end: start + 1, places: [], sign: folded[start]! }
    : undefined
