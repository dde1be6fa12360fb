import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengce-score-cli-'))
const empty = mkdtempSync(join(folder, 'empty-'))
const good = join(folder, 'good.gold.txt')
const broken = join(folder, 'broken.gold.txt')
writeFileSync(good, '支持{{广州|region|adcode=440100}}\n⟦M instrument=finance-support domain=sci-tech⟧发展⟦/M⟧')
writeFileSync(broken, '一\n⟦M⟧二')
writeFileSync(join(folder, 'note.txt'), '⟦')
afterAll(() => rmSync(folder, { recursive: true }))

describe('score', () => {
  it('shows the figures as a table', async () => {
    const { code, out } = await run(['score', good])
    expect(code).toBe(0)
    expect(out).toMatch(/^documents 1, characters 7\n/)
    expect(out).toMatch(/^region +0\.0000 +0\.0000 +0\.0000 +1$/m)
    expect(out).toMatch(/^instrument +0\.0000 /m)
    expect(out).not.toContain('miss')
  })

  it('lists what differs', async () => {
    const { out } = await run(['score', good, '--errors'])
    expect(out).toContain('miss good region gold «广州»  …支持广州⏎发展…')
    expect(out).toContain('miss good measure gold «发展»')
    expect(out).toContain('class good instrument gold «finance-support» got «fiscal-subsidy»')
  })

  it('gives JSON, with the differences where they are asked for', async () => {
    const plain = JSON.parse((await run(['score', good, '--json'])).out)
    expect(plain.entities.region).toEqual({ P: 0, R: 0, F1: 0, gold: 1, partialF1: 0 })
    expect(plain).not.toHaveProperty('differences')
    expect(JSON.parse((await run(['score', good, '--json', '--errors'])).out).differences).toHaveLength(3)
  })

  it('takes the gold files of a folder and says which is malformed', async () => {
    const { code, out, err } = await run(['score', folder])
    expect(code).toBe(1)
    expect(out).toMatch(/^documents 1,/)
    expect(err).toContain(`GOLD_MALFORMED: ${broken}: line 2: ⟦M⟧ is never closed`)
    expect(err.match(/GOLD_MALFORMED/g)).toHaveLength(1)
  })

  it('refuses a text without a single mark', async () => {
    const plain = join(folder, 'plain.txt')
    writeFileSync(plain, '对企业给予奖励。')
    const { code, out, err } = await run(['score', plain])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^GOLD_MALFORMED: .*plain\.txt: there is no mark/)
  })

  it('refuses a folder without gold', async () => {
    const { code, err } = await run(['score', empty])
    expect(code).toBe(2)
    expect(err).toContain('holds no *.gold.txt')
  })
})
