import type { Source, Span } from '../types.js'
import { clausesOf, membersOf, trim } from './clauses.js'
import { endsInHead, endsInTier, isThreshold, NO_TERMS, readPhrase, type Terms } from './phrases.js'

/** What the words before a payment say of its receiver and its condition. */
export interface Reading extends Terms {
  /** Holds on for the next payments of the sentence: not so the name of a tier right before its amount. */
  lasting: Terms
  evidence: { rule: 'recipient' | 'condition' | 'pairing'; cue: Span }[]
}

/** Where the verb phrase of a clause can begin. */
const VERB =
  /给予|给与|予以|分别|一次性|按照?|每(?!年度?(?:营|产|纳|销))|最高|最多|可(?:以|获|申|享|按|给|一次|最|分|向|凭|在)|由|再|另|将|均|各|统一|依次|单[个家项]|嘉奖|奖励|奖补|奖金|补助|补贴|资助|配套|发放|拨付|扶持|兑现|返还|贴息|提供|享受|减按|免[征收缴交除租]|减[半征收免]|缓[缴征]|不超过|累计|奖(?=$|\d)|补(?=$|\d)|为|获得?(?=最高|一次性|奖励|补)|实行|安排|支持|原则上|标准(?!化)|额度|年度最高|加计|即征|先征|暂免|退还|达到?(?=最高)/g
/** Words before the phrase itself. */
const OPENING =
  /^(?:[\s·●★■▲◆—-]|将|原则上|(?<!\S)[（(](?=[一-鿿]{4})|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十百\d]{1,5}条(?:[　\s]*[【〔（(][^】〕）)]{2,20}[】〕）)])?|第[一二三四五六七八九十][，,]|[一二三四五六七八九十]是|[①-⑳]|答[：:]|其中|同时|并且?|且|但|此外|另外|另|如果?|若|凡是?|当年|对于其中|给与|[各本]|还|也|则)+/
/** 对 as a preposition, behind nothing or behind who pays. */
const PREPOSITION =
  /^((?:[一-鿿]{0,8}(?:财政|政府|部门|局|委|基金|银行|[省市区县]级?|机构|各地|我[省市区县])(?:每年|按规定|择优)?)?)(对于?(?![接外口应标比])|向(?!前|上)|面向|针对|给(?!予)|为(?!主|期|准|了|\d))/
const INSIDE_PREPOSITION = /(?<![面针核绝相应反敌校比])对于?(?![接外口应标比等策付称象照手])/
/** 支持企业开展技术改造: a receiver and what it does. */
const URGED =
  /^(?:支持|鼓励|引导|扶持|推动|奖励|资助|补助|补贴|吸引|重点支持|积极支持|大力支持|优先支持)(?!额|标准|对象|资金|范围|方式|期限|比例|政策|金额|力度|条件|[的为：:])/
const DEED =
  /^(?:开展|建设|申[报请领]|参[加与展评]|实施|购[买置]|引进|引育|转化|投[资保入]|创[建新办]|承[担办接租]|牵头|联合|组建|举办|加大|在|进[行入口]|设[立备]|使用|新[建增购]|与|利用|租[用赁]|吸纳|招[用收引]|发展|开[设拓发]|制[定造]|主[导办持]|获[得评批]|通过|采[购用]|取得|培育|做[大强]|积极|自[主建]|建立|研[发制]|扩大|提[升高]|入[驻园]|上市|升级|从事|到|来|赴|落户|拓展|围绕|攻关|改造|安装|更新|购|建|聘|做|盘活|打造|推[广进动]|对|以|向|完成|组织|加[强快入]|流转|首次|独立)/
/** Clauses that say how, by whom and out of what. */
const ADVERBIAL =
  /^(?:按|经(?!营|认定的|评审的)|根据|依据?|由|参照|择优|视|最高|原则上|同一|给予|予以|用于|期限|时间|标准|具体|所需|一次性|不超过|执行|实行|资金|优先|另|再|可)/
/** The same, unless they end in a receiver or in 的. */
const CIRCUMSTANCE = /^(?:从|自(?!然|主|营|用|愿)|在|以|通过|累计|每|分|最长|补[贴助]|奖励|并)/
/** What an authority does; its object gets nothing. */
const ACTION =
  /^(?:探索|推[动进行广]|加[强快大]|完善|健全|建[立设]|落实|深化|优化|打造|构建|制定|出台|开展|实施|鼓励|支持|引导|组织|统筹|提[高升供]|促进|培育|引进|吸引|做[好大强]|强化|扩大|拓展|发挥|推荐|聘任|充分|大力|积极|进一步|严格|依法|定期|及时|全面|继续|新增|申请|设立|保障|安排|增加|调整|公布|发布|举办|成立|集聚|营造|规范|盘活|加速|突出|聚焦)/
