import { readDocument } from '../corpus/reader.js'
import { ZhengceError } from '../errors.js'
import { type Context, UsageError } from './context.js'
import { Progress } from './progress.js'
import { WriteError } from './sink.js'

export interface Input {
  /** Path as given; `stdin` for the standard input. */
  source: string
  text: string
}

const STDIN = '-'

/**
 * Reads the files, or stdin where none is named, and does the work on each in turn.
 * A file that cannot be read or worked on is reported and the others are done all the same.
 */
export async function eachInput(
  context: Context,
  files: readonly string[],
  resultsOnTerminal: boolean,
  work: (input: Input) => void | Promise<void>,
): Promise<void> {
  if (files.length === 0 && context.io.stdinIsTerminal) throw new UsageError('no input: name files, or pipe a text in')
  const paths = files.length > 0 ? files : [STDIN]
  const progress = new Progress(context.io, paths.length, resultsOnTerminal)
  for (const [index, path] of paths.entries()) {
    progress.step(index, path)
    try {
      await work(await readInput(context, path))
    } catch (error) {
      if (error instanceof WriteError) throw error
      progress.clear()
      context.report(error, isAboutFile(error) ? undefined : path)
    }
  }
  progress.clear()
}

async function readInput({ io }: Context, path: string): Promise<Input> {
  if (path !== STDIN) return { source: path, text: await readDocument(path) }
  return { source: 'stdin', text: await readDocument(await io.readStdin(), { name: 'stdin' }) }
}

/** Messages of the reader name the file themselves. */
const isAboutFile = (error: unknown): boolean => error instanceof ZhengceError && /^(?:FILE|DOCUMENT)_/.test(error.code)
