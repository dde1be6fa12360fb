import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PercentEntity } from '../../src/types.js'
import { sharedPath } from '../support/shared.js'
import { findFurther } from './further-cases.js'

interface Case {
  id: string
  input: string
  expected: { text: string; start: number; end: number; value: string }[]
}

/** Cases that the annotation rules of this library answer in another way, or that no policy text has, by reason. */
const OTHERWISE = {
  'a range is one mention, from its first number': ['0149'],
  'two digits side by side before a unit are two guesses and make a range': ['0050'],
  'blanks between digits part the columns of a table': ['0007'],
}

const path = sharedPath('suites/ms-percent-zh.json')

describe.skipIf(!path)('ms-percent-zh (skipped where the reference suites are not beside this checkout)', () => {
  const otherwise = new Set(Object.values(OTHERWISE).flat())
  const all = path ? (JSON.parse(readFileSync(path, 'utf8')) as Case[]) : []
  const cases = all.filter(({ id }) => !otherwise.has(id.slice(-4)))

  test.each(cases)('$id $input', ({ input, expected }) => {
    const found = findFurther(input, ['percent']) as PercentEntity[]
    const answers = found.map(({ start, end, low, high }) => ({ start, end, value: low ?? high }))
    const wanted = expected.map(({ start, end, value }) => ({
      start,
      end,
      value: Number((Number(value.replace('%', '')) / 100).toPrecision(12)),
    }))
    expect(answers).toEqual(wanted)
  })
})
