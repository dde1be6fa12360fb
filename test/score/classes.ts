/** Classes: ours beside the baselines, on the test split of `corpus/measures` and on labelled measures of real documents. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type CorpusRow, readCorpus, splitOf } from '../../src/classify/build.js'
import { axisScore, type ClassRow } from '../../src/corpus/rates.js'
import type { Axis } from '../../src/types.js'
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

type Labelled = Pick<CorpusRow, 'title' | 'text' | Axis | 'instrument2' | 'domain2'>
type Predict = (row: Labelled) => string

const AXES: readonly Axis[] = ['instrument', 'domain']
const tagger = await (await loadBuilt()).openTagger()
const corpus = readCorpus()
const train = corpus.filter(row => splitOf(row.document) === 'train')
const sets: Record<string, Labelled[]> = {
  'test split': corpus.filter(row => splitOf(row.document) === 'test'),
  'real documents': realMeasures(),
}

const words = (row: Labelled): string[] => tagger.segment(row.text).map(token => token.text)

function majority(axis: Axis): Predict {
  const counts = new Map<string, number>()
  for (const row of train) counts.set(row[axis], (counts.get(row[axis]) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]![0]
  return () => most
}

function bayes(axis: Axis): Predict {
  const classifier = new NaturalBayes(undefined, SMOOTHING)
  for (const row of train) classifier.addDocument(words(row), row[axis])
  classifier.train()
  return row => classifier.classify(words(row))
}

const ours =
  (axis: Axis): Predict =>
  row =>
    tagger.classify(row.text, { title: row.title })[axis].label

/** Measures of real documents that are labelled by document id and offsets; their texts stand beside the checkout. */
function realMeasures(): Labelled[] {
  const file = new URL('../../corpus/real/measures.jsonl', import.meta.url)
  const folder = sharedPath('real/policies')
  if (!folder || !existsSync(file)) {
    console.log('classes: ../shared/real is absent, real documents are passed over')
    return []
  }
  const titles = new Map<string, string>()
  for (const line of readFileSync(`${folder}/index.jsonl`, 'utf8').split('\n').filter(Boolean)) {
    const { id, title } = JSON.parse(line)
    titles.set(id, title)
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
    .map(row => ({
      ...row,
      title: titles.get(row.document),
      text: readFileSync(`${folder}/${row.document}.txt`, 'utf8').slice(row.start, row.end),
    }))
}

for (const [name, rows] of Object.entries(sets)) {
  if (rows.length === 0) continue
  const table: Record<string, Record<string, string | number>> = {}
  for (const axis of AXES) {
    for (const [method, predict] of Object.entries({ majority: majority(axis), "natural's Bayes": bayes(axis), ours: ours(axis) })) {
      const scored = axisScore(rows.map((row): ClassRow => ({ gold: row[axis], got: predict(row), secondary: row[`${axis}2`] })))
      table[`${axis}: ${method}`] = {
        accuracy: scored.accuracy.toFixed(3),
        'primary or secondary': scored.accuracyPrimaryOrSecondary.toFixed(3),
        'macro F1': scored.macroF1.toFixed(3),
        kappa: scored.kappa.toFixed(3),
      }
    }
  }
  console.log(`classes: ${rows.length} measures of the ${name}`)
  console.table(table)
}
