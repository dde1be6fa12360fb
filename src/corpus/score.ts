import { CORE_TYPES } from '../options.js'
import { overlaps } from '../span.js'
import type { Axis, Classification, ClassifyContext, CoreType, Doc, Entity, EntityType, Span } from '../types.js'
import { AttributeTally } from './attributes.js'
import type { GoldDoc, GoldEntity, GoldSpan } from './gold.js'
import { type AxisScore, axisScore, type ClassRow, type Rates, rates } from './rates.js'

export const SCORED_TYPES: readonly CoreType[] = CORE_TYPES

/** A gold document and its name. */
export interface NamedGold extends GoldDoc {
  name: string
}

/** What is scored; a `Tagger` is one. */
export interface Scorable {
  annotate(text: string): Pick<Doc, 'entities' | 'measures'>
  classify(text: string, context?: ClassifyContext): Classification
}

export interface EntityRates extends Rates {
  /** F1 where an overlap is enough. */
  partialF1: number
}

export interface Score {
  docs: number
  /** UTF-16 code units of all texts. */
  chars: number
  entities: Record<CoreType, EntityRates> & { all: Rates }
  /** Fields of the entities that were found: region.adcode, money.bound … */
  attributes: Record<string, { accuracy: number; n: number }>
  measures: Rates
  classification: Partial<Record<Axis, AxisScore>>
}

/** One thing that gold and tagger do not agree on. */
export interface Difference {
  kind: 'miss' | 'extra' | 'field' | 'class'
  document: string
  /** Entity type, `measure`, a field (money.bound) or an axis. */
  of: string
  /** Where it stands; the tagger's span for an extra, gold's for all else. */
  span: Span
  gold?: string
  got?: string
}

interface Counts {
  found: number
  proposed: number
  gold: number
}

const noCounts = (): Counts => ({ found: 0, proposed: 0, gold: 0 })
const ratesOf = ({ found, proposed, gold }: Counts): Rates => rates(found, proposed, gold)

/** Ends of a measure may differ by this many code units. */
const END_TOLERANCE = 2

/**
 * Compares a tagger with gold documents. An entity counts when type, start and end agree; a measure when its start agrees and its end nearly does.
 * Fields are scored on the entities that were found, classes on gold's own spans, so that they do not hang on the split.
 */
export function scoreDocuments(golds: readonly NamedGold[], tagger: Scorable, report: (difference: Difference) => void = () => {}): Score {
  const strict = new Map(SCORED_TYPES.map(type => [type, noCounts()]))
  const partial = new Map(SCORED_TYPES.map(type => [type, noCounts()]))
  const attributes = new AttributeTally()
  const measures = noCounts()
  const classes: Record<Axis, ClassRow[]> = { instrument: [], domain: [] }
  for (const gold of golds) {
    const doc = tagger.annotate(gold.text)
    for (const type of SCORED_TYPES) compareEntities(gold, doc.entities, type, strict.get(type)!, partial.get(type)!, attributes, report)
    compareMeasures(gold, doc.measures, measures, report)
    compareClasses(gold, tagger, classes, report)
  }
  const ofType = (type: CoreType): EntityRates => ({ ...ratesOf(strict.get(type)!), partialF1: ratesOf(partial.get(type)!).F1 })
  return {
    docs: golds.length,
    chars: golds.reduce((sum, gold) => sum + gold.text.length, 0),
    entities: {
      region: ofType('region'),
      agency: ofType('agency'),
      industry: ofType('industry'),
      money: ofType('money'),
      all: ratesOf([...strict.values()].reduce(addCounts, noCounts())),
    },
    attributes: attributes.toScores(),
    measures: ratesOf(measures),
    classification: {
      ...(classes.instrument.length > 0 && { instrument: axisScore(classes.instrument) }),
      ...(classes.domain.length > 0 && { domain: axisScore(classes.domain) }),
    },
  }
}

const addCounts = (a: Counts, b: Counts): Counts => ({
  found: a.found + b.found,
  proposed: a.proposed + b.proposed,
  gold: a.gold + b.gold,
})

function compareEntities(
  gold: NamedGold,
  entities: readonly Entity[],
  type: EntityType,
  strict: Counts,
  partial: Counts,
  attributes: AttributeTally,
  report: (difference: Difference) => void,
): void {
  const wanted = gold.entities.filter(entity => entity.type === type)
  const proposed = entities.filter(entity => entity.type === type)
  for (const counts of [strict, partial]) {
    counts.gold += wanted.length
    counts.proposed += proposed.length
  }
  const matched = new Set<Entity>()
  const touched = new Set<Entity>()
  for (const entity of wanted) {
    const same = proposed.find(candidate => sameMention(gold.text, entity, candidate))
    const near = same ?? proposed.find(candidate => overlaps(candidate, entity) && !touched.has(candidate))
    if (near) {
      partial.found++
      touched.add(near)
    }
    if (same) {
      strict.found++
      matched.add(same)
      for (const wrong of attributes.compare(entity, same)) report({ kind: 'field', document: gold.name, span: entity, ...wrong })
    } else report({ kind: 'miss', document: gold.name, of: type, span: entity, gold: entity.text, ...(near && { got: near.text }) })
  }
  for (const extra of proposed)
    if (!matched.has(extra)) report({ kind: 'extra', document: gold.name, of: type, span: extra, got: extra.text })
}

/** Same span; a trailing 产业 of an industry is let pass either way. */
function sameMention(text: string, gold: GoldEntity, entity: Entity): boolean {
  if (gold.start !== entity.start) return false
  return gold.end === entity.end || (gold.type === 'industry' && bareEnd(text, gold) === bareEnd(text, entity))
}

const bareEnd = (text: string, { start, end }: Span): number => (text.slice(start, end).endsWith('产业') ? end - 2 : end)

const sameMeasure = (a: Span, b: Span): boolean => a.start === b.start && Math.abs(a.end - b.end) <= END_TOLERANCE

function compareMeasures(gold: NamedGold, measures: readonly Span[], counts: Counts, report: (difference: Difference) => void): void {
  counts.proposed += measures.length
  counts.gold += gold.measures.length
  for (const measure of gold.measures) {
    if (measures.some(candidate => sameMeasure(measure, candidate))) counts.found++
    else report({ kind: 'miss', document: gold.name, of: 'measure', span: measure, gold: head(gold.text, measure) })
  }
  for (const extra of measures) {
    if (gold.measures.some(measure => sameMeasure(measure, extra))) continue
    report({ kind: 'extra', document: gold.name, of: 'measure', span: extra, got: head(gold.text, extra) })
  }
}

const head = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + 24))

function compareClasses(
  gold: NamedGold,
  tagger: Scorable,
  classes: Record<Axis, ClassRow[]>,
  report: (difference: Difference) => void,
): void {
  for (const measure of gold.measures) {
    if (!measure.fields.instrument) continue
    const got = tagger.classify(gold.text.slice(measure.start, measure.end), { text: gold.text, start: measure.start })
    for (const axis of ['instrument', 'domain'] as const) {
      const row = { gold: leaf(measure, axis), got: got[axis].label, secondary: leaf(measure, `${axis}2`).split(',').filter(Boolean) }
      classes[axis].push(row)
      if (row.gold !== row.got) report({ kind: 'class', document: gold.name, of: axis, span: measure, gold: row.gold, got: row.got })
    }
  }
}

const leaf = (measure: GoldSpan, field: string): string => {
  const value = measure.fields[field]
  return typeof value === 'string' ? value : ''
}
