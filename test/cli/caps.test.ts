import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { toCsv } from '../../src/output/csv.js'
import { provisionRows } from '../../src/output/provisions.js'
import { toProvisionTable } from '../../src/output/text.js'
import { SAMPLE } from '../support/sample.js'
import { read, run } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengce-caps-'))
const sample = join(folder, 'sample.txt')
const none = join(folder, 'none.txt')
writeFileSync(sample, SAMPLE.text)
writeFileSync(none, '没有')
afterAll(() => rmSync(folder, { recursive: true }))

const rows = provisionRows({ source: sample, ...SAMPLE })

describe('caps', () => {
  it('shows a table on a terminal, under the name of each of several files', async () => {
    const env = { NO_COLOR: '1' }
    expect((await run(['caps', sample], { stdoutIsTerminal: true, env })).out).toBe(toProvisionTable(rows))
    const { out } = await run(['caps', sample, none], { stdoutIsTerminal: true, env })
    expect(out).toBe(`${sample}\n${toProvisionTable(rows)}\n${none}\n文中没有给出支持标准。\n\n`)
  })

  it('writes csv in a pipe: one table for all files', async () => {
    const { code, out, err } = await run(['caps', sample, none, sample])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(toCsv([...rows, ...rows]))
    expect((await run(['caps', '--bom', none])).out).toBe(toCsv([], { bom: true }))
  })

  it('writes a record for each provision as jsonl', async () => {
    const { out } = await run(['caps', '--format=jsonl', sample, none])
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual(rows)
  })

  it('writes a workbook to a file or a pipe, not to a terminal', async () => {
    const target = join(folder, 'caps.xlsx')
    expect(await run(['caps', sample, '-o', target])).toEqual({ code: 0, out: '', err: '' })
    expect(Object.keys(unzipSync(readFileSync(target)))).toContain('xl/workbook.xml')
    const { bytes } = await run(['caps', sample, '--format=xlsx'])
    expect(Object.keys(unzipSync(bytes![0]!))).toContain('xl/workbook.xml')
    const { code, err } = await run(['caps', sample, '--format=xlsx'], { stdoutIsTerminal: true })
    expect(code).toBe(2)
    expect(err).toContain('--output')
  })

  it('chooses the format by the ending of --output', async () => {
    for (const [name, content] of [
      ['a.csv', toCsv(rows)],
      ['a.txt', toProvisionTable(rows)],
      ['a.jsonl', rows.map(row => `${JSON.stringify(row)}\n`).join('')],
    ] as const) {
      await run(['caps', sample, '-o', join(folder, name)])
      expect(read(join(folder, name))).toBe(content)
    }
  })

  it('refuses endings that no format has, and a byte order mark for what is no csv', async () => {
    for (const argv of [
      ['caps', sample, '-o', join(folder, 'a.pdf')],
      ['annotate', sample, '-o', join(folder, 'a.xyz')],
    ]) {
      expect(await run(argv)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/no format ends in \.(?:pdf|xyz)/) })
      expect(existsSync(argv.at(-1)!)).toBe(false)
    }
    expect((await run(['caps', sample, '-o', join(folder, 'a.pdf'), '--format', 'csv'])).code).toBe(0)
    const { code, err } = await run(['caps', sample, '--bom', '-o', join(folder, 'b.xlsx')])
    expect(code).toBe(2)
    expect(err).toContain('--bom is for csv')
  })

  it('writes nothing where no file could be read', async () => {
    const target = join(folder, 'nothing.csv')
    expect((await run(['caps', join(folder, 'no.txt'), '-o', target])).code).toBe(1)
    expect(existsSync(target)).toBe(false)
  })
})
