import { matchesOf } from '../text/match.js'
import type { Relief, Source, Span } from '../types.js'
import { behindLast, clauseEnd } from './clauses.js'
import { type Share, tidy } from './shares.js'

/** A tax or a charge that is eased: the verb, and what is eased where the text names it. */
export interface Easing extends Span {
  kind: 'tax' | 'fee'
  relief: Relief
  cue: Span
  object?: Span
  /** The share that the verb states with it: 降至1%. */
  share?: Share
}

const PERCENT = '(?:\\d{1,2}(?:\\.\\d{1,4})?)\\s?[%％]'
const VERBS: [Relief, string][] = [
  ['reduced-to', `(?:降|下调|调低|降低|下降)[至到为](?=${PERCENT})|减按|按(?=\\d{1,2}(?:\\.\\d)?[%％]的?(?:优惠)?税率)`],
  ['deduction', '加计扣除|定额(?:依次)?扣减|依次扣减|抵[免减]|税前扣除|税前加计'],
  ['refund', '即征即退|先征后[返退]|退还|返还|退税'],
  ['deferred', '缓[征缴交]|缓期缴纳|延期缴纳|延缓缴纳|递延'],
  [
    'exempt',
    '免征收?|免收|免缴|免交|免除|免予征收|免予缴纳|免租(?:金|费)?|全免|不征收?(?=[^，,。]{0,4}税)|不再?收取|不收(?=[^，,。]{0,6}费)',
  ],
  ['cut', `(?:下调|调低|降低|下浮)了?(?=${PERCENT})|减税降费|减税(?!政策)|减半|减征|减收|减免|减租`],
]
const VERB = new RegExp(
  `(?<!不予|不可|不应|不得|不再|不能|禁止|停止|取消|放弃)(?:${VERBS.map(([, verbs]) => `(${verbs})`).join('|')})`,
  'g',
)
const TAX = /[一-鿿]{0,14}税(?!务|源|费优惠|收优惠|率|负)(?:所得额|额|款|费|金)?/
const FEE =
  /(?:[一-鿿、“”（）]{0,14}?(?:租金|房租(?!金)|保证金|押金|保障金|公积金|附加|建设基金|失业保险|社会保险|稳岗|学费|学杂费|(?<![消免生话])费(?!用于|者|率)(?:用|附加)?)|租(?!金))/
/** The reduction that such a verb does not state alone: how much, or for how long. */
const SOME = /\d(?:[%％]|个月|[万亿千百]{0,2}元|年)|[一二三四五六七八九十两半]{1,3}个?(?:月|年|季)|全额|全部|一半|百分之/
/** 减免政策, 免征额, 免征手续: the name of a thing, and nothing granted. */
const NAMED_BEHIND = /^(?:额|范围|政策|优惠政策|手续|条件|资格|期满|的?(?:税额|备案|情形)|费用的)/
/** 减免房产税: a tax by its name. */
const NAMED_TAX = /^(?:房产|城镇土地使用|[^，,。；、]{0,8}(?:使用|所得|增值|契|车船|印花))税|^[^，,。；、]{0,8}留抵/
/** 抵减应纳税额: what is deducted from says enough. */
const OFFSET = /^抵减应纳/
const ANNOUNCED = /(?:落实|执行|兑现|用好|延续|执行好|落实好)[^，,。；;]{0,30}$/
const REACH = 30
/** How far from its sign a verb may begin. */
const WINDOW = 12

/** What stands before the name of the tax or charge itself: 3个月的租金, 征收企业所得税. */
const LEADING = /^.*(?:的|个月|征收|收取|缴纳|计[入算]|全[年部额]|税率|[\d一二三四五六七八九十两]年|其(?![余他])|[对从]|应缴|[%％])/

function within(text: string, pattern: RegExp, offset: number): Span | undefined {
  const found = pattern.exec(text)
  if (!found) return undefined
  const cut = LEADING.exec(found[0])?.[0].length ?? 0
  return { start: offset + found.index + cut, end: offset + found.index + found[0].length }
}

/** 教育费附加|、地方教育附加和城镇土地使用税: further taxes and charges under one verb. */
const FURTHER =
  /^(?:(?:、|以及|和|及|与)[一-鿿]{2,12}?(?:税(?!务|源|收|费|率|负|款|额)|附加|(?:公积|基|租|保证)金|费(?:附加)?(?!用|率|者))){1,6}/
const withFurther = (text: string, offset: number, { start, end }: Span): Span => ({
  start,
  end: end + (FURTHER.exec(text.slice(end - offset))?.[0].length ?? 0),
})

/** What is eased, behind the verb or before it, and whether it is a tax or a charge. */
function objectOf(before: string, after: string, at: number, end: number): { kind: 'tax' | 'fee'; object: Span } | undefined {
  const left = before.length
  for (const [text, offset] of [
    [after, end],
    [before, at - left],
  ] as const) {
    const tax = within(text, TAX, offset)
    const fee = within(text, FEE, offset)
    if (tax && (!fee || tax.start <= fee.start)) return { kind: 'tax', object: withFurther(text, offset, tax) }
    if (fee) return { kind: 'fee', object: withFurther(text, offset, fee) }
  }
  return undefined
}

/** 费率由2%降至1%, 电价降低5%: a rate or a price that falls, and by how much; what is told of averages and of the past grants nothing. */
const FALLS = /^(?:降|下|调低)/
const FALLING =
  /(?!由|从|将|对|其|按|在)([一-鿿]{0,14}(?:[费税]率|征收率|收费标准|租金|房租|[电气水]价|[缴费存]{2}比例|服务费|检[验测]费|保证金))(?=$|[由从在按统再阶原\d](?!增|续))/
