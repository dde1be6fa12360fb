import type { Section } from '../lexicon/format.js'
import { type FoldTable, foldKey, normalize } from '../text/normalize.js'
import type { MeasureSpan, Source, Span } from '../types.js'
import { calibrate, type HeldBack, uncertainBelow } from './calibrate.js'
import { Classifier } from './classifier.js'
import { inCompany } from './context.js'
import { GROUPS, type ModelHeader, type Parts, type Title } from './linear.js'
import { partsOf } from './parts.js'
import { type Columns, type CustomTaxonomy, columnsOf } from './taxonomy.js'
import { countGrams, type Example, quantise, type TrainingTask, train } from './train.js'
import { Found, Vocabulary } from './vocabulary.js'

/** A labelled measure. */
export interface LabelledText {
  /** Measures of one document are read in each other's company, and held back together. */
  document: string
  title: string
  text: string
  /** By axis the id of its leaf, where it has been labelled. */
  labels: Readonly<Record<string, string | undefined>>
  /** A title without a text, or a single action: learnt from, but no measure whose score could be trusted or not. */
  isFragment?: boolean
}

export interface FitOptions {
  fold: FoldTable
  /** Takes a measure given as text apart. */
  readMeasure: (source: Source) => MeasureSpan
  /** Whether the rules of the codebook stand above the scores; they name leaves of the built-in taxonomy. */
  hasRules: boolean
}

/** A measure, taken apart. */
interface Prepared {
  row: LabelledText
  title: Source
  parts: Parts
  example: Example
}

/** Measures are held back in so many turns to see how far scores can be trusted. */
const TURNS = 4

const NO_TITLE: Title = { scores: [], isForFirms: false }

/** Learns a taxonomy from labelled measures; gives the sections of a file that `Classifier.open` reads. Deterministic. */
export function fitModel(
  rows: readonly LabelledText[],
  taxonomy: CustomTaxonomy,
  { fold, readMeasure, hasRules }: FitOptions,
): Record<string, Section> {
  const columns = columnsOf(taxonomy)
  const byCue = cuesOf(taxonomy, columns, fold)
  const taken = rows.map(row => {
    const source = normalize(row.text, fold)
    return { row, title: normalize(row.title, fold), parts: partsOf(source, readMeasure(source), NO_TITLE, []) }
  })
  // single actions would crowd out what tells whole measures apart
  const grams = countGrams(
    taken.map(({ row, title, parts }) => ({
      document: row.document,
      text: row.isFragment ? title.folded : parts.source.folded.slice(parts.heading.start),
    })),
  )
  const vocabulary = Vocabulary.of([...new Set([...byCue.keys(), ...grams])], byCue.size)
  const prepared = taken.map((each): Prepared => ({ ...each, example: exampleOf(each, vocabulary, columns) }))
  const cues = [...byCue.values(), ...Array.from({ length: vocabulary.size - byCue.size }, () => [])]
  const trainOn = (some: readonly Prepared[]) =>
    quantise(train({ ...examplesOf(some, columns), size: vocabulary.size, cues, columns }), columns)

  const header: ModelHeader = {
    size: vocabulary.size,
    cues: byCue.size,
    step: { body: 1, lead: 1, title: 1 },
    hasRules,
    temperature: {},
    threshold: {},
  }
  const held = holdBack(prepared, some => new Classifier(taxonomy, trainOn(some), vocabulary, header))
  for (const axis of columns.axes) {
    const range = columns.range[axis]!
    const labelled = held.flatMap(({ scores, labels }): HeldBack[] => (labels[axis] === undefined ? [] : [{ scores, label: labels[axis] }]))
    header.temperature[axis] = calibrate(labelled, range)
    header.threshold[axis] = uncertainBelow(labelled, range, header.temperature[axis])
  }
  const model = trainOn(prepared)
  header.step = model.step
  return {
    taxonomy: { json: taxonomy },
    model: { json: header },
    ...Object.fromEntries(GROUPS.map(group => [`model.${group}`, model.tables[group]])),
    'model.bias': model.bias,
    'strings.alphabet': vocabulary.trie.alphabet,
    'strings.cells': vocabulary.trie.cells,
    'strings.starts': vocabulary.beginnings.pairs,
    'strings.alone': vocabulary.beginnings.alone,
  }
}

/** What the model learns from measures, and from each title of a document with the leaf that most of the measures under it have. */
function examplesOf(some: readonly Prepared[], { axes }: Columns): Pick<TrainingTask, 'examples' | 'titles'> {
  const byTitle = new Map<string, Example[]>()
  for (const { row, example } of some) {
    const key = `${row.document}\n${row.title}`
    const list = byTitle.get(key)
    if (list) list.push(example)
    else byTitle.set(key, [example])
  }
  const titles = [...byTitle.values()].map(measures => ({
    ...measures[0]!,
    label: Object.fromEntries(axes.map(axis => [axis, commonest(measures.map(({ label }) => label[axis]))])),
  }))
  return { examples: some.map(({ example }) => example), titles }
}

/** The commonest of some labels, of several the first; undefined where there are none. */
function commonest(labels: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>()
  for (const label of labels) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The cues of the leaves with the columns they speak for. */
function cuesOf({ axes }: CustomTaxonomy, columns: Columns, fold: FoldTable): Map<string, number[]> {
  const byCue = new Map<string, number[]>()
  for (const axis of columns.axes) {
    for (const [i, leaf] of axes[axis]!.leaves.entries()) {
      for (const cue of leaf.cues ?? []) {
        const key = foldKey(cue, fold)
        const column = columns.range[axis]![0] + i
        const list = byCue.get(key)
        if (list === undefined) byCue.set(key, [column])
        else if (!list.includes(column)) list.push(column)
      }
    }
  }
  return byCue
}

function exampleOf(
  { row, title, parts: { source, heading, lead, clauses } }: Omit<Prepared, 'example'>,
  vocabulary: Vocabulary,
  columns: Columns,
): Example {
  const idsIn = ({ codes }: Source, spans: readonly Span[]): number[] => {
    const found = new Found()
    for (const span of spans) vocabulary.find(codes, span, found)
    return [...found.ids.subarray(0, found.count)]
  }
  const label: Record<string, number | undefined> = {}
  for (const axis of columns.axes) {
    const leaf = row.labels[axis]
    if (leaf !== undefined) label[axis] = columns.leaves.indexOf(leaf, columns.range[axis]![0])
  }
  return {
    body: idsIn(source, [heading, ...clauses]),
    lead: idsIn(source, [lead]),
    title: idsIn(title, [{ start: 0, end: title.codes.length }]),
    label,
  }
}

/** Scores of every measure by a classifier that has not seen its document. */
function holdBack(prepared: readonly Prepared[], trainOn: (some: readonly Prepared[]) => Classifier) {
  const turnOf = new Map([...new Set(prepared.map(({ row }) => row.document))].map((document, i) => [document, i % TURNS]))
  return Array.from({ length: TURNS }, (_, turn) => {
    const isHeld = ({ row }: Prepared) => turnOf.get(row.document) === turn
    const classifier = trainOn(prepared.filter(each => !isHeld(each)))
    const held = prepared.filter(each => isHeld(each) && !each.row.isFragment)
    const scores = held.map(({ title, parts }) => classifier.score({ ...parts, title: classifier.readTitle(title) }).total)
    return held.map(({ row, example }, i) => {
      const others = scores.filter((_, j) => j !== i && held[j]!.row.document === row.document)
      return { scores: inCompany(scores[i]!, others, classifier.columns), labels: example.label }
    })
  }).flat()
}
