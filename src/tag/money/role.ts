import type { MoneyRole, Source } from '../../types.js'
import type { Limit } from '../figure/limit.js'
import { type Group, ownLeft, widerLeft } from './context.js'
import { namesGrant, nearestSense, type Sense } from './words.js'

const NOTE = '(?:[（(][^（）()]{0,24}[）)])?'
const RATE = '(?:[/·][\\u4e00-\\u9fff]{1,3}){0,2}'
const BEHIND = `^${NOTE}(?:人民币)?${RATE}(?:及?以[上下内]|左右|不等|封顶)?${NOTE}`
const FILLER =
  '(?:的|标准|人民币|一次性|现金|专项|财政|资金|项目|启动|科研|研发|建设|经营|运营|创业|创新|生活|住房|购房|租房|综合|年度|[市省区县]级|等额|相应|事后|最高|贷款(?=贴息)|租金(?=补)|担保费(?=补)|放映|参展|就业|培训|岗位|物流|实习|见习|交通|高龄|护理|生育|育儿|交流|流动资金(?=贷款贴息)|“[^”]{1,8}”|配套(?=奖|补|资)){0,4}'
const GRANT = '奖励|奖补|奖金|补助|补贴|资助|扶持|支持|贴息|减免|津贴|补偿|救助|嘉奖'

/** 以下补贴2000元: a grant whose own amount follows is no attribute of this one. */
const NEXT_AMOUNT = '(?:企业|资金|每[人户家个亩])?[\\d一二三四五六七八九十]'

/** The noun that an amount is an attribute of: 50万元奖励, 最高300万元的一次性资金支持, 处5万元以下的罚款. */
const HEADS: [MoneyRole, RegExp][] = [
  ['penalty', new RegExp(`${BEHIND}[^，,。；、]{0,5}(?:罚款|罚金)`)],
  ['finance', new RegExp(`${BEHIND}的[^，,。；、]{0,16}(?:资金池|引导基金|贷款|担保)(?!贴息|费)`)],
  [
    'support',
    new RegExp(`${BEHIND}(?:的?(?:标准|额度|限额|金额))?(?:给予|予以|进行|发放|安排|核定)[^，,。；、贷担]{0,10}(?:${GRANT}|配套资金)`),
  ],
  [
    'support',
    new RegExp(
      `${BEHIND}${FILLER}(?:(?:${GRANT}|配套|经费|安家费|[\\u4e00-\\u9fff]{0,3}(?<![证债])券|红包|奖学金)(?!${NEXT_AMOUNT})|奖(?=[，。；,]|$)|资金(?=支持|扶持|补助|奖励|资助|[，。；,]|用于))`,
    ),
  ],
  ['support', new RegExp(`${BEHIND}的[^，,。；、]{0,10}(?:专项|财政|引导|扶持|补助|奖励|发展|帮扶|补偿)资金`)],
  [
    'finance',
    new RegExp(
      `${BEHIND}(?:的)?[^，,。；、的企项]{0,10}(?:贷款(?!贴息|利息|风险补)|授信|担保(?!费补|费用补)|信贷|债券|基金|保险(?!补贴|费补)|融资|保额|保障(?=$|[，。；])|股权投资|信用额度|借款|风险补偿金)`,
    ),
  ],
  ['price', new RegExp(`${BEHIND}(?:的)?[^，,。；、的]{0,6}(?:租金|价格|收费|费用|工资|学费|门票|押金|工本费|保证金)(?!补|减|奖|总额)`)],
]

const ENTITY =
  '(?:企业|项目|单位|机构|个人|主体|公司|团队|工程|园区|合作社|农场|产品|订单|合同|家庭|商户|平台|大户|基地|投资者|纳税人|养殖场|技术交易|品牌|门店|人[员才]|银行|医院|设备|品种|活动|展会|影片|地区|[村县镇]|旅行社|业务|占比|小微|中小|民营|法人|重大|重点)'
