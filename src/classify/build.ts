import { readdirSync, readFileSync } from 'node:fs'
import { readTable } from '../lexicon/build/tables.js'
import type { Section } from '../lexicon/format.js'
import { splitList } from '../lexicon/source.js'
import { type FoldTable, foldKey, normalize } from '../text/normalize.js'
import type { Axis, MeasureSpan, Source, Span } from '../types.js'
import { Classifier, type ModelHeader } from './classifier.js'
import { inCompany } from './context.js'
import type { Parts, Title } from './linear.js'
import { partsOf } from './parts.js'
import { AXES, type Columns, columnsOf, type Taxonomy } from './taxonomy.js'
import { calibrate, chooseStrings, countGrams, quantise, type TrainingTask, train } from './train.js'
import { Found, Vocabulary } from './vocabulary.js'

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

/** The cues of `dict/cues.tsv` with the columns they speak for. */
function readCues(columns: Columns, fold: FoldTable): Map<string, number[]> {
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
  return byCue
}

/** A measure of the corpus, taken apart. */
interface Prepared {
  row: CorpusRow
  title: Source
  parts: Parts
}

const NO_TITLE: Title = { scores: [], isForFirms: false }

function taskOf(rows: readonly Prepared[], vocabulary: Vocabulary, cues: TrainingTask['cues'], columns: Columns): TrainingTask {
  const idsIn = (source: Source, spans: readonly Span[]): number[] =>
    spans.flatMap(span => {
      const found = new Found()
      vocabulary.find(source.codes, span, found)
      return [...found.ids.subarray(0, found.count)]
    })
  const examples = rows.map(({ row, title, parts: { source, heading, lead, clauses } }) => ({
    body: idsIn(source, [heading, ...clauses]),
    lead: idsIn(source, [lead]),
    title: idsIn(title, [{ start: 0, end: title.codes.length }]),
    label: {
      instrument: columns.leaves.indexOf(row.instrument),
      domain: columns.leaves.indexOf(row.domain, columns.range.domain[0]),
    },
  }))
  return { examples, size: vocabulary.size, cues, columns }
}

/** Trains on the corpus' train split, calibrates on dev, and gives the sections of the dictionary. `readMeasure` takes a lone measure apart. */
export function buildClassifier(fold: FoldTable, readMeasure: (source: Source) => MeasureSpan): Record<string, Section> {
  const taxonomy = readTaxonomy()
  const columns = columnsOf(taxonomy)
  const byCue = readCues(columns, fold)
  const rows = readCorpus().map((row): Prepared => {
    const source = normalize(row.text, fold)
    return { row, title: normalize(row.title, fold), parts: partsOf(source, readMeasure(source), NO_TITLE, []) }
  })
  const of = (split: Split) => rows.filter(({ row }) => splitOf(row.document) === split)
  const cuesOf = (strings: readonly string[]) => strings.map(string => byCue.get(string) ?? [])
  const task = (strings: readonly string[]) => taskOf(of('train'), Vocabulary.of(strings, byCue.size), cuesOf(strings), columns)

  const grams = countGrams(
    of('train').map(({ row, parts }) => ({ document: row.document, text: parts.source.folded.slice(parts.heading.start) })),
  )
  const candidates = [...new Set([...byCue.keys(), ...grams])]
  const first = task(candidates)
  const strings = chooseStrings(first, train(first)).map(id => candidates[id]!)
  const model = quantise(train(task(strings)))
  const vocabulary = Vocabulary.of(strings, byCue.size)

  const classifier = new Classifier(taxonomy, model, vocabulary)
  const dev = of('dev').map(prepared => ({
    row: prepared.row,
    scores: classifier.score({ ...prepared.parts, title: classifier.readTitle(prepared.title) }).total,
  }))
  for (const axis of AXES) {
    const held = dev.map(({ row, scores }) => {
      const others = dev.filter(other => other.row.document === row.document && other.row !== row).map(other => other.scores)
      return { scores: inCompany(scores, others, columns), label: columns.leaves.indexOf(row[axis], columns.range[axis][0]) }
    })
    model.temperature[axis] = calibrate(held, columns.range[axis])
  }
  const header: ModelHeader = { size: vocabulary.size, cues: byCue.size, step: model.step, temperature: model.temperature }
  return {
    taxonomy: { json: taxonomy },
    model: { json: header },
    'model.body': model.body,
    'model.lead': model.lead,
    'model.title': model.title,
    'model.bias': model.bias,
    'strings.alphabet': vocabulary.trie.alphabet,
    'strings.cells': vocabulary.trie.cells,
  }
}