const PAYER =
  /(?:财政|政府|部门|[局委厅办]|基金|预算|专项资金|资金|金额|额度|标准|比例|总额|年度|方式|期限|上限|价格|费用|内容|政策|依据|范围|对象|原则|补贴|补助|奖励|资助|支持|扶持|给予|贴息|工作|任务|有效期)$/
/** 首次认定, 通过复审, 第二年, 满一年: what a tier asks for. */
const TIER_DEED =
  /^(?:首次|再次|初次|新|重新|获|通过|达|入选|入围|被|评[为定上]|认定|复审|连续|第[一二三四五六七八九十\d]+[年次批档]|招用|吸纳|培[育训]|满|超过?|完成|列入|纳入|建成|投产|毕业|结业|成功|晋级|晋升|升级?|实现|带动|创[建成]|引进|取得|考核|验收|年|不[低少足满]|\d)/
/** A clause with a verb of its own names nobody. */
const INNER_VERB = /持有|具有|拥有|签订|实施|开展|联合|推出|[^新]获得|通过|达到|选择|完成|纳入|吸纳|带动/
/** 新获得市级知名商标, 被评为…: what was done, without 的. */
const DONE = /^(?:新|首次|当年)?(?:获[得评批]?|取得|通过|达到?|被|评[为定上]|入选|列入|认定为|完成|成功|晋升)/
/** 入围项目, 新增企业: named by what they did. */
const NAMES = /^(?:入围|入选|获奖|获评|达标|优胜|新[增建]?|首次(?:上规|入规|认定)|认定|年度?|考核)/
/** 设一等奖3名: the prize itself. */
const PRIZE = /(?:特等|[一二三四五六]等|优秀|优胜|鼓励|入围|提名|[金银铜])奖(?=\d{1,3}[名个项家支人]|$)|[冠亚季]军(?=\d|$)/g
/** Between the verb and its receiver's end. */
const RECEIVER =
  /(?:给予|予以|奖励给?|奖补|补[助贴]给?|资助|发放给|拨付给|支付给|返还|扶持|支持|奖给|提供给)((?![每单按最一不的])[^，,。；;、：:\d%％]{2,24}?)(?=最高|最多|不超过|不高于|一次性|每|奖[励补金]?|补[助贴偿]|资助|资金|经费|配套|累计|定额|分别|单[个家项]|按|总额|人民币|相应|共|贷款|贴息|各|支持|扶持|实际|为期|$)/g
const OBJECT = /^(?:补贴|补助|奖励|资助|支持|扶持|申报|申请|保障|发放|救助|资金支持)(?:对象|主体)(?:为|是|[：:])?/

interface Piece {
  terms: Terms
  kind: 'phrase' | 'tier'
  cue?: Span
}

const isEmpty = ({ recipients, conditions }: Terms): boolean => recipients.length === 0 && conditions.length === 0

/** 每家企业, 该企业, 其: no receivers of their own. */
const isNoReceiver = (text: string): boolean => /^(?:每|单[个家项笔户]|[该其]|同一|本|择优)/.test(text) || text.length < 2

function open(source: Source, span: Span): Span {
  const cut = trim(source, span, '—－-、，,')
  const found = OPENING.exec(source.folded.slice(cut.start, cut.end))
  return found ? { start: cut.start + found[0].length, end: cut.end } : cut
}

const BRACKETS = /[（(“《「『][^（(“《「『）)”》」』]{0,60}[）)”》」』]/g
/** A text whose brackets and quotations hold no words. */
const masked = (text: string): string => text.replace(BRACKETS, found => '□'.repeat(found.length))

/** The part of a clause before its verb phrase, where it is a whole phrase there; the clause itself where no verb follows. */
function beforeVerb({ folded }: Source, { start, end }: Span, isWhole: (text: string) => boolean): Span | undefined {
  const text = folded.slice(start, end)
  for (const found of masked(text).matchAll(VERB)) {
    if (found.index >= 2 && isWhole(text.slice(0, found.index))) return { start, end: start + found.index }
  }
  return isWhole(text) ? { start, end } : undefined
}

const isPhrase = (text: string): boolean => text.endsWith('的') || endsInHead(text) || endsInTier(text)

