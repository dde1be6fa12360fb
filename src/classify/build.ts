import { readdirSync, readFileSync } from 'node:fs'
import { readTable } from '../lexicon/build/tables.js'
import type { Section } from '../lexicon/format.js'
import { splitList } from '../lexicon/source.js'
import { Trie } from '../lexicon/trie.js'
import { type FoldTable, foldKey, normalize } from '../text/normalize.js'
import type { Axis, MeasureSpan, Source } from '../types.js'
import type { ModelHeader } from './classifier.js'
import { type CueIndex, FeatureReader, type Parts } from './features.js'
import { partsOf } from './parts.js'
import { type Columns, columnsOf, type Taxonomy } from './taxonomy.js'
import { buildGrams, calibrate, type Example, trainLinear } from './train.js'

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

export const readCorpus = (): CorpusRow[] =>
  readdirSync(corpusUrl)
    .filter(file => file.endsWith('.jsonl'))
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

function buildCues(columns: Columns, fold: FoldTable): CueIndex {
  const byCue = new Map<string, number[]>()
  for (const row of readTable<CueRow>('cues.tsv')) {
    const column = columns.leaves.indexOf(row.leaf, columns.range[row.axis][0])
    for (const cue of splitList(row.cues)) {
      const key = foldKey(cue, fold)
      const list = byCue.get(key)
      if (list === undefined) byCue.set(key, [column])
      else if (!list.includes(column)) list.push(column)
    }
  }
  return { trie: Trie.build([...byCue.keys()].map((cue, value) => [cue, value] as const)), columns: [...byCue.values()] }
}

/** Trains on the corpus' train split, calibrates on dev, and gives the sections of the dictionary. `readMeasure` takes a lone measure apart. */
export function buildClassifier(fold: FoldTable, readMeasure: (source: Source) => MeasureSpan): Record<string, Section> {
  const taxonomy = readTaxonomy()
  const columns = columnsOf(taxonomy)
  const cues = buildCues(columns, fold)
  const rows = readCorpus().map(row => {
    const source = normalize(row.text, fold)
    return { row, document: row.document, parts: partsOf(source, readMeasure(source), normalize(row.title, fold), []) }
  })
  const of = (split: Split) => rows.filter(({ document }) => splitOf(document) === split)
  const { trie, count } = buildGrams(of('train'))
  const reader = new FeatureReader(trie, count, cues, columns)
  const example = ({ row, document, parts }: { row: CorpusRow; document: string; parts: Parts }): Example => ({
    document,
    features: reader.read(parts),
    label: {
      instrument: columns.leaves.indexOf(row.instrument),
      domain: columns.leaves.indexOf(row.domain, columns.range.domain[0]),
    },
  })
  const model = trainLinear(of('train').map(example), count, columns)
  calibrate(model, of('dev').map(example), columns)
  const header: ModelHeader = { gramCount: count, step: model.step, temperature: model.temperature, cueColumns: cues.columns as number[][] }
  return {
    taxonomy: { json: taxonomy },
    model: { json: header },
    'model.grams': model.grams,
    'model.headings': model.headings,
    'model.headingRows': model.headingRows,
    'model.cues.instrument': model.cues.instrument,
    'model.cues.domain': model.cues.domain,
    'model.bias': model.bias,
    'grams.alphabet': trie.alphabet,
    'grams.cells': trie.cells,
    'cues.alphabet': cues.trie.alphabet,
    'cues.cells': cues.trie.cells,
  }
}
