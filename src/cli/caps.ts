import { defineCommand } from 'citty'
import { toCsv } from '../output/csv.js'
import { toJsonLine } from '../output/json.js'
import { type ProvisionRow, provisionRows } from '../output/provisions.js'
import { toProvisionTable } from '../output/text.js'
import { visible } from '../output/visible.js'
import { toXlsx } from '../output/xlsx.js'
import { type Context, UsageError } from './context.js'
import { eachInput } from './inputs.js'
import { paletteFor } from './palette.js'
import { formatByEnding, Sink } from './sink.js'
import { DICT_ARGUMENT, taggerOptions } from './tagger.js'

const FORMATS = ['table', 'csv', 'xlsx', 'jsonl'] as const
type Format = (typeof FORMATS)[number]

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.txt': 'table',
}

export const caps = defineCommand({
  meta: { name: 'caps', description: 'What is granted, at most how much, to whom and on what condition, as a table' },
  args: {
    files: { type: 'positional', required: false, description: 'Text, HTML, DOCX or PDF files; stdin where none is named or for -' },
    format: {
      type: 'enum',
      options: [...FORMATS],
      description: 'Left out: by the extension of --output, else a table on a terminal and csv in a pipe',
    },
    bom: { type: 'boolean', description: 'Begin csv with a byte order mark, for Excel' },
    dict: DICT_ARGUMENT,
    output: { type: 'string', alias: 'o', valueHint: 'file', description: 'Write to a file instead of stdout' },
  },
  async run({ args, data }) {
    const context = data as Context
    const sink = await Sink.open(context.io, args.output, args._)
    const format = args.format ?? defaultFormat(args.output, sink)
    if (format === 'xlsx' && sink.isTerminal) throw new UsageError('a workbook is no text: name a file with --output')
    if (args.bom && format !== 'csv') throw new UsageError(`--bom is for csv, not for ${format}`)
    const tagger = await context.openTagger(taggerOptions(args.dict))
    const rows: ProvisionRow[] = []
    let read = 0
    try {
      await eachInput(context, args._, sink.isTerminal, async ({ source, text }) => {
        const found = provisionRows({ source, ...tagger.annotate(text) })
        read++
        if (format === 'jsonl') for (const row of found) await sink.write(toJsonLine(row))
        else if (format === 'table') await sink.write(tableOf(context, sink, found, args._.length > 1 ? source : undefined))
        else rows.push(...found)
      })
      if (read > 0 && format === 'csv') await sink.write(toCsv(rows, { bom: args.bom }))
      if (read > 0 && format === 'xlsx') await sink.write(await toXlsx(rows))
    } finally {
      await sink.close()
    }
  },
})

function defaultFormat(output: string | undefined, sink: Sink): Format {
  if (output !== undefined) return formatByEnding(output, BY_EXTENSION) ?? 'csv'
  return sink.isTerminal ? 'table' : 'csv'
}

/** One of several files stands under its name. */
function tableOf({ io }: Context, sink: Sink, rows: readonly ProvisionRow[], source: string | undefined): string {
  const palette = paletteFor(io, sink.isTerminal)
  const table = toProvisionTable(rows, palette) || '文中没有给出支持标准。\n'
  return source === undefined ? table : `${palette.title(visible(source))}\n${table}\n`
}
