import type { Source, Span } from '../../types.js'
import { passBlanks } from '../figure/numeral.js'

/** Where 元 is left out, money is plainly meant only between words of money. */
const MONEY_BEFORE =
  /(?:收入|营收|产值|增加值|GDP|总值|营业额|销售额|交易额|成交额|纳税额|税额|税收|利润|投资额?|资金|资本|注册资本|资产|贷款|额度|限额|总额|金额|奖金|罚款|价格|租金|保费|补助|补贴|奖励|资助|扶持|支持|经费|融资|授信|奖池|年薪|工资|预算|给予|予以|票房|嘉奖|工资|赔偿|补偿|再补|另补|再奖|[等胜]奖)(?:[了达到至超过突破近约为在共计仅高于低不少得最多可以一次性每人年月户个家名企业项目≥≤＞＜>< 　的累总上逾破分别：:]|单个|原则上){0,12}$/
const MONEY_AFTER =
  /(?:以上)?的?(?:重大|工业|产业)?(?:项目|税源)|[≤≥<>＜＞＝=](?:年度?|上年度?)?(?:营业|销售|收入|纳税|产值|投资)|(?:元?的)?(?:一次性|现金|专项|创业|生活|住房|购房|安家|落地|启动|研发|项目|建设|配套)?(?:奖励|奖金|补助|补贴|资助|资金|扶持|支持|贷款|罚款|经费|安家费|资助金|补偿|配套|津贴|启动金|年薪|授信|投资款)/y
/** 补助建站单位30万: a verb of giving and its receiver. */
const GIVEN = /(?:给予|奖励|补助|补贴|资助|发放|支付|拨付|拨款|罚)(?![^，]*(?:就业|面积|数量|用户|增长))[\u4e00-\u9fff]{0,10}$/
/** Counters and measures: what follows is a number of things. */
const COUNTED =
  /[人户个家亩吨平公千米辆台套件名条头只株次座处所项册张份例位枚伏瓦立升卡桶标箱度倍股种棵床年月日天字盏尾羽篇km㎡㎥°%％kWmMGT多余级]|大卡|蒸吨|词元/y
const NOTE = /[（(][^（）()]{0,12}[）)]/y
const WINDOW = 24

/**
 * Whether a numeral with a big unit (30万, 1.5亿), and no unit of money behind it, is an amount of money.
 * @param listed it goes on with a list of amounts, so that only a counter behind it speaks against
 */
export function isPlainMoney({ folded, codes }: Source, numeral: Span & { scale: number }, end: number, listed = false): boolean {
  if (numeral.scale < 1e4) return false
  let at = passBlanks(codes, end)
  NOTE.lastIndex = at
  if (NOTE.test(folded)) at = NOTE.lastIndex
  MONEY_AFTER.lastIndex = at
  if (MONEY_AFTER.test(folded)) return true
  COUNTED.lastIndex = at
  if (COUNTED.test(folded)) return false
  if (listed) return true
  const before = folded.slice(Math.max(0, numeral.start - WINDOW), numeral.start)
  return MONEY_BEFORE.test(before) || GIVEN.test(before)
}
