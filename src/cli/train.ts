import { defineCommand } from 'citty'
import type { TrainingRow } from '../classify/checks.js'
import type { CustomTaxonomy } from '../classify/taxonomy.js'
import { readDocument } from '../corpus/reader.js'
import { parseRows } from '../corpus/rows.js'
import { ZhengceError } from '../errors.js'
import { visible } from '../output/visible.js'
import { type Context, UsageError } from './context.js'
import { Sink } from './sink.js'

export const train = defineCommand({
  meta: { name: 'train', description: 'Learn a taxonomy of your own from labelled measures' },
  args: {
    rows: { type: 'positional', required: true, description: 'Files of JSON lines: text, title, document, and by axis the id of a leaf' },
    taxonomy: { type: 'string', required: true, alias: 't', valueHint: 'file', description: 'The taxonomy, as JSON' },
    output: { type: 'string', required: true, alias: 'o', valueHint: 'file', description: 'Where to write the model' },
  },
  async run({ args, data }) {
    const context = data as Context
    if (args._.length === 0) throw new UsageError('no rows: name files of labelled measures')
    const sink = await Sink.open(context.io, args.output, [...args._, args.taxonomy])
    const taxonomy = await readTaxonomy(args.taxonomy)
    const rows = await readRows<TrainingRow>(args._)
    const { trainTaxonomy } = await import('../train.js')
    const model = await trainTaxonomy(rows, taxonomy)
    await sink.write(model)
    await sink.close()
    context.io.err(`${args.output}: ${rows.length} rows, ${(model.length / 1e6).toFixed(1)} MB\n`)
    const unseen = leavesWithoutRows(rows, taxonomy)
    if (unseen.length > 0)
      context.io.err(`warning: no row is labelled ${visible(unseen.join(', '))}; the model has learnt nothing of these\n`)
  },
})

function leavesWithoutRows(rows: readonly TrainingRow[], { axes }: CustomTaxonomy): string[] {
  return Object.entries(axes).flatMap(([axis, { leaves }]) => {
    const seen = new Set(rows.map(row => row[axis]))
    return leaves.filter(({ id }) => !seen.has(id)).map(({ id }) => `${axis} ${id}`)
  })
}

/** The rows of all files, one behind the other. */
export async function readRows<Row>(paths: readonly string[]): Promise<Row[]> {
  const files: Row[][] = []
  for (const path of paths) files.push(parseRows<Row>(await readDocument(path), path))
  return files.flat()
}

/** @throws TAXONOMY_MALFORMED where the file is no JSON; what it says is checked by the training */
async function readTaxonomy(path: string): Promise<CustomTaxonomy> {
  const text = await readDocument(path)
  try {
    return JSON.parse(text) as CustomTaxonomy
  } catch (cause) {
    throw new ZhengceError('TAXONOMY_MALFORMED', `${path} is no JSON.`, { cause })
  }
}
