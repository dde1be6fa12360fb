import { describe, expect, it } from 'vitest'
import type { AgencyEntity } from '../../src/types.js'
import { markFound, readCase, readCases, tagText } from './resolve-cases.js'

/**
 * Lines from “organs of every province” on were written before the tagger had read them. At first sight it found the first 161 mentions of them
 * with F1 0.981 and 0.943 of the names, the harder ones from “headers and signatures” on (zones, branches, offices) with F1 0.89.
 */
const cases = readCases('./agency.cases.txt')

/** What a line of the table gives for an agency: full name, level, code of its region. */
const fieldsOf = ({ name, level, adcode }: AgencyEntity): string => `${name};${level ?? ''};${adcode ?? ''}`

const agenciesOf = (text: string): AgencyEntity[] => tagText(text).entities.filter(entity => entity.type === 'agency')

describe('agencies of the case table', () => {
  it('has at least 400 mentions of every level, in every province', () => {
    const values = cases.flatMap(({ line }) => readCase(line).marks.map(({ value }) => value.split(';')))
    expect(values.length).toBeGreaterThan(400)
    expect(new Set(values.map(([, level]) => level))).toEqual(new Set(['national', 'province', 'prefecture', 'county', 'township', '']))
    expect(new Set(values.flatMap(([, , adcode]) => adcode?.slice(0, 2) || [])).size).toBeGreaterThanOrEqual(33)
  })

  for (const { heading, line } of cases) {
    it(`${heading}: ${line.slice(0, 50)}`, () => {
      expect(markFound(readCase(line).text, 'agency', fieldsOf)).toBe(line)
    })
  }
})

describe('what an agency says of itself', () => {
  it('shares the id of its function with the same organ elsewhere', () => {
    const names = ['发改委', '发展改革委', '发展和改革委员会', '发展和改革局']
    const ids = names.map(name => agenciesOf(`湖州市${name}`)[0]?.function)
    expect(ids).toEqual(names.map(() => 'development-and-reform'))
  })

  it('is read where its region is written, inferred where the issuer supplies it', () => {
    const [written, bare] = agenciesOf('南昌市财政局⏎关于预算的通知⏎由市审计局核查'.replaceAll('⏎', '\n'))
    expect(written).toMatchObject({ certainty: 'read', rule: 'agency-grammar' })
    expect(bare).toMatchObject({ name: '南昌市审计局', certainty: 'inferred' })
  })

  it('marks an organ that no longer exists', () => {
    expect(agenciesOf('湖北省国土资源厅')[0]?.former).toBe(true)
    expect(agenciesOf('湖北省自然资源厅')[0]?.former).toBeUndefined()
  })

  it('takes the name that a place uses only for a short form', () => {
    expect(agenciesOf('深圳市住建局')[0]?.name).toBe('深圳市住房和建设局')
    expect(agenciesOf('深圳市住房和城乡建设局')[0]?.name).toBe('深圳市住房和城乡建设局')
  })

  it('reads a department whose function no row knows by its suffix', () => {
    expect(agenciesOf('大连市云雾与潮汐局牵头')[0]).toMatchObject({ name: '大连市云雾与潮汐局', rule: 'agency-named' })
    expect(agenciesOf('优化全市发展大格局，完善市域产业布局')).toEqual([])
  })
})
