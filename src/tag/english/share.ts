import type { MoneyEntity } from '../../types.js'

/** 10% of eligible R&D expenditure. */
const SHARE =
  /(\d+(?:\.\d+)?)\s*(?:%|per\s?cent)(?:\s+of\s+(?:(?:the|its|their)\s+)?([^,.;]{1,60}?)(?=\s*[,.;(]|\s+(?:up|with|capped|subject|not|but|and|to|for|or)\s))?/gi

/** The share that an amount caps, where the sentence before it states one alone. */
export function shareOf(sentence: string): Pick<MoneyEntity, 'rate' | 'base'> {
  const shares = [...sentence.matchAll(SHARE)]
  if (shares.length !== 1) return {}
  const [, share, base] = shares[0]!
  return { rate: Number((Number(share) / 100).toPrecision(12)), ...(base && { base: base.replace(/\s+/g, ' ') }) }
}

/** What a share is a share of says nothing of the amount. */
export const withoutShares = (text: string): string => text.replace(SHARE, '')
