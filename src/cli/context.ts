import pc from 'picocolors'
import { ZhengceError } from '../errors.js'
import { visible } from '../output/visible.js'
import { type Io, wantsColour } from './io.js'
import type { OpenTagger } from './tagger.js'

/** Exit codes; `--help` tells them. */
export const EXIT = { ok: 0, problems: 1, usage: 2 } as const

/** A command line that makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What every command is given. */
export class Context {
  /** Whether anything was wrong with the input; decides the exit code. */
  failed = false

  constructor(
    readonly io: Io,
    readonly openTagger: OpenTagger,
  ) {}

  /** Tells of a problem on stderr, as `CODE: message` with a hint below, and lets the work go on. */
  report(error: unknown, where?: string): void {
    this.failed = true
    const { code, message, hint } = describe(error)
    const colours = pc.createColors(wantsColour(this.io.env, this.io.stderrIsTerminal))
    const place = where === undefined ? '' : `${visible(where)}: `
    this.io.err(`${colours.red(code)}: ${place}${visible(message)}\n  ${colours.dim(visible(hint))}\n`)
  }
}

function describe(error: unknown): { code: string; message: string; hint: string } {
  if (error instanceof ZhengceError) return error
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'INTERNAL', message, hint: 'This is a fault of zhengce; please report it with the text that led to it.' }
}