const TOLD = /平均|同比|环比|较|利率|已|累计|占|成本|增长/
const FIGURE = /^(\d{1,2}(?:\.\d{1,4})?)\s?[%％](以[下内])?/

function fallAt(relief: Relief, { before, after, start, end }: Surroundings): Easing | undefined {
  const figure = FIGURE.exec(after)
  const named = FALLING.exec(before)
  if (!figure || !named || TOLD.test(before)) return undefined
  const name = named[1] as string
  const from = start - before.length + named.index
  const cut = LEADING.exec(name)?.[0].length ?? 0
  const share: Share = {
    start: end,
    end: end + figure[0].length - (figure[2]?.length ?? 0),
    rates: [tidy(Number(figure[1]) / 100)],
    ...(figure[2] && { bound: 'max' }),
  }
  const object = { start: from + cut, end: from + name.length }
  return { start, end, kind: /税|征收率/.test(name) ? 'tax' : 'fee', relief, cue: { start, end }, object, share }
}

const AGAIN = /按[^，,。；;]{0,12}[%％]的?(?:比例)?$/

/** 大型企业按30%返还，中小企业按60%返还: the same charge again. */
function sameAgain(last: Easing | undefined, found: RegExpMatchArray, between: string, cue: Span): Easing | undefined {
  if (!last || reliefOf(found) !== last.relief || cue.start - last.end > REACH || !AGAIN.test(between)) return undefined
  return { ...cue, kind: last.kind, relief: last.relief, cue }
}

function reliefOf(found: RegExpMatchArray): Relief {
  const index = VERBS.findIndex((_, i) => found[i + 1] !== undefined)
  return (VERBS[index] as [Relief, string])[0]
}

/**
 * The taxes and charges that a sentence eases, in order; those that it only speaks of are left out.
 * @param triggers where the sentence has a sign of one
 */
export function easingsIn(source: Source, sentence: Span, triggers: readonly number[]): Easing[] {
  const { folded } = source
  const easings: Easing[] = []
  let done = sentence.start
  for (const at of triggers) {
    if (at < done) continue
    const offset = Math.max(done, at - WINDOW)
    const [found] = matchesOf(VERB, folded.slice(offset, Math.min(sentence.end, at + WINDOW)))
    if (!found) continue
    const start = offset + found.index
    const end = start + found[0].length
    done = end
    const after = folded.slice(end, clauseEnd(source, end, Math.min(sentence.end, end + REACH)))
    const before = folded.slice(Math.max(sentence.start, start - REACH), start)
    const easing =
      easingAt(found, { before: behindLast(before, '，,：:'), after, start, end }) ??
      sameAgain(easings.at(-1), found, before, { start, end })
    if (easing) easings.push(easing)
  }
  return easings
}

/** 减租, 减税降费: the verb names what is eased. */
function ownObject(verb: string, object: Span): { kind: 'tax' | 'fee'; object: Span } | undefined {
  if (/租/.test(verb)) return { kind: 'fee', object }
  return /税/.test(verb) ? { kind: 'tax', object } : undefined
}

/** A verb, and the words of its clause on both sides. */
interface Surroundings extends Span {
  before: string
  after: string
}

function easingAt(found: RegExpMatchArray, surroundings: Surroundings): Easing | undefined {
  const { before, after, start, end } = surroundings
  const relief = reliefOf(found)
  const [verb] = found
  if (FALLS.test(verb)) return fallAt(relief, surroundings)
  if (NAMED_BEHIND.test(after)) return undefined
  const object = objectOf(before, after, start, end) ?? ownObject(verb, { start, end })
  const kind =
    object?.kind ??
    (/^(?:减半征|减按|免征|减征|加计|即征|先征|退税)/.test(verb + after)
      ? 'tax'
      : /^(?:免收|减半收)/.test(verb + after)
        ? 'fee'
        : undefined)
  if (!kind) return undefined
  const states = SOME.test(after) || SOME.test(before)
  const vague = /^(?:减免|减征|减收|减租|返还|退还|退税|免除|抵[免减]|减税降费|减税)$/.test(verb)
  if (vague && !states && !OFFSET.test(verb + after) && !(/^(?:减免|退还|返还)$/.test(verb) && NAMED_TAX.test(after))) return undefined
  if (ANNOUNCED.test(before) && /政策|优惠|红利/.test(after)) return undefined
  if (relief === 'deduction') return { start, end, kind: 'tax', relief, cue: { start, end } }
  return { start, end, kind, relief: asStated(relief, verb, before + after), cue: { start, end }, ...(object && { object: object.object }) }
}

/** 减免3个月租金 lets a rent off for a time; 减免 with a share or a sum lowers it. */
const asStated = (relief: Relief, verb: string, after: string): Relief =>
  relief === 'cut' && /^减[免租]/.test(verb) && !/[%％半]|百分之|元|\d成/.test(after) ? 'exempt' : relief

/** The share that belongs to a relief: 减免50%, 减半, 按60%返还; it stands in the same clause. */
export function shareOfEasing({ folded }: Source, easing: Easing, shares: readonly Share[]): Share | undefined {
  const { start, end } = easing.share ?? easing
  const within = shares.find(share => share.start < end && start < share.end) ?? easing.share
  if (within) return within
  return shares.find(share => {
    const [from, to] = share.start < easing.start ? [share.end, easing.start] : [easing.end, share.start]
    const between = folded.slice(from, to)
    return (
      to - from <= REACH &&
      (!/[，,；;。]/.test(between) || (OFFSET.test(folded.slice(easing.start, easing.start + 4)) && /^[，,]$/.test(between)))
    )
  })
}
