import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RegionEntity } from '../../src/types.js'
import { sharedPath } from '../support/shared.js'
import { tagText } from './resolve-cases.js'

interface Expected {
  type?: string
  text?: string
  start?: number
  adcode?: string | null
  name?: string
  candidates?: string[]
}
interface SuiteCase {
  id: string
  input: string
  expected: Expected[] | Record<string, unknown>
  notes?: string
}

/** Suites of other tools with the share of cases that must be met, of those that do not contradict the codebook. */
const SUITES: [suite: string, share: number][] = [
  ['areacodes-former-names', 0.98],
  ['areacodes-ambiguous', 1],
  ['akebe-address-parse', 0.95],
  ['jionlp-location-parse', 0.95],
  ['cpca-transform', 0.95],
  ['cpca-text-multi', 0.95],
  ['issues-regressions', 1],
]

/** Cases whose idea of an answer is not the codebook's, each with the reason. */
const CONTRADICTED: Readonly<Record<string, string>> = {
  'akebe-address-parse-0008': '510191 is no code of GB/T 2260: a zone of Chengdu has the code of Chengdu',
  'jionlp-location-parse-0019': 'the name of a university gives no region',
  'issues-regressions-0030': 'the name of a firm gives no region',
  'cpca-transform-0010': '市辖区 is a heading of the standard and names no place',
  'cpca-text-multi-0002': 'nothing decides between the places called 鼓楼区, an option of that tool does; all are candidates',
}

/** What a suite says that a text names: its innermost region, or that there is none. */
const expectedOf = ({ expected, notes }: SuiteCase): Expected[] | undefined => {
  if (!Array.isArray(expected)) return undefined
  if (expected.length === 0) return notes?.includes('region') ? [] : undefined
  return expected.every(({ type }) => type === 'region') ? expected : undefined
}

function meets(one: SuiteCase): boolean {
  const expected = expectedOf(one)!
  const regions = tagText(one.input).entities.filter((entity): entity is RegionEntity => entity.type === 'region')
  if (expected.length === 0) return regions.length === 0
  return expected.every(({ adcode, name, candidates, start }) => {
    if (candidates) return regions.length === 1 && regions[0]!.adcode === undefined && String(regions[0]!.candidates) === String(candidates)
    if (!adcode) return true
    const isHere = (region: RegionEntity) => start === undefined || expected.length === 1 || region.start >= start
    return regions.some(region => region.adcode === adcode && isHere(region) && (name === undefined || region.name === name))
  })
}

describe('suites of other tools', () => {
  for (const [suite, share] of SUITES) {
    const path = sharedPath(`suites/${suite}.json`)
    it.skipIf(path === undefined)(`${suite}: at least ${share * 100} % (skipped where ../shared is absent)`, () => {
      const cases = (JSON.parse(readFileSync(path!, 'utf8')) as SuiteCase[]).filter(one => expectedOf(one) && !CONTRADICTED[one.id])
      const missed = cases.filter(one => !meets(one)).map(({ id, input }) => `${id} ${input}`)
      expect(cases.length).toBeGreaterThan(0)
      expect(1 - missed.length / cases.length, missed.join('\n')).toBeGreaterThanOrEqual(share)
    })
  }
})
