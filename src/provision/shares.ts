import { matchesOf } from '../text/match.js'
import { parseNumeral } from '../text/numerals.js'
import type { Source, Span } from '../types.js'

/** A share or a ratio as the text states it. */
export interface Share extends Span {
  /** One share, or the two ends of a range. */
  rates?: number[]
  ratio?: [number, number]
  bound?: 'max' | 'min'
  base?: Span
}

const NUMBER = '\\d{1,7}(?:\\.\\d{1,6})?'
const HAN = '[一二三四五六七八九十百零两]{1,5}'
const SHARE = new RegExp(
  `(?<![\\d.:：])(?:(${NUMBER})\\s?[%％]?\\s?[-—–~～至到]{1,2}\\s?(${NUMBER})\\s?[%％]|(${NUMBER})\\s?[%％]|百分之(${HAN}(?:点${HAN})?)|(${HAN})分之(${HAN})|(${NUMBER})[:：∶](${NUMBER})(?![\\d.:：])|(一半|减半)|([一二三四五六七八九\\d])成(?![本立果效员长交功为熟绩品套都人])|(${NUMBER})\\s?‰|((?:(?:贷款市场报价利率)?[（(]?LPR[）)]?|利率)\\s?[减加]\\s?\\d{1,3}个基点(?:以[下上内]|之[下上])的?部分))`,
  'g',
)
/** What a share of a payment stands behind; a share of growth or of a whole does not. */
const BEFORE =
  /(?:的|按照?|比例为?|给予|予以|超过|高于|达到|补助|补贴|奖励|资助|最高|为|以|[减免]|返还|贴息|加计|[缓期缴][征缴交纳]|[费额款入资量价分金本息用失税]|分别|、|和)(?:最高|最多|不超过|不高于|不低于|不少于|约|总计)?\s?$/
const NO_SHARE_BEFORE =
  /(?:增长|增幅|增速|增加|占比?|同比|环比|提高|提升|上浮|下降|降低|达到|达|低于|少于|[一-鿿]率[为达在]*|[利税费]率[为在]?|持股|征收率?)(?:年均|约|超过?|高于|不低于|不少于|不超过|比例|了|至|到){0,2}$/
const LEVIED_AT = '减按'
const NO_SHARE_AFTER =
  /^\s?(?:的部分|(?:及以上|以上|左右)(?!给予|予以)|退坡|递减|递增|的(?![^，,。；]{0,8}(?:奖|补|资助|税率|标准|比例|额度|贴|利息|租金|保费|费))(?:[^，,。；]{0,8}(?:企业|项目|单位|机构|个人|产品)|[，,、]|$))/
