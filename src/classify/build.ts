import { readdirSync, readFileSync } from 'node:fs'
import { readTable } from '../lexicon/build/tables.js'
import type { Section } from '../lexicon/format.js'
import { splitList } from '../lexicon/source.js'
import type { FoldTable } from '../text/normalize.js'
import type { Axis, MeasureSpan, Source } from '../types.js'
import { fitModel } from './fit.js'
import type { CustomTaxonomy, Taxonomy } from './taxonomy.js'

/** A labelled measure of `corpus/measures/*.jsonl`. */
export interface CorpusRow {
  id: string
  document: string
  title: string
  text: string
  instrument: string
  instrument2: string[]
  domain: string
  domain2: string[]
}

export type Split = 'train' | 'dev' | 'test'

const corpusUrl = new URL('../../corpus/measures/', import.meta.url)

/** Files of measures; `second.jsonl` holds labels of another annotator. */
const isMeasures = (file: string): boolean => file.endsWith('.jsonl') && file !== 'second.jsonl'

export const readCorpus = (): CorpusRow[] =>
  readdirSync(corpusUrl)
    .filter(isMeasures)
    .sort()
    .flatMap(file => readFileSync(new URL(file, corpusUrl), 'utf8').split('\n').filter(Boolean))
    .map(line => JSON.parse(line) as CorpusRow)

/** A document goes into one split whole: of ten, seven to train, one to dev, two to test, by a hash (FNV-1a) of its id. */
export function splitOf(document: string): Split {
  let hash = 0x811c9dc5
  for (const character of document) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  const bucket = (hash >>> 0) % 10
  return bucket < 7 ? 'train' : bucket === 7 ? 'dev' : 'test'
}

export const readTaxonomy = (): Taxonomy =>
  JSON.parse(readFileSync(new URL('../../dict/taxonomy/taxonomy.json', import.meta.url), 'utf8')) as Taxonomy

interface CueRow {
  axis: Axis
  leaf: string
  cues: string
}

/** The taxonomy with the cues of `dict/cues.tsv`. */
export function readTaxonomyWithCues(): CustomTaxonomy {
  const cues = new Map<string, string[]>()
  for (const row of readTable<CueRow>('cues.tsv')) {
    const key = `${row.axis} ${row.leaf}`
    cues.set(key, [...(cues.get(key) ?? []), ...splitList(row.cues)])
  }
  const { axes, ...taxonomy } = readTaxonomy()
  const withCues = Object.entries(axes).map(([axis, { leaves, ...rest }]) => [
    axis,
    { ...rest, leaves: leaves.map(leaf => ({ ...leaf, cues: cues.get(`${axis} ${leaf.id}`) ?? [] })) },
  ])
  return { ...taxonomy, axes: Object.fromEntries(withCues) }
}

/** Learns from the train and dev splits of the corpus; gives the sections of the dictionary. `readMeasure` takes a lone measure apart. */
export function buildClassifier(fold: FoldTable, readMeasure: (source: Source) => MeasureSpan): Record<string, Section> {
  const rows = readCorpus()
    .filter(row => splitOf(row.document) !== 'test')
    .map(({ document, title, text, instrument, domain }) => ({ document, title, text, labels: { instrument, domain } }))
  return { ...fitModel(rows, readTaxonomyWithCues(), { fold, readMeasure, hasRules: true }), taxonomy: { json: readTaxonomy() } }
}
