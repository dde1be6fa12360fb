import { matchesOf } from '../text/match.js'
import type { Source, Span } from '../types.js'
import { DEED, VERB } from './patterns.js'
import { endsInHead, endsInTier } from './phrases.js'

const BRACKETS = /[（(“《「『][^（(“《「『）)”》」』]{0,60}[）)”》」』]/g
const BRACKET = /[（(“《「『]/
/** A text whose brackets and quotations hold no words. */
export const masked = (text: string): string => (BRACKET.test(text) ? text.replace(BRACKETS, found => '□'.repeat(found.length)) : text)

export const isPhrase = (text: string): boolean => text.endsWith('的') || endsInHead(text) || endsInTier(text)

const DE = '的'
const NOUN_OF_MODIFIER = /的[^的，,]{0,12}(?:企业|单位|机构|公司|平台|项目|个人|主体|组织)/

/** 为小微企业 in 为小微企业提供担保的机构: the verb is part of a modifier, and its noun follows. */
export function isInModifier(text: string, at: number, until: number): boolean {
  const rest = text.slice(at, until)
  if (!rest.includes('的')) return false
  return rest.endsWith('的') || endsInHead(rest) || NOUN_OF_MODIFIER.test(rest)
}

/** The part of a clause before its verb phrase, where it is a whole phrase there; the clause itself where no verb follows. */
export function beforeVerb({ folded }: Source, { start, end }: Span, isWhole: (text: string) => boolean): Span | undefined {
  const text = folded.slice(start, end)
  let open: number | undefined
  for (const { 0: verb, 1: strong, index } of matchesOf(VERB, masked(text))) {
    if (open !== undefined && strong && !isInModifier(text, open, index)) return { start, end: start + open }
    // 首次评定为5A级景区的|奖励: the weak verb before was a part of the modifier
    if (open !== undefined && text[index - 1] === '的' && isWhole(text.slice(0, index))) return { start, end: start + index }
    if (strong) open = undefined
    // 银行发放的贷款: a part of a modifier for certain
    if (!strong && text[index + verb.length] === DE) continue
    if (index < 2 || open !== undefined || !isWhole(text.slice(0, index))) continue
    if (strong || !text.includes('的', index + verb.length)) return { start, end: start + index }
    open = index
  }
  if (open !== undefined && !isInModifier(text, open, text.length)) return { start, end: start + open }
  return isWhole(text) ? { start, end } : undefined
}

/** 银行发放的养殖户贷款: the loan itself, which a modifier tells from others. */
const LENT_BY = /(?:发放|提供|办理)的[^的]{0,16}$/

/** Before a verb that begins a verb phrase for certain, whatever the phrase ends in: 对国际货运专线按…. */
export function beforeStrongVerb({ folded }: Source, { start, end }: Span): Span | undefined {
  const text = folded.slice(start, end)
  const found = matchesOf(VERB, masked(text)).find(verb => verb[1] !== undefined && verb.index >= 2)
  if (!found || found.index > 40 || /后|根据/.test(text.slice(0, found.index))) return undefined
  let to = found.index
  // 对参展企业展位费给予…: the charge is not who gets it
  if (/[费税息金款]$/.test(text.slice(0, to))) {
    const charge = to
    while (to > 1 && !endsInHead(text.slice(0, to))) to--
    if (to === 1 || LENT_BY.test(text.slice(0, charge))) to = charge
  }
  return { start, end: start + to }
}

/** Where what a receiver does begins, behind `from`; -1 where nobody does anything. */
export function deedAt(text: string, from: number): number {
  for (const { index } of matchesOf(DEED, text)) if (index >= from && endsInHead(text.slice(0, index))) return index
  return -1
}
