import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Cell {
  cell_type: 'code' | 'markdown'
  source: string[]
  outputs?: { output_type: string; text?: string[]; data?: { 'text/html'?: string | string[] } }[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'examples/notebook')
const notebook: { cells: Cell[] } = JSON.parse(readFileSync(join(folder, 'annotate.ipynb'), 'utf8'))
const isBuilt = existsSync(join(root, 'dist/index.js'))

/** Path of a program, if it is there and runs. */
function program(...candidates: string[]): string | undefined {
  return candidates.find(candidate => {
    try {
      execFileSync(candidate, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

interface Shown {
  printed: string
  html: string[]
}

function expectWholeReport({ printed, html }: Shown): void {
  expect(printed).toMatch(/^9 texts, \d+ measures, \d+ entities\n$/)
  const [text, instruments, provisions] = html
  expect(html).toHaveLength(3)
  expect(text!.match(/<mark /g)!.length).toBeGreaterThan(30)
  expect(text).toContain('>1000万元</mark>')
  expect(instruments).toContain('<th>财政奖补</th>')
  expect(instruments!.match(/<tr>/g)).toHaveLength(10)
  expect(provisions).toContain('city-measures.txt')
  expect(provisions!.match(/<tr>/g)).toHaveLength(21)
}

describe.skipIf(!isBuilt)('examples/notebook', () => {
  it('runs cell after cell', () => {
    // What the cells need of the kernel is its display function; its calls are printed last, as JSON.
    const before = 'const shown = []; globalThis.Deno = { jupyter: { display: async data => void shown.push(data["text/html"]) } };\n'
    const code = notebook.cells.filter(cell => cell.cell_type === 'code').map(cell => cell.source.join(''))
    const after = 'console.log(JSON.stringify(shown))'
    const input = [before, ...code, after].join('\n')
    const out = execFileSync(process.execPath, ['--input-type=module', '-'], { cwd: folder, input, encoding: 'utf8' })
    const [printed, json] = out.trimEnd().split('\n')
    expectWholeReport({ printed: `${printed}\n`, html: JSON.parse(json!) })
  })

  it('is kept without outputs', () => {
    expect(notebook.cells.flatMap(cell => cell.outputs ?? [])).toEqual([])
  })

  const deno = program('deno', join(root, 'node_modules/.bin/deno'))
  const nbconvert = program('jupyter-nbconvert')

  it.skipIf(!deno || !nbconvert)(
    'runs in the Deno kernel',
    () => {
      const jupyter = mkdtempSync(join(tmpdir(), 'zhengce-jupyter-'))
      try {
        const kernel = join(jupyter, 'kernels/deno')
        mkdirSync(kernel, { recursive: true })
        const argv = [deno, 'jupyter', '--kernel', '--conn', '{connection_file}']
        writeFileSync(join(kernel, 'kernel.json'), JSON.stringify({ argv, display_name: 'Deno', language: 'typescript' }))
        const out = execFileSync(nbconvert!, ['--to', 'notebook', '--execute', '--stdout', 'annotate.ipynb'], {
          cwd: folder,
          env: { ...process.env, JUPYTER_PATH: jupyter },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        const outputs = (JSON.parse(out) as { cells: Cell[] }).cells.flatMap(cell => cell.outputs ?? [])
        const html = outputs.flatMap(({ data }) => (data?.['text/html'] ? [[data['text/html']].flat().join('')] : []))
        expectWholeReport({ printed: outputs.flatMap(output => output.text ?? []).join(''), html })
      } finally {
        rmSync(jupyter, { recursive: true })
      }
    },
    120_000,
  )
})
