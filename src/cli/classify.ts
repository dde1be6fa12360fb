import { defineCommand } from 'citty'
import { decodeText } from '../corpus/reader.js'
import { visible } from '../output/visible.js'
import { AXIS_NAMES, type LabelNames, labelName } from '../output/wording.js'
import type { Axis, Label } from '../types.js'
import { type Context, UsageError } from './context.js'
import { paletteFor } from './palette.js'
import { DICT_ARGUMENT, labelNames, taggerOptions } from './tagger.js'

export const classify = defineCommand({
  meta: { name: 'classify', description: 'Both classes of one measure, with the words that speak for them' },
  args: {
    text: { type: 'positional', required: false, description: 'The measure; read from stdin where it is left out' },
    title: { type: 'string', description: 'Title of the document that it comes from' },
    dict: DICT_ARGUMENT,
    json: { type: 'boolean', description: 'As JSON' },
  },
  async run({ args, data }) {
    const context = data as Context
    if (args._.length > 1) throw new UsageError('more than one text: put the measure in quotation marks')
    const text = args.text ?? (await readMeasure(context))
    if (!text.trim()) throw new UsageError('the text is empty')
    const tagger = await context.openTagger(taggerOptions(args.dict))
    const classes = tagger.classify(text, args.title === undefined ? undefined : { title: args.title })
    if (args.json) return context.io.out(`${JSON.stringify(classes, undefined, 2)}\n`)
    const names = labelNames(tagger)
    const lines = (['instrument', 'domain'] as const).flatMap(axis => labelLines(context, names, axis, classes[axis]))
    await context.io.out(`${lines.join('\n')}\n`)
  },
})

async function readMeasure({ io }: Context): Promise<string> {
  if (io.stdinIsTerminal) throw new UsageError('no input: give the text of a measure, or pipe it in')
  return decodeText(await io.readStdin(), 'stdin')
}

function labelLines({ io }: Context, names: LabelNames, axis: Axis, { label, score, secondary, evidence }: Label): string[] {
  const palette = paletteFor(io, io.stdoutIsTerminal)
  const named = (leaf: string) => `${labelName(names, axis, leaf)} (${leaf})`
  return [
    `${AXIS_NAMES[axis]}  ${palette.label(named(label))}  ${Math.round(score * 100)}%`,
    ...(secondary.length > 0 ? [`  另：${secondary.map(named).join('、')}`] : []),
    ...evidence.map(({ rule, leaf, text }) => palette.faint(`  ${rule}  ${labelName(names, axis, leaf)}  “${visible(text)}”`)),
  ]
}
