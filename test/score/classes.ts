/**
 * Classes: ours beside the baselines, on the test split of `corpus/measures` and on labelled measures of real documents, none of which is trained on.
 * A measure is classified in its document, as it is when a document is annotated. Where measures carry a second annotator's labels, agreement is told too.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type CorpusRow, readCorpus, readTaxonomyWithCues, splitOf } from '../../src/classify/build.js'
import { Classifier } from '../../src/classify/classifier.js'
import { contextsOf, evaluate, scoredRows } from '../../src/corpus/evaluation.js'
import { axisScore } from '../../src/corpus/rates.js'
import { parseRows } from '../../src/corpus/rows.js'
import { Lexicon } from '../../src/lexicon/lexicon.js'
import { classifyText } from '../../src/pipeline.js'
import type { Axis, ClassifyContext, Label } from '../../src/types.js'
import { loadBuilt } from '../support/built.js'
import { sharedPath } from '../support/shared.js'

/** natural's Bayes alone: its main entry opens database drivers and prints. */
interface Bayes {
  addDocument(tokens: string[], label: string): void
  train(): void
  classify(tokens: string[]): string
}
const NaturalBayes = createRequire(import.meta.url)('natural/lib/natural/classifiers/bayes_classifier') as new (
  stemmer: undefined,
  smoothing: number,
) => Bayes

/** Its default of 1 gives every text to the smallest class; this does best on our dev split. */
const SMOOTHING = 0.05

type Labelled = Pick<CorpusRow, 'title' | 'text' | 'document' | Axis | 'instrument2' | 'domain2'>
/** The label of a measure; a bare leaf where a method gives no score. */
type Predict = (row: Labelled, context: ClassifyContext) => Label | string

const AXES: readonly Axis[] = ['instrument', 'domain']
const corpusFile = (path: string) => new URL(`../../corpus/${path}`, import.meta.url)
const tagger = await (await loadBuilt()).openTagger()
const corpus = readCorpus()
const train = corpus.filter(row => splitOf(row.document) === 'train')

const words = (row: Labelled): string[] => tagger.segment(row.text).map(token => token.text)

function majority(axis: Axis): Predict {
  const counts = new Map<string, number>()
  for (const row of train) counts.set(row[axis], (counts.get(row[axis]) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]![0]
  return () => most
}

/** The leaf whose cues stand in the measure and its title most often. */
function cuesAlone(axis: Axis): Predict {
  const leaves = readTaxonomyWithCues().axes[axis]!.leaves
  return ({ title, text }) => {
    const hits = leaves.map(({ id, cues = [] }) => ({ id, count: cues.filter(cue => text.includes(cue) || title.includes(cue)).length }))
    return hits.reduce((a, b) => (b.count > a.count ? b : a)).id
  }
}

function bayes(axis: Axis): Predict {
  const classifier = new NaturalBayes(undefined, SMOOTHING)
  for (const row of train) classifier.addDocument(words(row), row[axis])
  classifier.train()
  return row => classifier.classify(words(row))
}

function withoutRules(): (axis: Axis) => Predict {
  const lexicon = Lexicon.open(readFileSync(new URL('../../dist/zhengce.dict', import.meta.url)))
  const { taxonomy, model, vocabulary, header } = Classifier.open(lexicon.sections)
  const own = new Classifier(taxonomy, model, vocabulary, { ...header, hasRules: false })
  return axis => (row, context) => classifyText(row.text, context, { lexicon, classifiers: { own } })[axis]
}

const ours =
  (axis: Axis): Predict =>
  (row, context) =>
    tagger.classify(row.text, context)[axis]

const METHODS: Readonly<Record<string, (axis: Axis) => Predict>> = {
  majority,
  'cues alone': cuesAlone,
  "natural's Bayes": bayes,
  'ours without rules': withoutRules(),
  ours,
}

interface TestSet {
  rows: Labelled[]
  contexts: ClassifyContext[]
}

/** Measures of real documents that are labelled by document id and offsets; their texts stand beside the checkout. */
function realMeasures(file: string, folder: string): TestSet {
  const titles = new Map<string, string>()
  for (const { id, title } of parseRows<{ id: string; title: string }>(readFileSync(`${folder}/index.jsonl`, 'utf8'), 'index.jsonl'))
    titles.set(id, title)
  const marks = parseRows<Labelled & { start: number; end: number }>(readFileSync(corpusFile(`real/${file}`), 'utf8'), file)
  const documents = new Map(marks.map(({ document }) => [document, readFileSync(`${folder}/${document}.txt`, 'utf8')]))
  return {
    rows: marks.map(mark => ({
      ...mark,
      title: titles.get(mark.document)!,
      text: documents.get(mark.document)!.slice(mark.start, mark.end),
    })),
    contexts: marks.map(({ document, start }) => ({ title: titles.get(document)!, text: documents.get(document)!, start })),
  }
}

/** Files of labelled measures of real documents; `second.jsonl` holds labels of another annotator. */
const realFiles = (): string[] =>
  readdirSync(corpusFile('real'))
    .filter(file => file.startsWith('measures'))
    .sort()

function testSets(): Record<string, TestSet> {
  const test = corpus.filter(row => splitOf(row.document) === 'test')
  const sets: Record<string, TestSet> = { 'test split': { rows: test, contexts: contextsOf(test.map(row => ({ ...row }))) } }
  const folder = sharedPath('real/policies')
  if (!folder) console.log('classes: ../shared/real is absent, real documents are passed over')
  else {
    for (const file of realFiles()) sets[`real documents, ${file}`] = realMeasures(file, folder)
  }
  return sets
}

const figure = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? '' : value.toFixed(3))

