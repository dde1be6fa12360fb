import { readdirSync, readFileSync } from 'node:fs'
import { readTable } from '../lexicon/build/tables.js'
import type { Section } from '../lexicon/format.js'
import { parseTable, splitList } from '../lexicon/source.js'
import type { FoldTable } from '../text/normalize.js'
import type { Axis, MeasureSpan, Source } from '../types.js'
import { fitModel, type LabelledText } from './fit.js'
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

const corpusUrl = (path: string): URL => new URL(`../../corpus/${path}`, import.meta.url)

/** Files of measures; `second.jsonl` holds labels of another annotator. */
const isMeasures = (file: string): boolean => file.endsWith('.jsonl') && file !== 'second.jsonl'

export const readCorpus = (): CorpusRow[] =>
  readdirSync(corpusUrl('measures'))
    .filter(isMeasures)
    .sort()
    .flatMap(file =>
      readFileSync(corpusUrl(`measures/${file}`), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map(line => JSON.parse(line) as CorpusRow)

/** A row of `corpus/actions/*.tsv` or `corpus/titles.tsv`. */
export interface FragmentRow {
  /** Where it stands: file and line. */
  at: string
  instrument?: string
  /** Absent where the text names none. */
  domain?: string
  text?: string
  title?: string
}

/** Single actions and titles, each with the leaves that it names itself. */
export const readFragments = (): FragmentRow[] =>
  [
    ...readdirSync(corpusUrl('actions'))
      .sort()
      .map(file => `actions/${file}`),
    'titles.tsv',
  ].flatMap(path =>
    parseTable(readFileSync(corpusUrl(path), 'utf8'), `corpus/${path}`).map(({ line, fields }) => ({ ...fields, at: `${path}:${line}` })),
  )

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

/**
 * What is learnt from: the train and dev splits of the measures, all single actions and titles; a lone action has no title, a lone title no text.
 * Fragments teach domains alone: an action's instrument weighs little beside the measure's others, and learnt from single ones real documents get worse.
 */
export function trainingRows(): LabelledText[] {
  const measures = readCorpus()
    .filter(row => splitOf(row.document) !== 'test')
    .map(({ document, title, text, instrument, domain }) => ({ document, title, text, labels: { instrument, domain } }))
  const fragments = readFragments().map(({ at, title = '', text = '', domain }) => ({
    document: at,
    title,
    text,
    labels: { domain },
    isFragment: true,
  }))
  return [...measures, ...fragments]
}

/** Learns the built-in taxonomy; gives the sections of the dictionary. `readMeasure` takes a lone measure apart. */
export function buildClassifier(fold: FoldTable, readMeasure: (source: Source) => MeasureSpan): Record<string, Section> {
  return { ...fitModel(trainingRows(), readTaxonomyWithCues(), { fold, readMeasure, hasRules: true }), taxonomy: { json: readTaxonomy() } }
}
