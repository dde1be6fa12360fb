import { defineCommand } from 'citty'
import { checkFields } from '../classify/checks.js'
import type { CurvePoint } from '../corpus/curve.js'
import { contextsOf, type EvaluatedRow, type Evaluation, evaluate as evaluateAxis, scoredRows } from '../corpus/evaluation.js'
import { renderTable } from '../output/width.js'
import type { Label } from '../types.js'
import { type Context, UsageError } from './context.js'
import type { CommandTagger } from './tagger.js'
import { readRows } from './train.js'

export const evaluate = defineCommand({
  meta: { name: 'evaluate', description: 'How well labelled measures are classified: by axis, by leaf, and what is taken for what' },
  args: {
    rows: { type: 'positional', required: true, description: 'Files of JSON lines: text, title, document, and by axis the id of a leaf' },
    model: { type: 'string', alias: 'm', valueHint: 'file', description: 'A model of `zhengce train`; left out, the built-in taxonomy' },
    curve: { type: 'boolean', description: 'Also learn from growing shares of the rows and tell what each share is good for' },
    json: { type: 'boolean', description: 'As JSON' },
  },
  async run({ args, data }) {
    const context = data as Context
    if (args._.length === 0) throw new UsageError('no rows: name files of labelled measures')
    const rows = await readRows<EvaluatedRow>(args._)
    const tagger = await context.openTagger(args.model === undefined ? {} : { model: args.model })
    checkFields(rows, tagger.customTaxonomy ?? tagger.taxonomy)
    const result = evaluateRows(rows, tagger)
    const curve = args.curve ? await curveOf(rows, tagger) : undefined
    await context.io.out(args.json ? `${JSON.stringify({ axes: result, ...(curve && { curve }) }, rounded, 1)}\n` : toTables(result, curve))
  },
})

async function curveOf(rows: readonly EvaluatedRow[], { customTaxonomy, taxonomy }: CommandTagger): Promise<CurvePoint[]> {
  const { learningCurve } = await import('../corpus/curve.js')
  return learningCurve(rows, customTaxonomy ?? taxonomy)
}

function evaluateRows(rows: readonly EvaluatedRow[], tagger: CommandTagger): Record<string, Evaluation> {
  const contexts = contextsOf(rows)
  const { customTaxonomy } = tagger
  const labels = rows.map(({ text }, i): Record<string, Label> => {
    const { labels = {}, ...own } = tagger.classify(text, contexts[i])
    return customTaxonomy ? labels : own
  })
  const evaluations: Record<string, Evaluation> = {}
  for (const axis of Object.keys((customTaxonomy ?? tagger.taxonomy).axes)) {
    const scored = scoredRows(
      rows,
      labels.map(label => label[axis]!),
      axis,
    )
    if (scored.length > 0) evaluations[axis] = evaluateAxis(scored)
  }
  if (Object.keys(evaluations).length === 0) throw new UsageError('the rows have no labels on the axes of the taxonomy')
  return evaluations
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1e4) / 1e4 : value

const figure = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(3))
const right = (title: string) => ({ title, align: 'right' }) as const

function toTables(result: Readonly<Record<string, Evaluation>>, curve: readonly CurvePoint[] | undefined): string {
  const summary = renderTable(
    [
      { title: 'axis' },
      ...['accuracy', 'or 2nd', 'macro F1', 'kappa', 'ECE', 'n', 'uncertain', 'accuracy', 'certain', 'accuracy'].map(right),
    ],
    Object.entries(result).map(([axis, each]) => [
      axis,
      ...[each.accuracy, each.accuracyPrimaryOrSecondary, each.macroF1, each.kappa, each.calibrationError].map(figure),
      String(each.n),
      ...[each.uncertain, each.certain].flatMap(({ n, accuracy }) => [String(n), figure(accuracy)]),
    ]),
  )
  const sections = [summary, ...Object.entries(result).map(([axis, each]) => leafTable(axis, each)), ...(curve ? [curveTable(curve)] : [])]
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** A leaf a row; behind its figures how often it was given which leaf, by the leaf's number. */
function leafTable(axis: string, { leaves, confusion }: Evaluation): string[] {
  const names = Object.keys(leaves)
  return renderTable(
    [{ title: axis }, ...['P', 'R', 'F1', 'gold', ...names.map((_, i) => String(i + 1))].map(right)],
    names.map((gold, i) => {
      const { P, R, F1, gold: n } = leaves[gold]!
      return [`${i + 1} ${gold}`, figure(P), figure(R), figure(F1), String(n), ...names.map(got => String(confusion[gold]![got] ?? '·'))]
    }),
  )
}

function curveTable(curve: readonly CurvePoint[]): string[] {
  const axes = Object.keys(curve[0]!.axes)
  return renderTable(
    [right('learnt from'), right('held back'), ...axes.flatMap(axis => [right(axis), right('macro F1')])],
    curve.map(({ rows, held, axes: scores }) => [
      String(rows),
      String(held),
      ...axes.flatMap(axis => [figure(scores[axis]!.accuracy), figure(scores[axis]!.macroF1)]),
    ]),
  )
}