const MAX_BEFORE = /(?:最高|最多|至多|不超过|不高于|上限为?|控制在)[^，,。；;、\d]{0,14}$/
const MIN_BEFORE = /(?:不低于|不少于|至少)[^，,。；;、\d]{0,14}$/
const MAX_AFTER = /^\s?(?:的?(?:比例|标准))?(?:以内|以下|封顶|为上限|为限)/
const BEFORE_BASE =
  /[，,、：:（(]|按照?|给予|予以|超过|高于|低于|少于|控制在|择优|[对以](?=其)|分别|(?:补贴|补助|奖励|资助)(?!经费|资金|金?额|款|标准)|返还|减免|减征|承担|缓[征缴交]|[延缓]期?缓?缴纳|最高|为|每[人户次月年天家个亩吨]{1,4}|根据|依据|所(?=缴|付|支)|(?<![缴交支收])[将按]/
const BASE_TAIL = /(?:的?(?:最高|最多|不超过|不高于|不低于|总额的|比例为?|标准|分别|各为?|为|加计))+$|的$/
const BASE_BEHIND = /^的?([^，,。；;、\d的]{0,10}(?:费用|费|租金|利息|税款|成本|税|款|额))(?=[，,。；;、]|$|[补奖资]|给予)/
const LONGEST_BASE = 24
const REACH = 40
/** What the patterns that end at the share span at most. */
const NEAR = 14
const FAR = 20
/** Longer than any share with its numbers. */
const WINDOW = 24

/** Without the noise of binary fractions. */
export const tidy = (value: number): number => Number(value.toPrecision(12))
const numeral = (s: string): number => parseNumeral(s) ?? Number.NaN

/** 展位费按70%补助, 对担保费给予50%补贴: the charge before the preposition or the verb. */
const CHARGE_BEFORE = /([^，,、。；;：:\d]{0,10}(?:费用?|租金|利息))(?:由[^，,。；]{1,10})?(?:按|给予|予以)$/

/** The words that a share is taken of: 按实际销售金额的5% → 实际销售金额. */
function baseBefore(before: string, end: number): Span | undefined {
  const charge = CHARGE_BEFORE.exec(before)
  if (charge) {
    const name = (charge[1] as string).replace(/^.*对/, '')
    const to = end - charge[0].length + (charge[1] as string).length
    return { start: to - name.length, end: to }
  }
  const trimmed = before.replace(BASE_TAIL, '').replace(/的$/, '')
  const tail = trimmed.split(BEFORE_BASE).at(-1) as string
  const base = tail.replace(/^(?:不超过|其|该|最高)+/, '')
  if (base.length < 2 || base.length > LONGEST_BASE || /\d[%％]?$/.test(base)) return undefined
  const from = end - before.length + trimmed.length - base.length
  return { start: from, end: from + base.length }
}

function baseBehind(after: string, start: number): Span | undefined {
  const found = BASE_BEHIND.exec(after)?.[1]?.replace(/^(?:[返退]还|收取|计[算入])/, '')
  if (!found || found.length < 2 || /税率|征收|缴纳/.test(found)) return undefined
  const from = start + after.indexOf(found)
  return { start: from, end: from + found.length }
}

function figuresOf(found: RegExpMatchArray): Pick<Share, 'rates' | 'ratio'> {
  const [, from, to, percent, han, lower, upper, left, right, half, tenths, thousandths] = found
  if (from && to) return { rates: [tidy(Number(from) / 100), tidy(Number(to) / 100)] }
  if (percent) return { rates: [tidy(Number(percent) / 100)] }
  if (han) return { rates: [tidy(numeral(han) / 100)] }
  if (lower && upper) return { rates: [tidy(numeral(upper) / numeral(lower))] }
  if (left && right) return { ratio: [Number(left), Number(right)] }
  if (thousandths) return { rates: [tidy(Number(thousandths) / 1000)] }
  if (tenths) return { rates: [tidy(numeral(tenths) / 10)] }
  return { rates: half ? [0.5] : [] }
}

function boundOf(before: string, after: string): Share['bound'] {
  const near = before.slice(-FAR)
  if (MAX_BEFORE.test(near) || MAX_AFTER.test(after)) return 'max'
  return MIN_BEFORE.test(near) ? 'min' : undefined
}

/** Reads what a sign belongs to; undefined where it is no share of a payment. */
function shareAt({ folded }: Source, found: RegExpMatchArray, from: number, sentence: Span): Share | undefined {
  const to = from + found[0].length
  const before = folded.slice(Math.max(sentence.start, from - REACH), from)
  // LPR减150个基点以下部分: what interest is paid of, and no share of it
  if (found[12] !== undefined) return { start: from, end: to, base: { start: from, end: to } }
  const after = folded.slice(to, Math.min(sentence.end, to + REACH))
  const near = before.slice(-NEAR)
  const halved = found[0] === '减半'
  const isRatio = found[7] !== undefined && /按|比例/.test(before + after.slice(0, 4))
  if (!halved && !isRatio && (NO_SHARE_AFTER.test(after) || !BEFORE.test(near))) return undefined
  if (!halved && NO_SHARE_BEFORE.test(near) && !near.endsWith(LEVIED_AT)) return undefined
  const value = figuresOf(found)
  if (![...(value.rates ?? []), ...(value.ratio ?? [])].every(n => Number.isFinite(n) && n > 0)) return undefined
  const base = value.ratio || halved ? undefined : (baseBefore(before, from) ?? baseBehind(after, to))
  const bound = boundOf(before, after)
  return { start: from, end: to, ...value, ...(bound && { bound }), ...(base && { base }) }
}

/**
 * The shares of payments in a sentence, in order. A share that measures growth, a whole or a condition is none.
 * @param triggers where the sentence has a sign of one
 */
export function sharesIn(source: Source, sentence: Span, triggers: readonly number[]): Share[] {
  const shares: Share[] = []
  let done = sentence.start
  for (const at of triggers) {
    if (at < done) continue
    const offset = Math.max(sentence.start, done, at - WINDOW)
    for (const found of matchesOf(SHARE, source.folded.slice(offset, Math.min(sentence.end, at + WINDOW)))) {
      const from = offset + found.index
      if (from > at + 1) break
      if (from + found[0].length <= at) continue
      const share = shareAt(source, found, from, sentence)
      if (share) shares.push(share)
      done = from + found[0].length
      break
    }
  }
  return shares
}