/** A receiver or the end of the clause behind 的 makes a condition: 超过2000万元的企业, 达到100亿元的，. */
const CONDITION = new RegExp(
  `${BEHIND}(?:的(?=$|[，,、；;：:。（(]|按|给予|予以|可|由|每|一次性|奖|补|应|须|需|不|均|分别|以及|或|且|视|经|实行|享受|优先|其|部分)|的[^奖补资扶贷担罚，,。；]{0,10}${ENTITY}|${ENTITY}|时(?=[，,]))`,
)
/** So does a receiver, or a grant with an amount of its own, right behind 以上 and 以下: 1亿元以上重大项目, 10万元以下补贴2000元. */
const CONDITION_BEHIND_CUE = new RegExp(
  `^${NOTE}${RATE}及?以[上下]${NOTE}(?:[^奖补资扶贷担罚，,。；、的]{0,6}${ENTITY}|[^奖补资扶贷担罚，,。；、]{1,8}的(?=[，,])|(?:${GRANT})${NEXT_AMOUNT}|[且并或、][^，,。；;]{0,30}的(?![^，,。；]{0,10}(?:贷款|担保|授信|融资)))`,
)
/** 10万元-20万元补贴3000元, 10万元以上20万元以下补贴3000元: a span of prices that each get their grant. */
const GRANT_OF_ITS_OWN = new RegExp(`^${NOTE}(?:以下${NOTE})?的?(?:${GRANT})${NEXT_AMOUNT}`)
/** 500万元以上（含500万元） says the same amount again. */
const SAID_AGAIN = /[（(]不?含$/
/** 产值每新增1000万元奖励2万元: the step that is paid for. */
const STEP = /每(?:新增|增加|满|达到|提高)$/
/** A plain amount is a condition only where it has to be reached or a receiver is picked: 总投资120亿元的项目 is none. */
const SELECTIVE = /(?:达到?|满|实现|完成|超过|突破|以上|以下)$|^(?:对|凡|获)/
/** 单户担保金额500万元及以下的 limits who is served, 当…资金总额超过…时 when. */
const CASE =
  /^(?:当(?![年地月日季期前])|若|如果)(?!.*(?:给予|奖励|补助|补贴))|单[户笔]?[^，,]{0,6}(?:担保|贷款|授信)(?:金额|余额|额度)?(?:不超过|在|低于|达到)?$|单[户笔]$/
/** 年薪应当在30万元以上. */
const OBLIGED = /(?:应当?|须|必须|需)(?:在|达到?|满|为|有|具有|不低于|不少于)/
const SIGN = /[≤≥<>＜＞≦≧]/
/** The next clause grants something: 达到30万元以上，一次性给予10万元奖励. */
const GRANT_FOLLOWS =
  /^[^，,。；;]{0,12}[，,](?:[^，,。；;]{0,14}[，,])?(?:[^，,。；;]{0,12}(?:给予|予以|奖励|补助|补贴|享受|实行|优先)|按|每)/
/** Words that tell of goals and results; without them a bounded figure is a requirement. */
const GOAL =
  /力争|目标|[到至](?:20\d\d|二[〇○零])|十[三四五]五|突破|实现|完成|形成|打造|建成|撬动|带动|拉动|吸引|同比|预计|截至|[全我](?:市|省|县|区|国)|年均|确保|推动|新增|累计|去年|迈上|损失|培育|将达|节约|降低|涉及|引进|排在|为企业|超$/
const REQUIREMENT =
  /注册资[本金]|实缴|净资产|应当|应有|须|申报|申请|具有|具备|条件|上年|上一年|近[三两一\d]年|最近|连续|年度|单[户个笔]|单位|家庭|人均|低于|不足|不少于|[≥≤＜＞<>]/
/** A figure of the years before that has to be reached. */
const RECENT = /近[一二三两\d]年|上一?年度?/
/** 一等奖：年出口超过1亿元, 第一档：产值5亿元以上: what a prize or a class is given for. */
const CLASS_OPENS = /(?:[奖档]|[一二三四五甲乙丙]类|[一二三四五]级)[:：][^:：]*$/
/** Above this a figure belongs to a place or a sector rather than to one firm. */
const REGIONAL = 5e9

/** 发放5万元以下、3年期以内的贷款: the verb says that money is given, what follows that it is lent. */
const GIVES = /(?:发放|提供|投放|新增|给予)[^，,]{0,6}$/
const LENT = /^[^，,。；;]{0,24}(?:贷款|授信|融资担保|信贷)/
const GRANTED_BEHIND = /给予|予以|补助|奖励|补贴/
/** 按…50元/吨, 每平方米最高10元: a rate to pay by, whatever a heading before it wants to lower, unless it is levied. */
const PAID_BY = /按|每/
const LEVIED = /[征收缴罚]/
const isPaidRate = ({ clauseLeft, clauseRight }: Group, { bound }: Limit): boolean =>
  bound !== 'min' && PAID_BY.test(clauseLeft) && !LEVIED.test(clauseRight)

/** A comma or a stop right behind the amount: nothing there says what it is. */
const ENDS_HERE = /^(?:$|[，,。；;、：:\n])/

/** 安排2亿元产业发展专项资金: money that is set aside, for what stands between it and its noun. */
const SETS_ASIDE = /(?:设立|安排|筹集|统筹|整合|落实)(?:总?规模|不少于|不低于|超过?|[约近])?$/
const SET_ASIDE = /^[^，,。；;、]{0,24}(?:专项|引导|扶持|发展|补助|奖励|奖补|帮扶)资金/

function headOf({ clauseLeft, clauseRight }: Group): MoneyRole | undefined {
  if (SETS_ASIDE.test(clauseLeft) && SET_ASIDE.test(clauseRight)) return 'support'
  return HEADS.find(([, pattern]) => pattern.test(clauseRight))?.[0]
}

const isSign = (folded: string, { cue }: Limit): boolean => cue !== undefined && SIGN.test(folded.charAt(cue.start))

const isBounded = (limit: Limit): boolean => limit.bound === 'min' || limit.bound === 'max'

const closesCondition = ({ clauseLeft, right, amounts }: Group, plain: boolean): boolean =>
  CONDITION_BEHIND_CUE.test(right) ||
  (amounts[0]?.range === true && GRANT_OF_ITS_OWN.test(right)) ||
  (CONDITION.test(right) && (!plain || SELECTIVE.test(clauseLeft)))

function isCondition({ folded }: Source, group: Group, limit: Limit, sense: Sense | undefined): boolean {
  const plain = limit.bound === 'exact' || limit.bound === 'about'
  if (STEP.test(group.clauseLeft)) return true
  if (!ENDS_HERE.test(group.right) && closesCondition(group, plain)) return true
  if (!isBounded(limit)) return false
  if (isSign(folded, limit) || (sense !== 'support' && OBLIGED.test(group.clauseLeft))) return true
  return sense === 'total' && GRANT_FOLLOWS.test(group.right)
}

/** A figure is a condition where the text asks for it, a target where it is aimed at or reported. */
function figureRole(group: Group, limit: Limit): MoneyRole {
  if (!isBounded(limit) && limit.bound !== 'range') return 'target'
  if (limit.bound === 'min' && (RECENT.test(group.clauseLeft) || CLASS_OPENS.test(group.left))) return 'threshold'
  if (GOAL.test(group.clauseLeft)) return 'target'
  if (REQUIREMENT.test(group.left)) return 'threshold'
  return GOAL.test(group.left) || (group.amounts[0]?.high ?? 0) >= REGIONAL ? 'target' : 'threshold'
}

/** 投资3000万元建设冷库: a project and what it costs, by the verb behind the amount. */
const INVESTED = /投资[约近超]?$/
const BUILDS = /^(?:左右|以上)?(?:[，,]|的)?(?:建设|新建|改建|扩建|兴建|建成|改造|打造|修建|修缮|完成|实施)/

function roleOfSense(sense: Sense, group: Group, limit: Limit): MoneyRole {
  if (sense === 'total' || sense === 'weak') return figureRole(group, limit)
  if (sense === 'finance' && BUILDS.test(group.right) && INVESTED.test(group.clauseLeft)) return figureRole(group, limit)
  return sense === 'support' && GIVES.test(group.clauseLeft) && LENT.test(group.clauseRight) ? 'finance' : sense
}

/** 最高, 累计, 单个项目, 同一企业: a clause that caps something and does not say what. */
const BARE_CAP = /最高|最多|累计|合计|总计|总额|上限|限额|原则上|^(?:但|且|并|其中)?(?:不超过?|不得超过)?$/
const RECEIVER = /(?:同一|单[个家项]|每[个家户项人年]|全年|年度)[^，,]{0,20}$/
/** Figures that a cap of the same sentence may limit instead. */
const LIMITED = /收入|营收|产值|税|利润|资产|面积|标的|合同|价/

/** 同一企业每年累计不超过400万元 limits what was granted before, in its sentence or in those above. */
const capsGrant = (group: Group, { bound }: Limit): boolean =>
  bound === 'max' &&
  !LIMITED.test(group.clauseLeft) &&
  ((BARE_CAP.test(group.clauseLeft) && namesGrant(group.left)) || RECEIVER.test(group.clauseLeft))

/** What the sentence says where the clause is silent (总额最高不超过3万元). */
function roleOfSentence(source: Source, group: Group, limit: Limit, previous: MoneyRole | undefined, weak: boolean): MoneyRole {
  const own = nearestSense(ownLeft(source, group))
  if (own === 'support' && previous === 'finance') return own
  if (previous && previous !== 'threshold' && previous !== 'other') return previous
  const sense = nearestSense(group.left)
  if (sense && sense !== 'total' && sense !== 'weak') return roleOfSense(sense, group, limit)
  if (previous !== 'threshold' && capsGrant(group, limit)) return 'support'
  if ((weak || isPaidRate(group, limit)) && GRANTED_BEHIND.test(group.right)) return 'support'
  if (previous === 'threshold') return 'threshold'
  const around = nearestSense(widerLeft(source, group))
  if (weak && around === 'finance') return 'finance'
  if (sense || GOAL.test(group.clauseLeft)) return figureRole(group, limit)
  return around === 'total' || around === 'weak' ? 'target' : (around ?? 'other')
}

/**
 * What an amount does. In this order: the case that it sets, the noun that it is an attribute of, the condition that it
 * closes, the nearest word that governs it in its clause, the amount before it, the rest of the sentence.
 * @param previous role of the amount before it in the same sentence
 */
export function roleOf(source: Source, group: Group, limit: Limit, previous: MoneyRole | undefined): MoneyRole {
  if (previous && SAID_AGAIN.test(group.clauseLeft)) return previous
  if (isBounded(limit) && CASE.test(group.clauseLeft)) return 'threshold'
  const head = ENDS_HERE.test(group.right) ? undefined : headOf(group)
  if (head) return head
  const sense = nearestSense(group.clauseLeft)
  if (isCondition(source, group, limit, sense)) return 'threshold'
  return sense && sense !== 'weak' ? roleOfSense(sense, group, limit) : roleOfSentence(source, group, limit, previous, sense === 'weak')
}

/** Between two conditions of one list: 投资额在5000万元以上或累计达1.5亿元以上的企业. */
const JOINED = /^(?:[（(][^（）()]{0,14}[）)])?(?:及?以[上下])?\s?(?:、|或|且|以及|并且|，且|和)[^，,。；;\n]{0,20}$/

/** A figure or an unclear amount takes the role of the next member of its list, where that is clear from what closes the list. */
export function settleLists(folded: string, groups: readonly Group[], roles: MoneyRole[]): void {
  for (let i = roles.length - 2; i >= 0; i--) {
    const open = roles[i] === 'other' || (roles[i] === 'target' && roles[i + 1] === 'threshold')
    const [group, next] = [groups[i] as Group, groups[i + 1] as Group]
    if (open && next.start - group.end <= 30 && JOINED.test(folded.slice(group.end, next.start))) roles[i] = roles[i + 1] as MoneyRole
  }
}
