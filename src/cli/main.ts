import { stripVTControlCharacters } from 'node:util'
import { type ArgsDef, type CommandDef, defineCommand, parseArgs, renderUsage, runCommand } from 'citty'
import packageJson from '../../package.json' with { type: 'json' }
import { annotate } from './annotate.js'
import { caps } from './caps.js'
import { classify } from './classify.js'
import { Context, EXIT, UsageError } from './context.js'
import { dict } from './dict.js'
import { evaluate } from './evaluate.js'
import { type Io, wantsColour } from './io.js'
import { score } from './score.js'
import { segment } from './segment.js'
import { type OpenTagger, openDefaultTagger } from './tagger.js'
import { train } from './train.js'

const { version } = packageJson

const root = defineCommand({
  meta: { name: 'zhengce', version, description: 'Chinese policy text in; words, entities, measures and their classes out' },
  subCommands: { annotate, caps, segment, classify, dict, score, train, evaluate },
})

const EXIT_CODES = `EXIT CODES

  0  all went well
  1  something is wrong with the input: a file that cannot be read, a dictionary or gold file with faults
  2  wrong usage: an unknown command or option, a value that is none, no input
`

/** Runs one command line and returns the exit code. Never throws, never prints a stack trace. */
export async function main(argv: readonly string[], io: Io, openTagger: OpenTagger = openDefaultTagger): Promise<number> {
  const chosen = choose(argv)
  const context = new Context(io, openTagger)
  try {
    if (asksForHelp(chosen.rest)) await io.out(await helpOf(chosen, io))
    else if (isRoot(chosen) && ['--version', '-v'].includes(chosen.rest[0] ?? '')) await io.out(`${version}\n`)
    else await runChosen(chosen, context)
  } catch (error) {
    if (isUsageError(error)) return reportUsage(error, chosen, io)
    context.report(error)
  }
  return context.failed ? EXIT.problems : EXIT.ok
}

// biome-ignore lint/suspicious/noExplicitAny: citty's own type for a command with whatever arguments
type AnyCommand = CommandDef<any>

interface Chosen {
  command: AnyCommand
  /** Names of the commands that lead here: zhengce dict check. */
  path: string[]
  rest: string[]
}

const isRoot = ({ command }: Chosen): boolean => command === root

/** Follows the names of commands from the left. */
function choose(argv: readonly string[]): Chosen {
  let command: AnyCommand = root
  const path = ['zhengce']
  for (let at = 0; ; at++) {
    const name = argv[at]
    const under = command.subCommands as Record<string, AnyCommand> | undefined
    if (name === undefined || !under || !Object.hasOwn(under, name)) return { command, path, rest: argv.slice(at) }
    command = under[name]!
    path.push(name)
  }
}

async function runChosen({ command, rest }: Chosen, context: Context): Promise<void> {
  const [name] = rest
  if (command.subCommands) throw new UsageError(name === undefined ? 'no command given' : `unknown ${kindOf(name)} ${name}`)
  checkOptions(rest, (command.args ?? {}) as ArgsDef)
  await runCommand(command, { rawArgs: [...rest], data: context })
}

const kindOf = (argument: string): string => (argument.startsWith('-') ? 'option' : 'command')

/** citty lets unknown options and options without their value pass. */
function checkOptions(rest: readonly string[], args: ArgsDef): void {
  const options = new Map<string, ArgsDef[string]>()
  for (const [name, definition] of Object.entries(args)) {
    if (definition.type === 'positional') continue
    for (const each of [name, (definition as { alias?: string }).alias ?? []].flat()) options.set(each, definition)
  }
  const { _: positionals, ...given } = parseArgs([...rest], args)
  for (const [name, value] of Object.entries(given)) {
    if (args[name]?.type === 'positional') continue
    const definition = options.get(name)
    if (!definition) throw new UsageError(`unknown option ${name.length > 1 ? '--' : '-'}${name}`)
    if (definition.type !== 'boolean' && value === '' && name !== 'separator') throw new UsageError(`--${name} needs a value`)
  }
  if (positionals.includes('')) throw new UsageError('an argument is empty')
}

/** What stands after `--` is text. */
function asksForHelp(rest: readonly string[]): boolean {
  const end = rest.indexOf('--')
  return (end < 0 ? rest : rest.slice(0, end)).some(argument => argument === '--help' || argument === '-h')
}

/** citty's own errors are of a class that it does not export. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError || (error instanceof Error && error.name === 'CLIError')

function reportUsage(error: Error, { path }: Chosen, io: Io): number {
  const message = stripVTControlCharacters(error.message)
  io.err(`USAGE: ${message}\n  See \`${path.join(' ')} --help\`.\n`)
  return EXIT.usage
}

async function helpOf({ command, path }: Chosen, io: Io): Promise<string> {
  const parent = defineCommand({ meta: { name: path.slice(0, -1).join(' '), version } })
  const help = `${await renderUsage(command, path.length > 1 ? parent : undefined)}\n\n${EXIT_CODES}`
  return wantsColour(io.env, io.stdoutIsTerminal) ? help : stripVTControlCharacters(help)
}
