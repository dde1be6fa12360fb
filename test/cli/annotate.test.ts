import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaggerOptions } from '../../src/options.js'
import { SAMPLE } from '../support/sample.js'
import { read, run } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengce-cli-'))
const sample = join(folder, 'sample.txt')
const other = join(folder, 'other.txt')
const binary = join(folder, 'image.png')

beforeAll(() => {
  writeFileSync(sample, SAMPLE.text)
  writeFileSync(other, '另一份')
  writeFileSync(binary, '\x89PNG\r\n\x1a\n\0', 'latin1')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('annotate', () => {
  it('writes json in a pipe: one object for one file', async () => {
    const { code, out, err } = await run(['annotate', sample])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual({ source: sample, ...SAMPLE })
  })

  it('writes an array for several files, a line each as jsonl', async () => {
    const json = JSON.parse((await run(['annotate', sample, other])).out)
    expect(json.map((each: { source: string }) => each.source)).toEqual([sample, other])
    const lines = (await run(['annotate', '--format', 'jsonl', sample, other])).out.trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual(json)
  })

  it('takes files of every format, and any of them from stdin', async () => {
    const files = ['notice.txt', 'notice.shtml', 'notice.pdf'].map(name =>
      fileURLToPath(new URL(`../fixtures/readers/${name}`, import.meta.url)),
    )
    const { code, out } = await run(['annotate', ...files, '--format=jsonl'])
    expect(code).toBe(0)
    const texts = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).text as string)
    for (const text of texts) expect(text).toMatch(/^临江市人民政府办公室关于.*有效期三年。\s*$/s)
    expect(new Set(texts).size).toBe(files.length)
    expect(JSON.parse((await run(['annotate'], { stdin: readFileSync(files[2]!) })).out).text).toBe(texts[2])
  })

  it.each([[[]], [['-']]])('reads stdin for %j', async files => {
    const { out } = await run(['annotate', ...files], { stdin: SAMPLE.text })
    expect(JSON.parse(out)).toMatchObject({ source: 'stdin', text: SAMPLE.text })
  })

  it('shows text on a terminal, coloured unless NO_COLOR says no', async () => {
    const coloured = await run(['annotate', sample], { stdoutIsTerminal: true })
    expect(coloured.out).toContain('\u001b[33m200万元\u001b[39m')
    expect(coloured.out).toContain('财政奖补 · 科技创新')
    for (const terminal of [{ stdoutIsTerminal: true, env: { NO_COLOR: '1' } }, { stdoutIsTerminal: false }]) {
      const plain = await run(['annotate', '--format=text', sample], terminal)
      expect(plain.out).not.toContain('\u001b')
      expect(plain.out).toContain('给予最高200万元补助')
    }
  })

  it('writes a file in the format of its ending, and nothing to stdout', async () => {
    const page = join(folder, 'page.html')
    const { code, out } = await run(['annotate', sample, '-o', page])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(read(page)).toMatch(/^<!doctype html>/)
    const records = join(folder, 'records.jsonl')
    await run(['annotate', sample, other, '--output', records])
    expect(read(records).trimEnd().split('\n')).toHaveLength(2)
  })

  it('does the other files where some cannot be read, and exits with 1', async () => {
    const { code, out, err } = await run(['annotate', join(folder, 'none'), folder, binary, sample, '--format=jsonl'])
    expect(code).toBe(1)
    expect(JSON.parse(out).source).toBe(sample)
    expect(err.match(/^[A-Z]+_[A-Z]+: .*$/gm)).toEqual([
      `FILE_UNREADABLE: ${folder}/none does not exist`,
      `FILE_UNREADABLE: ${folder} is a folder, not a file`,
      `DOCUMENT_FORMAT: ${binary} is a picture (PNG), which is not read`,
    ])
  })

  it('goes on after a file that the tagger fails on, without a stack trace', async () => {
    const bad = join(folder, 'bad.txt')
    writeFileSync(bad, '失败')
    const { code, out, err } = await run(['annotate', bad, other])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ source: other }])
    expect(err).toMatch(/^INTERNAL: .*bad\.txt: fault of a stage\n {2}This is a fault of zhengce/)
    expect(err).not.toMatch(/\bat .*:\d+/)
  })

  it('writes no file where there is nothing to write, and none over an input', async () => {
    const target = join(folder, 'target.json')
    expect((await run(['annotate', join(folder, 'none'), '-o', target])).code).toBe(1)
    expect(existsSync(target)).toBe(false)
    const { code, err } = await run(['annotate', sample, '-o', join(folder, '.', 'sample.txt')])
    expect(code).toBe(2)
    expect(err).toContain('is an input file')
    expect(read(sample)).toBe(SAMPLE.text)
  })

  it('says that a file cannot be written', async () => {
    const { code, err } = await run(['annotate', sample, other, '-o', join(folder, 'no', 'such', 'x.json')])
    expect(code).toBe(1)
    expect(err).toMatch(/^FILE_UNWRITABLE: .*x\.json cannot be written \(ENOENT\)\n {2}Check/)
  })
})

describe('segment', () => {
  it('joins the words of each line', async () => {
    expect((await run(['segment'], { stdin: '支持企业  发展\n\n给予奖励' })).out).toBe('支持 企业 发展\n\n给予 奖励\n')
    expect((await run(['segment', '-s', '/'], { stdin: '支持企业' })).out).toBe('支持/企业\n')
  })

  it('passes the mode on and writes records', async () => {
    expect((await run(['segment', '--mode', 'search'], { stdin: '支持企业' })).out).toBe('支持\n')
    const { out } = await run(['segment', '--format', 'jsonl', other])
    expect(JSON.parse(out)).toMatchObject({ source: other, tokens: [{ text: '另一', start: 0, end: 2 }, { text: '份' }] })
  })
})

describe('classify', () => {
  it('shows both classes with their evidence', async () => {
    const { code, out } = await run(['classify', '给予奖励'])
    expect(code).toBe(0)
    expect(out).toBe(
      '政策工具  财政奖补 (fiscal-subsidy)  90%\n  另：金融支持 (finance-support)\n  R3  财政奖补  “一是”\n政策领域  科技创新 (sci-tech)  90%\n  R3  科技创新  “一是”\n',
    )
  })

  it('takes stdin, a title and json', async () => {
    const { out } = await run(['classify', '--title', '题', '--json'], { stdin: '给予奖励' })
    expect(JSON.parse(out).domain.label).toBe('fiscal-finance')
  })
})

describe('entity types', () => {
  it('hands those asked for to the tagger', async () => {
    const opened: TaggerOptions[] = []
    for (const argv of [[], ['--entities', 'percent,date'], ['--entities=all']])
      await run(['annotate', other, ...argv], { opened: options => opened.push(options) })
    expect(opened.map(options => options.entities)).toEqual([undefined, ['percent', 'date'], 'all'])
  })

  it('knows no others', async () => {
    const { code, err } = await run(['annotate', other, '--entities', 'percent,dates'])
    expect(code).toBe(2)
    expect(err).toContain('there is no entity type dates')
  })
})

describe('dictionaries', () => {
  it('hands own tables to the tagger', async () => {
    const opened: TaggerOptions[] = []
    for (const argv of [
      ['annotate', other],
      ['annotate', other, '--dict', 'a.tsv,b.tsv'],
      ['segment', '-d', 'c.tsv', other],
    ])
      await run(argv, { opened: options => opened.push(options) })
    expect(opened.map(options => options.dictionaries)).toEqual([[], ['a.tsv', 'b.tsv'], ['c.tsv']])
  })
})
