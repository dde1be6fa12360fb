import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowChecker } from '../../src/lexicon/rows.js'
import { USER_TABLES } from '../../src/lexicon/user.js'

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'add',
    'remove',
    'override',
    '-',
    '12',
    '1.5',
    '110000',
    '11000',
    'C36',
    'I',
    '1.2.3',
    'a|b',
    'region|industry',
    'known',
    'x-y',
    '政策',
  ),
  fc.string(),
  fc.constantFrom<unknown>(7, null, true, undefined, ['add'], {}),
)

it.each(USER_TABLES)('rows of %s are judged as ajv judges them', table => {
  const schema = JSON.parse(readFileSync(new URL(`../../dict/schemas/${table}.schema.json`, import.meta.url), 'utf8'))
  const validate = new Ajv().compile(schema)
  const isRight = rowChecker(schema)
  const columns = [...Object.keys(schema.properties), 'colour', 'toString']
  const row = fc.dictionary(fc.constantFrom(...columns), cell, { maxKeys: 5, noNullPrototype: true })
  const filled = row.map(fields => ({ ...Object.fromEntries(schema.required.map((name: string) => [name, '政策'])), ...fields }))
  fc.assert(
    fc.property(fc.oneof(row, filled), fields => {
      expect(isRight(fields), JSON.stringify(fields)).toBe(validate(fields))
    }),
    { numRuns: 1000 },
  )
})
