import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const built = new URL('../dist/index.js', import.meta.url).href

/** Programs of the README with what they print, in a block below them. */
const examples = [...readme.matchAll(/```ts\n(import [\s\S]*?)```\n(?:\n|<!--.*-->\n)*```text\n([\s\S]*?)```/g)].map(
  ([, program, printed]) => ({ program: program!, printed: printed! }),
)

it('the README has examples', () => expect(examples.length).toBeGreaterThan(1))

it.each(examples)('an example of the README prints what stands below it %#', ({ program, printed }) => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  try {
    writeFileSync(join(folder, 'example.mjs'), program.replace("'zhengce'", JSON.stringify(built)))
    expect(execFileSync(process.execPath, [join(folder, 'example.mjs')], { encoding: 'utf8' })).toBe(printed)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('every file that the README links to is there', () => {
  for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) readFileSync(new URL(`../${path}`, import.meta.url))
})