/** 对获得省级、市级称号，分别奖励…: what was done, and nobody named. */
const conditional = (source: Source, span: Span, count: number): Terms => ({
  recipients: [],
  conditions: (count > 1 && membersOf(source, span, count)) || [span],
})

/** 对X, 向X, 给X. */
function prepositional(source: Source, clause: Span, count: number): Piece | 'open' | undefined {
  const text = source.folded.slice(clause.start, clause.end)
  const found = PREPOSITION.exec(text)
  const inside = found ? undefined : INSIDE_PREPOSITION.exec(text)
  if (!found && (!inside || inside.index > 16)) return undefined
  const from = found ? found[0].length : (inside as RegExpExecArray).index + (inside as RegExpExecArray)[0].length
  const cue = { start: clause.start + (found ? (found[1] as string).length : (inside as RegExpExecArray).index), end: clause.start + from }
  if (isNoReceiver(text.slice(from))) return undefined
  const rest = { start: clause.start + from, end: clause.end }
  const phrase = beforeVerb(source, rest, isPhrase)
  if (!phrase) return DONE.test(text.slice(from)) ? { terms: conditional(source, rest, count), kind: 'phrase', cue } : 'open'
  return { terms: readPhrase(source, phrase, count), kind: 'phrase', cue }
}

function urged(source: Source, clause: Span, count: number): Piece | undefined {
  const { folded } = source
  const text = folded.slice(clause.start, clause.end)
  const verb = URGED.exec(text)
  if (!verb) return undefined
  const from = verb[0].length
  const cue = { start: clause.start, end: clause.start + from }
  for (let at = from + 2; at < Math.min(text.length, from + 40); at++) {
    if (!DEED.test(text.slice(at)) || !endsInHead(text.slice(from, at))) continue
    return { terms: readPhrase(source, { start: clause.start + from, end: clause.start + at }, count), kind: 'phrase', cue }
  }
  const phrase = beforeVerb(source, { start: clause.start + from, end: clause.end }, isPhrase)
  return phrase && { terms: readPhrase(source, phrase, count), kind: 'phrase', cue }
}

/** 标准为职工每人每月100元: the receiver stands behind the verb. */
const STATED = /(?:标准|额度|限额|金额|比例)(?:分别)?(?:为|是)/

function statedAfter({ folded }: Source, { start, end }: Span): Span {
  const found = STATED.exec(folded.slice(start, end))
  const from = found ? start + found.index + found[0].length : start
  return end - from >= 2 ? { start: from, end } : { start, end }
}

const required = (clause: Span): Piece => ({ terms: { recipients: [], conditions: [clause] }, kind: 'phrase' })

function prizeIn({ folded }: Source, { start, end }: Span): Piece | undefined {
  const found = [...folded.slice(start, end).matchAll(PRIZE)]
  const [last] = found.slice(-1)
  if (!last || found.length > 1) return undefined
  const prize = { start: start + last.index, end: start + last.index + last[0].length }
  return { terms: { recipients: [prize], conditions: [] }, kind: 'tier' }
}

/** A subject or a condition without a preposition. */
function subject(source: Source, clause: Span, count: number, isLast: boolean): Piece | undefined {
  const prize = count === 1 ? prizeIn(source, clause) : undefined
  if (prize) return prize
  const isDeed = (text: string): boolean => isLast && text.length <= 40 && TIER_DEED.test(text) && !text.includes('的') && !endsInTier(text)
  const phrase = beforeVerb(source, statedAfter(source, clause), text => isDeed(text) || isPhrase(text))
  if (!phrase) return isLast || !isThreshold(source.folded.slice(clause.start, clause.end)) ? undefined : required(clause)
  const text = source.folded.slice(phrase.start, phrase.end)
  if (isNoReceiver(text) || PAYER.test(text)) return undefined
  const inDe = text.endsWith('的')
  if ((!inDe && /^(?:给予|予以|按|对)/.test(text)) || (!text.includes('的') && ACTION.test(text) && !isDeed(text))) return undefined
  if (!isLast && !text.includes('的') && (DONE.test(text) || INNER_VERB.test(text)))
    return DONE.test(text) ? { terms: { recipients: [], conditions: [phrase] }, kind: 'phrase' } : undefined
  if (isDeed(text) && !(NAMES.test(text) && endsInHead(text))) return { terms: { recipients: [], conditions: [phrase] }, kind: 'tier' }
  const isTier = isLast && !text.includes('的') && endsInTier(text)
  return { terms: readPhrase(source, phrase, count), kind: isTier ? 'tier' : 'phrase' }
}

