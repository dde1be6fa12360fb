import { describe, expect, it, test } from 'vitest'
import type { FurtherType } from '../../src/types.js'
import { findFurther, show } from './further-cases.js'
import { readCase, readCases } from './resolve-cases.js'

const TYPES: readonly FurtherType[] = ['percent', 'ratio', 'quantity', 'date', 'period', 'document']

/** Of nested marks a table shows the outer one. */
function markFound(text: string, type: FurtherType, date: string | undefined): string {
  let marked = ''
  let at = 0
  for (const entity of findFurther(text, [type], date)) {
    marked += `${text.slice(at, entity.start)}[${entity.text}=${show(entity)}]`
    at = entity.end
  }
  return marked + text.slice(at)
}

describe.each(TYPES)('%s', type => {
  let date: string | undefined
  const cases = readCases(`./${type}.cases.txt`).map(({ heading, line }) => {
    if (heading.startsWith('date:')) date = heading.slice(5).trim() || undefined
    return { line, date }
  })

  test.each(cases)('$line', each => {
    expect(markFound(readCase(each.line).text, type, each.date)).toBe(each.line)
  })

  it('has cases enough', () => {
    expect(cases.flatMap(({ line }) => readCase(line).marks).length).toBeGreaterThanOrEqual(40)
  })
})
