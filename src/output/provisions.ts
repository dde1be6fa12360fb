import { checkDoc } from '../guards.js'
import { lastAtOrBefore } from '../span.js'
import type { OutlineItem } from '../types/structure.js'
import type { Bound, Doc, Measure, Provision, ProvisionKind, ProvisionPer, Relief, TextSpan } from '../types.js'
import { measureTitle } from './blocks.js'

/** A provision as a flat row: what is given, by which document and measure, and where that stands. Amounts in units of the currency. */
export interface ProvisionRow extends TextSpan {
  /** File that the document came from. */
  source?: string
  /** Of the article. */
  title?: string
  issuer?: string
  documentNumber?: string
  date?: string
  /** The headings above the measure, from the outermost in: 二、重点任务 > （一）扩大供给. */
  headingPath?: string
  /** Ordinal and heading of the measure, or its first words. */
  heading: string
  kind: ProvisionKind
  relief?: Relief
  /** The amount as written. */
  amount?: string
  currency?: string
  bound?: Bound
  low?: number
  high?: number
  /** An exact share has both ends, one that is a cap or a floor only its own. */
  lowRate?: number
  highRate?: number
  ratio?: [number, number]
  base?: string
  recipient?: string
  condition?: string
  purpose?: string
  per?: ProvisionPer
  cumulative?: true
  /** Index into `Doc.measures`. */
  measure: number
  /** Index of the amount in `Doc.entities`. */
  entity?: number
}

/** The provisions of a document in the order of its measures. */
export function provisionRows(doc: Doc & { source?: string }): ProvisionRow[] {
  checkDoc(doc, ['articles', 'measures', 'entities'])
  const paths = doc.measures.some(measure => measure.provisions.length > 0) ? headingPaths(doc) : []
  return doc.measures.flatMap((measure, index) => measure.provisions.map(provision => rowOf(doc, measure, index, provision, paths[index])))
}

/** By measure the headings above it, as written with their ordinals: 二、重点任务 > （一）扩大供给. Undefined where there are none. */
function headingPaths({ text, articles, measures }: Doc): (string | undefined)[] {
  const paths = measures.map((): string | undefined => undefined)
  const follow = (items: readonly OutlineItem[], above: string | undefined): void => {
    for (const { start, end, heading, measure, items: below } of items) {
      if (measure !== undefined) paths[measure] ??= above
      if (below.length === 0) continue
      const at = heading ? text.indexOf(heading, start) : -1
      const written = at < 0 || at >= end ? heading : text.slice(start, at + heading.length)
      follow(below, [above, written.replace(/[。：:]$/, '')].filter(Boolean).join(' > ') || undefined)
    }
  }
  for (const { outline } of articles) follow(outline, undefined)
  return paths
}

function rowOf(doc: Doc & { source?: string }, measure: Measure, index: number, provision: Provision, headingPath?: string): ProvisionRow {
  const { start, end, kind, relief, ratio, per, cumulative, amount } = provision
  const { title, issuer, documentNumber, date } = doc.articles[measure.article] ?? {}
  return defined({
    source: doc.source,
    title,
    issuer,
    documentNumber,
    date,
    headingPath,
    heading: measureTitle(measure),
    kind,
    relief,
    amount: amount?.text,
    currency: amount?.currency,
    bound: amount?.bound,
    low: amount?.low,
    high: amount?.high,
    ...ratesOf(provision),
    ratio,
    base: provision.base?.text,
    recipient: provision.recipient?.text,
    condition: provision.condition?.text,
    purpose: provision.purpose?.text,
    per,
    cumulative,
    measure: index,
    entity: amount && indexOf(doc, amount),
    start,
    end,
    text: doc.text.slice(start, end),
  })
}

function ratesOf({ rate, rateBound, rates }: Provision): Pick<ProvisionRow, 'lowRate' | 'highRate'> {
  if (rates) return { lowRate: rates[0], highRate: rates[1] }
  return { lowRate: rateBound === 'max' ? undefined : rate, highRate: rateBound === 'min' ? undefined : rate }
}

/** By its place, since a document that was stored holds the amount twice. */
function indexOf({ entities }: Doc, { start, end }: TextSpan): number | undefined {
  const index = lastAtOrBefore(entities, start)
  return entities[index]?.start === start && entities[index].end === end ? index : undefined
}

/** Without the fields that are undefined, so that rows are the same before and after JSON. */
const defined = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T
