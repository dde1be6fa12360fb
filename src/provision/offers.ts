import type { MoneyEntity, Source, Span } from '../types.js'
import { behindLast } from './clauses.js'
import { type Easing, easingsIn, shareOfEasing } from './reliefs.js'
import { type Share, sharesIn } from './shares.js'

/** What a sentence gives at one place: an amount, a share, a relief, or what of them belongs together. Spans from its first part to its last. */
export interface Offer extends Span {
  amount?: MoneyEntity
  share?: Share
  easing?: Easing
}

/** Offers that stand in one list (100万元、50万元; 20%和10%): what is said before the first holds for each. */
export type Group = readonly [Offer, ...Offer[]]

const GIVES =
  /给予|给与|予以|补[贴助偿]|奖[励补]|资助|贴息|返还|配套(?!设施|公共|服务|建设|用房|率|政策|措施|商业|产业|完善)|兑现|扶持|支持|减免|支付|报销|拨付|发放|安排|财政[^，,。；]{0,8}承担/
/** Who pays a share that no policy gives, and shares that are rates of something else. */
const NOT_GIVEN =
  /(?:个人|自己|申请人|(?:企业|单位|农户)(?![^，,。；;各]{0,3}[按以])|自付|自缴|自筹)(?:自行|承担|负担|缴纳|分担|自付)?[^，,。；;]{0,6}$|由(?:申请人|个人|企业|单位|农户|家庭)[^，,。；;]{0,6}$|分[一二两三四五\d][年期次批个][^，,。；;]{0,24}$|预[留付]|首付|违约金|滞纳金|利率(?:为|按|不)|股份|持股|出资比例|质保金|评分|权重|满分/
const SAME_PAYMENT = 60
const JOINT = /^[）)]?(?:的)?(?:[、/]|和|及|或者?|以及|与)(?:最高|不超过|不高于|按|总额|每年|各)?$/

const isCap = ({ bound }: MoneyEntity): boolean => bound === 'max' || bound === 'range'

function clauseAround(folded: string, { start, end }: Span, sentence: Span): { before: string; after: string } {
  const before = folded.slice(sentence.start, start)
  const after = folded.slice(end, sentence.end)
  return { before: behindLast(before, '，,：:'), after: after.slice(0, after.search(/[，,：:]|$/)) }
}

/** A share that is paid although no amount caps it. */
function isPaid({ folded }: Source, share: Share, sentence: Span): boolean {
  const { before, after } = clauseAround(folded, share, sentence)
  if (NOT_GIVEN.test(before)) return false
  return GIVES.test(before) || GIVES.test(after)
}

/** The amount that caps a share: the next one, unless another share stands between. */
function cappedBy({ folded }: Source, share: Share, next: Share | undefined, amounts: readonly MoneyEntity[]): MoneyEntity | undefined {
  const amount = amounts.find(each => each.start >= share.end)
  if (!amount || (next && next.start < amount.start)) return undefined
  const between = folded.slice(share.end, amount.start)
  if (between.length > SAME_PAYMENT) return undefined
  if (!/[，,。；;]/.test(between)) return isCap(amount) || share.ratio ? amount : undefined
  return isCap(amount) && !/累计|合计|另|再|[，,；;]对(?!单|同|每)|的[，,]/.test(between) ? amount : undefined
}

/** 按投入的50%给予最高200万元、100万元: the share of the first is that of the whole list. */
function spread(source: Source, amount: MoneyEntity, amounts: readonly MoneyEntity[], offers: readonly Offer[]): Pick<Offer, 'share'> {
  const first = runsOf(source, amounts).find(run => run.includes(amount))?.[0]
  const share = first && offers.find(offer => offer.amount === first)?.share
  return share && isCap(amount) && first.start > share.end ? { share } : {}
}

/** 最高500万元，且不超过总投资的30%: the share that limits an amount before it. */
function limits({ folded }: Source, share: Share, amounts: readonly MoneyEntity[]): MoneyEntity | undefined {
  const amount = amounts.filter(each => each.end <= share.start).at(-1)
  if (!amount || share.bound !== 'max') return undefined
  const between = folded.slice(amount.end, share.base?.start ?? share.start)
  return between.length <= 24 && !GIVES.test(between.replace(/^[^，,；;]*/, '')) && /不超过|不高于|最高|比例/.test(between)
    ? amount
    : undefined
}