for (const [name, { rows, contexts }] of Object.entries(testSets())) {
  const table: Record<string, Record<string, string>> = {}
  for (const axis of AXES) {
    for (const [method, make] of Object.entries(METHODS)) {
      const predict = make(axis)
      const labels = rows.map((row, i) => predict(row, contexts[i]!))
      const scored = labels.map((label): Label => (typeof label === 'string' ? { label, score: 1, secondary: [], evidence: [] } : label))
      const result = evaluate(
        scoredRows(
          rows.map(row => ({ ...row })),
          scored,
          axis,
        ),
      )
      const isScored = typeof labels[0] !== 'string'
      table[`${axis}: ${method}`] = {
        accuracy: figure(result.accuracy),
        'primary or secondary': figure(result.accuracyPrimaryOrSecondary),
        'macro F1': figure(result.macroF1),
        kappa: figure(result.kappa),
        ECE: figure(isScored ? result.calibrationError : undefined),
        uncertain: isScored ? String(result.uncertain.n) : '',
        'their accuracy': figure(result.uncertain.accuracy),
        'of all others': figure(isScored ? result.certain.accuracy : undefined),
      }
    }
  }
  console.log(`classes: ${rows.length} measures of the ${name}`)
  console.table(table)
}

/** A measure as an annotator labelled it, told by its id or by where it stands; `first` has what the first said where a third reader settled it otherwise. */
type Marked = { id?: string; document?: string; start?: number; first?: Record<Axis, string> } & Record<Axis, string>

const keyOf = ({ id, document, start }: Marked): string => id ?? `${document}:${start}`

/** Agreement of two annotators who labelled the same measures apart. */
function agreement(name: string, measures: readonly Marked[]): void {
  const byKey = new Map(measures.map(row => [keyOf(row), row]))
  const rows = parseRows<Marked>(readFileSync(corpusFile(`${name}/second.jsonl`), 'utf8'), 'second.jsonl').filter(row =>
    byKey.has(keyOf(row)),
  )
  for (const axis of AXES) {
    const pairs = rows.map(row => ({ gold: (row.first ?? byKey.get(keyOf(row))!)[axis], got: row[axis], secondary: [] }))
    const { n, accuracy, kappa } = axisScore(pairs)
    console.log(`classes: two annotators, ${name}, ${axis}, ${n} measures: agreement ${figure(accuracy)}, kappa ${figure(kappa)}`)
  }
}

agreement('measures', corpus)
agreement(
  'real',
  realFiles().flatMap(file => parseRows<Marked>(readFileSync(corpusFile(`real/${file}`), 'utf8'), file)),
)
