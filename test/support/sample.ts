import type { LabelNames } from '../../src/output/wording.js'
import type { MoneyEntity, Provision, TextSpan } from '../../src/types.js'
import { docOf } from './marked.js'

export const NAMES: LabelNames = {
  instrument: { 'fiscal-subsidy': '财政奖补', 'finance-support': '金融支持' },
  domain: { 'sci-tech': '科技创新', 'fiscal-finance': '财政金融' },
}

/** A digest of two items: three caps, one of them a range, and amounts that are none. */
export const SAMPLE = docOf(`科创聚焦

⟦A region=440100 section=科创聚焦 title=广州支持具身智能⟧{{广州|region|adcode=440100;name=广州市}}支持{{具身智能|industry|concept=embodied-intelligence}}
日前，{{广州市发改委|agency|name=广州市发展和改革委员会;adcode=440100;function=development-and-reform}}印发通知。
⟦M instrument=fiscal-subsidy domain=sci-tech instrument2=finance-support heading=一是奖励研发。⟧一是奖励研发。按研发费用的10%给予最高{{200万元|money|bound=max;high=2000000;role=support;rate=0.1;base=研发费用;per=每家企业}}补助，营收须达{{1亿元|money|bound=min;low=100000000;role=threshold}}以上。⟦/M⟧
⟦M instrument=finance-support domain=fiscal-finance heading=二是提供贷款。⟧二是提供贷款。单户额度不超过{{1000万元|money|bound=max;high=10000000;role=finance}}。⟦/M⟧⟦/A⟧
⟦A region=440106 title=天河区发放租金补贴⟧{{天河区|region|adcode=440106}}发放租金补贴
⟦M instrument=fiscal-subsidy domain=sci-tech⟧每月补贴{{3000元至5000元|money|bound=range;low=3000;high=5000;role=support}}。⟦/M⟧⟦/A⟧
`)

const spanOf = (text: string): TextSpan => {
  const start = SAMPLE.text.indexOf(text)
  return { start, end: start + text.length, text }
}

/** Adds a provision around the amount of a measure of the sample. */
function provide(measure: number, amount: string, provision: Omit<Provision, 'amount' | 'evidence' | 'start' | 'end'>): void {
  const money = SAMPLE.entities.find((entity): entity is MoneyEntity => entity.type === 'money' && entity.text === amount)!
  SAMPLE.measures[measure]!.provisions.push({ ...provision, amount: money, start: money.start - 2, end: money.end, evidence: [] })
}

provide(0, '200万元', { kind: 'subsidy', rate: 0.1, base: spanOf('研发费用'), per: { recipient: '企业' }, recipient: spanOf('具身智能') })
provide(1, '1000万元', { kind: 'loan', per: { recipient: '户' }, condition: spanOf('营收须达1亿元以上') })
provide(2, '3000元至5000元', { kind: 'subsidy', per: { period: 'month' }, cumulative: true })
