import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
// The examples import the package as its users do, so it must have been built; `npm test` does that first.
const isBuilt = existsSync(`${root}/dist/index.js`)

const runExample = (path: string, args: readonly string[]): string =>
  execFileSync(process.execPath, ['--import', 'tsx', path, ...args], { cwd: root, encoding: 'utf8' })

describe.skipIf(!isBuilt)('examples/typescript', () => {
  it('reports measures and caps of each text', () => {
    const out = runExample('examples/typescript/report.ts', ['corpus/texts/city-measures.txt', 'corpus/texts/traditional.txt'])
    const [city, traditional] = out.split(/^# /m).slice(1)
    expect(city).toMatch(/^珠海市香洲区人民政府办公室关于印发.*\n措施 9：财政奖补 \d/)
    expect(city).toContain('- 最高 1000 万元')
    expect(city).toContain('按实缴资本的3%给予一次性落户奖励，最高1000万元')
    expect(traditional).toMatch(/^廈門市.*\n措施 8：/)
    expect(traditional).toContain('- 最高 600 万元')
  })
})

describe.skipIf(!isBuilt)('examples/search', () => {
  it('finds in the texts of the corpus, with facets', () => {
    const out = runExample('examples/search/search.ts', ['储能', '--domain', 'resources-energy'])
    expect(out).toMatch(/^ +\d+\.\d {2}province-notice\.txt /)
    expect(out).toMatch(/^domains: .*resources-energy 1/m)
  })

  type Search = typeof import('../../examples/search/search.js')
  let index: ReturnType<Search['indexTexts']>
  let countFacet: Search['countFacet']

  beforeAll(async () => {
    const { openTagger } = await import('zhengce')
    const search: Search = await import('../../examples/search/search.js')
    countFacet = search.countFacet
    index = search.indexTexts(
      await openTagger(),
      new Map([
        ['full', '贵州省发展和改革委员会印发通知。\n一是支持储能项目建设，给予最高100万元补助。'],
        ['short', '江苏省发展改革委发布公告。\n一是培育新能源企业。'],
        ['other', '浙江省科学技术厅印发通知。\n一是支持人工智能企业研发。'],
      ]),
    )
  })

  const idsFor = (query: string, choice = {}) => index.search(query, choice).map(hit => hit.document.id)

  it('finds 发展和改革委员会 and 发展改革委 by 发改委, which neither text says', () => {
    expect(idsFor('发改委').sort()).toEqual(['full', 'short'])
  })

  it('finds an organ of one place by its short name first', () => {
    expect(idsFor('贵州省发改委')[0]).toBe('full')
  })

  it('finds an industry by another name of it, and words as they stand', () => {
    expect(idsFor('AI')).toContain('other')
    expect(idsFor('储能')).toEqual(['full'])
    expect(idsFor('渔船')).toEqual([])
  })

  it('narrows by a facet and counts its values', () => {
    expect(idsFor('发改委', { adcodes: '320000' })).toEqual(['short'])
    expect(countFacet(index.search('发改委'), 'agencies')).toEqual([['development-and-reform', 2]])
  })
})