/** 补贴对象：符合条件的创业者. The label may stand in the clause before. */
function labelled(source: Source, { start, end }: Span, width: number): Piece | undefined {
  if (end - start <= width) return undefined
  const terms = readPhrase(source, { start: start + width, end }, 1)
  return { terms, kind: 'phrase', cue: { start, end: start + Math.max(width, 1) } }
}

const isLabel = (source: Source, span: Span): boolean => {
  const { start, end } = open(source, span)
  return end - start <= 8 && OBJECT.exec(source.folded.slice(start, end))?.[0].length === end - start
}

function pieceOf(source: Source, span: Span, count: number, isLast: boolean): Piece | 'open' | undefined {
  const clause = open(source, span)
  const text = source.folded.slice(clause.start, clause.end)
  if (text.length < 2) return undefined
  const label = OBJECT.exec(text)
  if (label) return labelled(source, clause, label[0].length)
  const addressed = prepositional(source, clause, count) ?? urged(source, clause, count)
  if (addressed) return addressed
  if (!isLast && !text.endsWith('的') && (ADVERBIAL.test(text) || (CIRCUMSTANCE.test(text) && !(text.includes('的') && isPhrase(text)))))
    return undefined
  return subject(source, clause, count, isLast)
}

/** 给予活动主办方最高300万元, 奖励管理团队20万元. */
function receiverIn(source: Source, { start, end }: Span): Span | undefined {
  for (const found of source.folded.slice(start, end).matchAll(RECEIVER)) {
    const who = found[1] as string
    if (isNoReceiver(who) || PAYER.test(who) || !endsInHead(who)) continue
    const from = start + found.index + found[0].length - who.length
    return { start: from, end: from + who.length }
  }
  return undefined
}

const MOST_CLAUSES = 6

/**
 * Reads the words before a payment from right to left.
 * @param lead from the sentence's start, or the end of the payment before, to this payment
 * @param zone from the last clause of `lead` to the amount itself, or to the end of the clause where there is none
 * @param count how many amounts of a list take a member each
 */
export function readTerms(source: Source, lead: Span, zone: Span, count: number): Reading {
  const clauses = clausesOf(source, lead)
  const evidence: Reading['evidence'] = []
  const receiver = receiverIn(source, zone)
  let own: Terms = receiver ? { recipients: [receiver], conditions: [] } : NO_TERMS
  let lasting: Terms = own
  let closes: Span | undefined
  for (let i = clauses.length - 1; i >= Math.max(0, clauses.length - MOST_CLAUSES); i--) {
    const isLast = i === clauses.length - 1 && (clauses[i] as Span).end === lead.end
    const label = i > 0 ? clauses[i - 1] : undefined
    const piece =
      label && isLabel(source, label) ? labelled(source, clauses[i] as Span, 0) : pieceOf(source, clauses[i] as Span, count, isLast)
    if (piece === 'open') {
      // 对在本市注册、具有独立法人资格，…的企业: the phrase goes on over the comma
      if (closes) own = lasting = extend(own, closes, open(source, clauses[i] as Span), source)
      break
    }
    if (!piece || isEmpty(piece.terms)) {
      closes = undefined
      continue
    }
    if (piece.cue) evidence.push({ rule: piece.terms.recipients.length ? 'recipient' : 'condition', cue: piece.cue })
    closes = piece.cue || own.recipients.length > 0 ? undefined : piece.terms.recipients.at(-1)
    own = merge(own, piece.terms)
    if (piece.kind === 'phrase') lasting = merge(lasting, piece.terms)
    if (own.recipients.length > 0 && (own.conditions.length > 0 || piece.cue)) break
  }
  return { ...own, lasting, evidence }
}

/** What stands nearer holds; what stands further left fills in. */
export const merge = (near: Terms, far: Terms): Terms => ({
  recipients: near.recipients.length > 0 ? near.recipients : far.recipients,
  conditions: near.conditions.length > 0 ? near.conditions : far.conditions,
})

function extend(terms: Terms, last: Span, clause: Span, { folded }: Source): Terms {
  const text = folded.slice(clause.start, clause.end)
  const from = PREPOSITION.exec(text)?.[0].length
  if (
    from === undefined ||
    /给予|予以|如下|以下|发放|[：:]/.test(folded.slice(clause.start, last.start)) ||
    last !== terms.recipients.at(-1) ||
    terms.recipients.length !== 1
  )
    return terms
  return { ...terms, recipients: [{ start: clause.start + from, end: last.end }] }
}
