import { defineCommand } from 'citty'
import { toJsonLine } from '../output/json.js'
import type { Token } from '../types.js'
import type { Context } from './context.js'
import { eachInput } from './inputs.js'
import { Sink } from './sink.js'
import { DICT_ARGUMENT, taggerOptions } from './tagger.js'

export const segment = defineCommand({
  meta: { name: 'segment', description: 'Words of texts, joined by a separator or as records' },
  args: {
    files: { type: 'positional', required: false, description: 'Text, HTML, DOCX or PDF files; stdin where none is named or for -' },
    mode: {
      type: 'enum',
      options: ['default', 'fine', 'search', 'full'],
      default: 'default',
      description: 'fine cuts compounds, search adds the words inside long words, full all words of the dictionary',
    },
    separator: { type: 'string', alias: 's', default: ' ', description: 'What stands between two words' },
    format: { type: 'enum', options: ['text', 'jsonl'], default: 'text', description: 'jsonl: a record {source, tokens} for each file' },
    dict: DICT_ARGUMENT,
    output: { type: 'string', alias: 'o', valueHint: 'file', description: 'Write to a file instead of stdout' },
  },
  async run({ args, data }) {
    const context = data as Context
    const sink = await Sink.open(context.io, args.output, args._)
    const tagger = await context.openTagger(taggerOptions(args.dict))
    try {
      await eachInput(context, args._, sink.isTerminal, ({ source, text }) => {
        const tokens = tagger.segment(text, { mode: args.mode })
        return sink.write(args.format === 'jsonl' ? toJsonLine({ source, tokens }) : joinLines(text, tokens, args.separator))
      })
    } finally {
      await sink.close()
    }
  },
})

/** The lines of the text, their words joined; blanks between words are left out. */
function joinLines(text: string, tokens: readonly Token[], separator: string): string {
  const lines: string[] = []
  let words: string[] = []
  let at = 0
  for (const token of tokens) {
    for (let breaks = lineBreaks(text.slice(at, token.end)); breaks > 0; breaks--) {
      lines.push(words.join(separator))
      words = []
    }
    at = Math.max(at, token.end)
    const word = token.text.trim()
    if (word) words.push(word)
  }
  if (words.length > 0) lines.push(words.join(separator))
  return lines.map(line => `${line}\n`).join('')
}

const lineBreaks = (text: string): number => text.split('\n').length - 1
