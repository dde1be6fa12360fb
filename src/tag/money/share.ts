import { parseNumeral } from '../../text/numerals.js'
import type { Source } from '../../types.js'
import { type Group, ownLeft } from './context.js'

export interface Share {
  rate?: number
  base?: string
}

const PERCENT = /(\d+(?:\.\d+)?)\s?[%％]|百分之([一二三四五六七八九十百零点]+)|(?<![\d.])(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)(?![\d.:：])/g
/** A share of a grant stands behind one of these; one of growth or of a whole does not. */
const SHARE_BEFORE = /(?:的|按照?|比例为?|给予|予以|超过|高于|补助|补贴|奖励|资助|最高|为|以|费用|[费额款入资量价分])\s?$/
const NO_SHARE_BEFORE =
  /(?:增长|增幅|增速|占比?|持股|同比|提高|下降|降低|达到|低于|少于|率[为达在]*|[利税费]率[为在]?)(?:比例)?(?:年均|约|不?超过|高于|不低于)?$/
const NO_SHARE_AFTER =
  /^(?:\s?(?:及以上|以上|以下|左右|退坡|递减|递增)|\s?[-—–~至到、和]\s?\d|\s?的(?:[^，,。；]{0,8}(?:企业|项目|单位|机构|个人|产品)|[，,]))/
const GRANT = /按|给予|予以|补助|补贴|奖励|资助|配套|支持|扶持|贴息|减免|奖补|返还/
const BEFORE_BASE = /[，,、]|按照?|给予|予以|超过|高于|低于|少于|控制在|择优/
/** 设备投入（不含税）30%: a remark on the base. */
const NOTE = /[（(][^（）()]{0,12}[）)]$/
const LONGEST_BASE = 24
const BEHIND_REACH = 24

interface Found {
  rate: number
  base?: string
}

const tidy = (value: number): number => Number(value.toPrecision(12))

/** The words that the share is taken of: 按实际销售金额的5% → 实际销售金额. */
function baseBefore(text: string): string | undefined {
  const trimmed = text.replace(/(?:的?(?:最高|不超过|不高于|比例|标准))+$/, '').replace(/的$/, '')
  const base = (trimmed.split(BEFORE_BASE).at(-1) as string).replace(/^(?:不超过|其|该|最高)+/, '')
  return base.length >= 2 && base.length <= LONGEST_BASE ? base : undefined
}

function sharesIn(text: string): Found[] {
  const shares: Found[] = []
  PERCENT.lastIndex = 0
  for (let found = PERCENT.exec(text); found; found = PERCENT.exec(text)) {
    const before = text.slice(0, found.index).replace(NOTE, '')
    const after = text.slice(found.index + found[0].length)
    if (NO_SHARE_BEFORE.test(before) || NO_SHARE_AFTER.test(after) || !SHARE_BEFORE.test(before)) continue
    const [, percent, han, left, right] = found
    const rate = left && right ? Number(right) / Number(left) : Number(percent ?? parseNumeral(han as string)) / 100
    const base = left ? undefined : baseBefore(before)
    if (Number.isFinite(rate) && rate > 0) shares.push({ rate: tidy(rate), ...(base && { base }) })
  }
  return shares
}

/**
 * The share that an amount caps, from the sentence before it, else from the clause behind it (最高500万元，且不超过总投资的30%).
 * Nothing where several shares are stated, since none of them is the one.
 */
export function shareOf(source: Source, group: Group): Share {
  const before = ownLeft(source, group)
  if (/[%％:：∶]|百分之/.test(before) && GRANT.test(before)) {
    const shares = sharesIn(before)
    if (shares.length > 0) return shares.length === 1 ? (shares[0] as Found) : {}
  }
  const behind = group.right.slice(0, BEHIND_REACH)
  if (!/[%％]/.test(behind)) return {}
  const at = behind.search(/不超过|不高于|比例/)
  const shares = at < 0 || at > 10 || /元/.test(behind) ? [] : sharesIn(behind)
  return shares.length === 1 ? (shares[0] as Found) : {}
}
