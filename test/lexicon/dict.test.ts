import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parseTable } from '../../src/lexicon/source.js'

const dict = new URL('../../dict/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, dict), 'utf8')

describe.each(readdirSync(dict).filter(name => name.endsWith('.tsv')))('dict/%s', name => {
  const table = name === 'industry-traps.tsv' ? 'plain' : name.replace('.tsv', '')
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(read(`schemas/${table}.schema.json`)))
  const rows = parseTable(read(name), name)

  it('holds to its schema', () => {
    const wrong = rows.flatMap(({ line, fields }) => (validate(fields) ? [] : [`${name}:${line}: ${JSON.stringify(validate.errors?.[0])}`]))
    expect(wrong).toEqual([])
  })

  it('says nothing twice', () => {
    const seen = new Map<string, number>()
    const twice = rows.flatMap(({ line, fields }) => {
      const key = JSON.stringify(fields)
      const before = seen.get(key)
      seen.set(key, line)
      return before === undefined ? [] : [`${name}:${line} repeats line ${before}`]
    })
    expect(twice).toEqual([])
  })
})
