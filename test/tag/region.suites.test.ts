import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedPath } from '../support/shared.js'
import { tagText } from './resolve-cases.js'

interface SuiteCase {
  id: string
  input: string
  expected: { adcode?: string | null; name?: string; candidates?: string[] }[]
}

/** Suites of other tools with the share of cases that must be met; where a case contradicts the codebook, the share leaves room for it. */
const SUITES: [suite: string, share: number][] = [
  ['areacodes-former-names', 0.98],
  ['areacodes-ambiguous', 0.92],
  ['akebe-address-parse', 0.88],
  ['jionlp-location-parse', 0.93],
  ['cpca-transform', 0.83],
]

const meets = ({ input, expected }: SuiteCase): boolean => {
  const regions = tagText(input).entities.filter(entity => entity.type === 'region')
  const { adcode, name, candidates } = expected[0]!
  if (candidates) return regions.length === 1 && JSON.stringify(regions[0]!.candidates) === JSON.stringify(candidates)
  if (adcode === null || adcode === undefined) return true
  return regions.some(region => region.adcode === adcode && (name === undefined || region.name === name))
}

describe('suites of other tools', () => {
  for (const [suite, share] of SUITES) {
    const path = sharedPath(`suites/${suite}.json`)
    it.skipIf(path === undefined)(`${suite}: at least ${share * 100} %`, () => {
      const cases = JSON.parse(readFileSync(path!, 'utf8')) as SuiteCase[]
      const missed = cases.filter(one => !meets(one)).map(({ id, input }) => `${id} ${input}`)
      expect(1 - missed.length / cases.length, missed.join('\n')).toBeGreaterThanOrEqual(share)
    })
  }
})
