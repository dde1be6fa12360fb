import { contains, lastAtOrBefore } from '../span.js'
import type { Doc, MoneyEntity, Span, TextSpan } from '../types.js'

/** A monetary cap: the most that one grant, loan or guarantee may come to. */
export interface CapRow extends TextSpan {
  currency: string
  bound: 'max' | 'range'
  /** Lower end of a range, in units of the currency. */
  low?: number
  /** The cap, in units of the currency. */
  high: number
  rate?: number
  base?: string
  per?: string
  role: 'support' | 'finance'
  /** Index into `Doc.entities`. */
  entity: number
  /** Index into `Doc.articles`. */
  article?: number
  /** Index into `Doc.measures`. */
  measure?: number
}

type Cap = MoneyEntity & Pick<CapRow, 'bound' | 'high' | 'role'>

/** Public money or finance (role support or finance) with an upper end: bound max, or the high end of a range. */
export function isCap(money: MoneyEntity): money is Cap {
  const granted = money.role === 'support' || money.role === 'finance'
  return granted && (money.bound === 'max' || money.bound === 'range') && money.high !== undefined
}

/** The caps of a document in the order of the text. */
export function capRows(doc: Doc): CapRow[] {
  const rows: CapRow[] = []
  doc.entities.forEach((entity, index) => {
    if (entity.type === 'money' && isCap(entity)) rows.push(capRow(doc, entity, index))
  })
  return rows
}

function capRow(doc: Doc, money: Cap, entity: number): CapRow {
  const { start, end, text, currency, bound, low, high, rate, base, per, role } = money
  const article = indexAround(doc.articles, money)
  const measure = indexAround(doc.measures, money)
  return {
    start,
    end,
    text,
    currency,
    bound,
    ...(low !== undefined && { low }),
    high,
    ...(rate !== undefined && { rate }),
    ...(base !== undefined && { base }),
    ...(per !== undefined && { per }),
    role,
    entity,
    ...(article >= 0 && { article }),
    ...(measure >= 0 && { measure }),
  }
}

/** Index of the span that holds `inner`, in sorted spans that do not overlap; -1 where none does. */
function indexAround(spans: readonly Span[], inner: Span): number {
  const index = lastAtOrBefore(spans, inner.start)
  return index >= 0 && contains(spans[index]!, inner) ? index : -1
}
