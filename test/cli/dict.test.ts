import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengce-dict-'))
afterAll(() => rmSync(folder, { recursive: true }))

function table(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

describe('dict check', () => {
  it('passes a sound table', async () => {
    const path = table('industries.tsv', 'id\tname', 'tea\t茶产业')
    const { code, out, err } = await run(['dict', 'check', path])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`${path}: table industries, 1 rows, 0 problems\n`)
  })

  it('says line, field and what was expected, and exits with 1', async () => {
    const path = table('mine.tsv', '# names of our own', 'id\tname\tcolour', 'tea\t茶产业\tgreen')
    const { code, out } = await run(['dict', 'check', path, '--table', 'industries'])
    expect(code).toBe(1)
    expect(out).toMatch(new RegExp(`^${path}:3: colour: .+ \\(expected: .+\\)$`, 'm'))
    expect(out).toContain('table industries, 1 rows, 1 problem\n')
    const report = JSON.parse((await run(['dict', 'check', path, '--table', 'industries', '--json'])).out)
    expect(report).toMatchObject({ table: 'industries', rows: 1, problems: [{ line: 3, field: 'colour' }] })
  })

  it('says of a cell that is not there or empty just that', async () => {
    const { out } = await run(['dict', 'check', table('terms.tsv', 'frequency', '5')])
    expect(out).toMatch(/:2: term: is missing( \(expected: .+\))?$/m)
    expect(out).not.toContain('must')
  })

  it.each([
    ['a missing file', () => join(folder, 'none.tsv'), /^FILE_UNREADABLE: .*none\.tsv does not exist/],
    ['a table that cannot be told', () => table('x.txt', 'name', 'y'), /^DICTIONARY_ROW: .*x\.txt/],
  ])('reports %s', async (_, path, message) => {
    const { code, out, err } = await run(['dict', 'check', path()])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\bat .*:\d+/)
  })
})
