import { defineCommand } from 'citty'
import { visible } from '../output/visible.js'
import { type Context, UsageError } from './context.js'

const check = defineCommand({
  meta: { name: 'check', description: 'Check a dictionary table before it is loaded' },
  args: {
    file: { type: 'positional', required: true, description: 'A table of tab-separated values' },
    table: { type: 'string', description: 'Which table it is; left out, its file name tells' },
    json: { type: 'boolean', description: 'As JSON' },
  },
  async run({ args, data }) {
    const context = data as Context
    if (args._.length > 1) throw new UsageError('one file at a time')
    const { checkDictionary, wordProblem } = await import('../lexicon/user.js')
    const report = await checkDictionary(args.file ?? '', args.table)
    if (report.problems.length > 0) context.failed = true
    if (args.json) return context.io.out(`${JSON.stringify(report, undefined, 2)}\n`)
    const lines = report.problems.map(({ line, ...problem }) => visible(`${args.file}:${line}: ${wordProblem(problem)}`))
    const problems = report.problems.length === 1 ? '1 problem' : `${report.problems.length} problems`
    await context.io.out([...lines, `${args.file}: table ${report.table}, ${report.rows} rows, ${problems}`, ''].join('\n'))
  },
})

export const dict = defineCommand({
  meta: { name: 'dict', description: 'Work on dictionaries' },
  subCommands: { check },
})
