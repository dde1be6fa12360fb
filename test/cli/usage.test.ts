import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { wantsColour } from '../../src/cli/io.js'
import { run } from './run.js'

describe('wrong usage', () => {
  it.each([
    [[], 'no command given', 'zhengce'],
    [['anotate'], 'unknown command anotate', 'zhengce'],
    [['toString'], 'unknown command toString', 'zhengce'],
    [['--verbose'], 'unknown option --verbose', 'zhengce'],
    [['dict'], 'no command given', 'zhengce dict'],
    [['dict', 'chek'], 'unknown command chek', 'zhengce dict'],
    [['dict', 'check'], 'Missing required positional argument: FILE', 'zhengce dict check'],
    [['annotate'], 'no input', 'zhengce annotate'],
    [['annotate', 'x', '--fromat', 'json'], 'unknown option --fromat', 'zhengce annotate'],
    [['annotate', 'x', '--format', 'xml'], 'Expected one of: json, jsonl, text, html', 'zhengce annotate'],
    [['annotate', 'x', '--output'], '--output needs a value', 'zhengce annotate'],
    [['annotate', 'x', '-z'], 'unknown option -z', 'zhengce annotate'],
    [['segment', 'x', '--mode', 'coarse'], 'Expected one of: default, fine, search, full', 'zhengce segment'],
    [['classify', '给予', '奖励'], 'more than one text', 'zhengce classify'],
    [['classify', ' '], 'the text is empty', 'zhengce classify'],
    [['classify'], 'no input', 'zhengce classify'],
    [['score'], 'Missing required positional argument: GOLD', 'zhengce score'],
  ])('%j exits with 2: %s', async (argv, message, command) => {
    const { code, out, err } = await run(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^USAGE: /)
    expect(err).toContain(message)
    expect(err).toContain(`\`${command} --help\``)
    expect(err).not.toContain('\u001b')
  })
})

describe('help', () => {
  it.each([[['--help']], [['annotate', '-h']], [['dict', 'check', '--help']], [['score', 'x', '--help']]])(
    '%j tells the exit codes',
    async argv => {
      const { code, out, err } = await run(argv)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain('EXIT CODES')
      expect(out).toContain(['zhengce', ...argv.filter(each => !each.startsWith('-') && each !== 'x')].join(' '))
      expect(out).not.toContain('\u001b')
    },
  )

  it('takes what stands after -- as text', async () => {
    expect((await run(['classify', '--', '--help'])).out).toContain('政策工具')
  })

  it('tells the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' })
  })
})

describe('colour', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
    [{ CI: 'true' }, false, false],
  ])('%j on a terminal %s: %s', (env, isTerminal, wanted) => {
    expect(wantsColour(env, isTerminal)).toBe(wanted)
  })
})
