import { readFileSync } from 'node:fs'
import type { Io } from '../../src/cli/io.js'
import { main } from '../../src/cli/main.js'
import type { CommandTagger, OpenTagger } from '../../src/cli/tagger.js'
import type { TaggerOptions } from '../../src/options.js'
import type { Classification } from '../../src/types.js'
import { docOf } from '../support/marked.js'
import { SAMPLE } from '../support/sample.js'

export interface Result {
  code: number
  out: string
  /** What was written that is no text, where something was. */
  bytes?: Uint8Array[]
  err: string
}

export interface Terminal {
  stdin?: string | Uint8Array
  stdoutIsTerminal?: boolean
  stderrIsTerminal?: boolean
  env?: Io['env']
  /** Told of the options of each tagger that is opened. */
  opened?: (options: TaggerOptions) => void
  /** Opens taggers in the place of the fake one. */
  openTagger?: OpenTagger
}

const CLASSES = SAMPLE.measures[0] as Classification

const leaf = (id: string, name_zh: string) => ({ id, name_zh })

/** Answers with the sample for its text, with bare words for any other, and fails on 失败. */
export const fakeTagger: CommandTagger = {
  annotate(text) {
    if (text === '失败') throw new RangeError('fault of a stage')
    return text === SAMPLE.text ? SAMPLE : docOf(text)
  },
  classify: (_text, context) => (context?.title ? { ...CLASSES, domain: { ...CLASSES.domain, label: 'fiscal-finance' } } : CLASSES),
  segment: (text, options) => docOf(text).tokens.slice(0, options?.mode === 'search' ? 1 : undefined),
  taxonomy: {
    name: 'sample',
    axes: {
      instrument: { leaves: [leaf('fiscal-subsidy', '财政奖补'), leaf('finance-support', '金融支持')] },
      domain: { leaves: [leaf('sci-tech', '科技创新'), leaf('fiscal-finance', '财政金融')] },
    },
  },
}

/** One command line with its own streams. Without `stdin` the standard input is a terminal. */
export async function run(argv: readonly string[], { stdin, env = {}, opened, openTagger, ...terminal }: Terminal = {}): Promise<Result> {
  let out = ''
  let err = ''
  const bytes: Uint8Array[] = []
  const io: Io = {
    out: async content => {
      if (typeof content === 'string') out += content
      else bytes.push(content)
    },
    err: text => {
      err += text
    },
    readStdin: async () => Buffer.from(stdin ?? ''),
    stdinIsTerminal: stdin === undefined,
    stdoutIsTerminal: terminal.stdoutIsTerminal ?? false,
    stderrIsTerminal: terminal.stderrIsTerminal ?? false,
    env,
  }
  const code = await main(argv, io, async options => {
    opened?.(options)
    return openTagger ? openTagger(options) : fakeTagger
  })
  return { code, out, err, ...(bytes.length > 0 && { bytes }) }
}

export const read = (path: string): string => readFileSync(path, 'utf8')