/** Lists of shares and of amounts that are as long belong together pair by pair. */
function pairLists(source: Source, shares: readonly Share[], amounts: readonly MoneyEntity[]): Map<Share, MoneyEntity> {
  const pairs = new Map<Share, MoneyEntity>()
  for (const run of runsOf(source, shares)) {
    const last = run.at(-1) as Share
    const following = amounts.filter(each => each.start >= last.end)
    const list = runsOf(source, following)[0]
    const first = list?.[0]
    if (run.length < 2 || !list || list.length !== run.length || !first || first.start - last.end > SAME_PAYMENT) continue
    if (list.every(isCap)) for (const [i, share] of run.entries()) pairs.set(share, list[i] as MoneyEntity)
  }
  return pairs
}

function runsOf<S extends Span>({ folded }: Source, spans: readonly S[]): [S, ...S[]][] {
  const runs: [S, ...S[]][] = []
  for (const span of spans) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && span.start - last.end <= 12 && JOINT.test(folded.slice(last.end, span.start))) run.push(span)
    else runs.push([span])
  }
  return runs
}

const around = (parts: readonly (Span | undefined)[]): Span => {
  const given = parts.filter(part => part !== undefined)
  return { start: Math.min(...given.map(({ start }) => start)), end: Math.max(...given.map(({ end }) => end)) }
}

const offerOf = (parts: Omit<Offer, keyof Span>): Offer => ({
  ...around([parts.amount, parts.share, parts.share?.base, parts.easing]),
  ...parts,
})

/** 按每户每年最高20000元的限额依次扣减…. */
const LIMIT_OF = /^[)）]?的(?:限额|标准|额度)/

const APART = /[，,](?!(?:定额|扣减|减免)?(?:标准|限额|额度))|[；;。]|给予|奖励|补/

/** An amount in the clause of a relief is what is let off. */
const amountOfEasing = ({ folded }: Source, easing: Easing, amounts: readonly MoneyEntity[]): MoneyEntity | undefined =>
  amounts.find(
    ({ start, end }) =>
      (start >= easing.end && start - easing.end <= 40 && !APART.test(folded.slice(easing.end, start))) ||
      (end <= easing.start && easing.start - end <= 14 && LIMIT_OF.test(folded.slice(end, easing.start))),
  )

/**
 * What a sentence gives, in order, by lists.
 * @param amounts those that are paid out or lent
 * @param triggers where the sentence has a sign of a share or a relief
 */
export function offersIn(source: Source, sentence: Span, amounts: readonly MoneyEntity[], triggers: readonly number[]): Group[] {
  const shares = sharesIn(source, sentence, triggers)
  const offers: Offer[] = []
  const used = new Set<Span>()
  for (const easing of easingsIn(source, sentence, triggers)) {
    const share = shareOfEasing(source, easing, shares)
    const amount = amountOfEasing(source, easing, amounts)
    for (const part of [share, amount]) if (part) used.add(part)
    offers.push(offerOf({ easing, ...(share && { share }), ...(amount && { amount }) }))
  }
  const open = shares.filter(share => !used.has(share))
  const left = amounts.filter(amount => !used.has(amount))
  const pairs = pairLists(source, open, left)
  for (const [i, share] of open.entries()) {
    const amount = pairs.get(share) ?? cappedBy(source, share, open[i + 1], left) ?? limits(source, share, left)
    if (amount && !used.has(amount)) {
      used.add(amount)
      offers.push(offerOf({ share, amount }))
    } else if (isPaid(source, share, sentence)) offers.push(offerOf({ share }))
  }
  for (const amount of left) if (!used.has(amount)) offers.push(offerOf({ amount, ...spread(source, amount, left, offers) }))
  offers.sort((a, b) => a.start - b.start)
  return groupsOf(source, offers)
}

/** Offers side by side, by what each ends with: 按10%、8%给予最高20万元、10万元 is one list. */
function groupsOf(source: Source, offers: readonly Offer[]): Group[] {
  const groups: [Offer, ...Offer[]][] = []
  for (const offer of offers) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && joins(source, last, offer)) group.push(offer)
    else groups.push([offer])
  }
  return groups
}

function joins({ folded }: Source, a: Offer, b: Offer): boolean {
  const [from, to] = a.amount && b.amount ? [a.amount, b.amount] : [a, b]
  if (b.easing && !b.amount) return false
  return to.start >= from.end && to.start - from.end <= 12 && JOINT.test(folded.slice(from.end, to.start))
}
