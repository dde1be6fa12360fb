import { defineCommand } from 'citty'
import { ENTITY_TYPES, FURTHER_TYPES, type TaggerOptions } from '../options.js'
import { toHtml } from '../output/html.js'
import { type DocRecord, toJson, toJsonLine } from '../output/json.js'
import { toText } from '../output/text.js'
import { visible } from '../output/visible.js'
import type { LabelNames } from '../output/wording.js'
import type { EntityType } from '../types.js'
import { type Context, UsageError } from './context.js'
import { eachInput } from './inputs.js'
import { paletteFor } from './palette.js'
import { formatByEnding, Sink } from './sink.js'
import { DICT_ARGUMENT, labelNames, taggerOptions } from './tagger.js'

const FORMATS = ['json', 'jsonl', 'text', 'html'] as const
type Format = (typeof FORMATS)[number]

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
}

export const annotate = defineCommand({
  meta: { name: 'annotate', description: 'Words, entities, measures and their classes of policy texts' },
  args: {
    files: { type: 'positional', required: false, description: 'Text, HTML, DOCX or PDF files; stdin where none is named or for -' },
    format: {
      type: 'enum',
      options: [...FORMATS],
      description: 'Left out: by the extension of --output, else text on a terminal and json in a pipe',
    },
    dict: DICT_ARGUMENT,
    entities: {
      type: 'string',
      valueHint: 'types',
      description: `Entity types to find beyond the usual ones, separated by commas, or all: ${FURTHER_TYPES.join(', ')}`,
    },
    output: { type: 'string', alias: 'o', valueHint: 'file', description: 'Write to a file instead of stdout' },
  },
  async run({ args, data }) {
    const context = data as Context
    const sink = await Sink.open(context.io, args.output, args._)
    const format = args.format ?? defaultFormat(args.output, sink)
    const tagger = await context.openTagger({ ...taggerOptions(args.dict), ...typesOf(args.entities) })
    const writer = writerFor(format, sink, context, labelNames(tagger), args._.length)
    try {
      await eachInput(context, args._, sink.isTerminal, ({ source, text }) => writer.add({ source, ...tagger.annotate(text) }))
      await writer.end()
    } finally {
      await sink.close()
    }
  },
})

/** @throws UsageError for a type that there is not */
function typesOf(written: string | undefined): Pick<TaggerOptions, 'entities'> {
  if (written === undefined) return {}
  if (written === 'all') return { entities: 'all' }
  const types = written.split(',')
  const unknown = types.find(type => !ENTITY_TYPES.some(known => known === type))
  if (unknown !== undefined) throw new UsageError(`there is no entity type ${unknown}`)
  return { entities: types as EntityType[] }
}

function defaultFormat(output: string | undefined, sink: Sink): Format {
  if (output !== undefined) return formatByEnding(output, BY_EXTENSION) ?? 'json'
  return sink.isTerminal ? 'text' : 'json'
}

/** Takes documents one by one; a format that needs them all writes at the end. */
interface Writer {
  add(record: DocRecord): void | Promise<void>
  end(): void | Promise<void>
}

function writerFor(format: Format, sink: Sink, { io }: Context, names: LabelNames, files: number): Writer {
  switch (format) {
    case 'json':
      // How many were asked for decides, not how many could be read, so that scripts know what they get.
      return collect(records => sink.write(toJson(files > 1 ? records : records[0]!)))
    case 'html':
      return collect(records => sink.write(toHtml(records, { names })))
    case 'jsonl':
      return { add: record => sink.write(toJsonLine(record)), end: () => {} }
    case 'text': {
      const palette = paletteFor(io, sink.isTerminal)
      const head = (source: string) => (files > 1 ? `${palette.faint(`── ${visible(source)} ──`)}\n\n` : '')
      const tail = files > 1 ? '\n' : ''
      return { add: record => sink.write(head(record.source) + toText(record, { names, palette }) + tail), end: () => {} }
    }
  }
}

/** Nothing is written where no document could be read. */
function collect(write: (records: readonly DocRecord[]) => Promise<void>): Writer {
  const records: DocRecord[] = []
  return {
    add: record => void records.push(record),
    end: async () => {
      if (records.length > 0) await write(records)
    },
  }
}
