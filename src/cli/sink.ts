import { type FileHandle, open, realpath } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { ZhengceError } from '../errors.js'
import { UsageError } from './context.js'
import type { Io } from './io.js'

/** The results cannot be written; nothing that follows could be either. */
export class WriteError extends ZhengceError {
  constructor(path: string, cause: unknown) {
    super('FILE_UNWRITABLE', `${path} cannot be written (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`, { cause })
  }
}

/** Where results go: stdout, or the file of --output, which is made with the first of them. */
export class Sink {
  #file: FileHandle | undefined

  private constructor(
    private readonly io: Io,
    private readonly path: string | undefined,
  ) {}

  /** @throws UsageError where the file is one of the inputs */
  static async open(io: Io, path: string | undefined, inputs: readonly string[]): Promise<Sink> {
    if (path !== undefined) {
      const target = await canonical(path)
      for (const input of inputs)
        if ((await canonical(input)) === target) throw new UsageError(`--output ${path} is an input file and would be lost`)
    }
    return new Sink(io, path)
  }

  get isTerminal(): boolean {
    return this.path === undefined && this.io.stdoutIsTerminal
  }

  async write(content: string | Uint8Array): Promise<void> {
    if (this.path === undefined) return this.io.out(content)
    try {
      this.#file ??= await open(this.path, 'w')
      await this.#file.writeFile(content)
    } catch (cause) {
      throw new WriteError(this.path, cause)
    }
  }

  async close(): Promise<void> {
    await this.#file?.close()
  }
}

/** The format that the ending of a file stands for; undefined for a file without an ending. @throws UsageError for another ending */
export function formatByEnding<Format>(path: string, endings: Readonly<Record<string, Format>>): Format | undefined {
  const ending = extname(path).toLowerCase()
  if (ending === '' || Object.hasOwn(endings, ending)) return endings[ending]
  throw new UsageError(`--output ${path}: no format ends in ${ending}; use ${Object.keys(endings).join(', ')}, or name one with --format`)
}

const canonical = (path: string): Promise<string> => realpath(path).catch(() => resolve(path))
