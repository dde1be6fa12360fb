import { once } from 'node:events'

/** What a command sees of the process; tests pass their own. */
export interface Io {
  /** Resolves when the content is accepted, so that a slow reader slows the work. */
  out(content: string | Uint8Array): Promise<void>
  err(text: string): void
  readStdin(): Promise<Uint8Array>
  stdinIsTerminal: boolean
  stdoutIsTerminal: boolean
  stderrIsTerminal: boolean
  env: Readonly<Record<string, string | undefined>>
}

export const processIo = (): Io => ({
  async out(content) {
    if (!process.stdout.write(content)) await once(process.stdout, 'drain')
  },
  err: text => void process.stderr.write(text),
  async readStdin() {
    const chunks: Uint8Array[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
    return Buffer.concat(chunks)
  },
  stdinIsTerminal: process.stdin.isTTY === true,
  stdoutIsTerminal: process.stdout.isTTY === true,
  stderrIsTerminal: process.stderr.isTTY === true,
  env: process.env,
})

/** NO_COLOR and FORCE_COLOR decide where they are set; else a stream is coloured where it is a terminal. */
export function wantsColour(env: Io['env'], isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return isTerminal && env.TERM !== 'dumb'
}
