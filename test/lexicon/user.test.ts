import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openTagger, type UserDictionary } from '../../src/index.js'
import { checkDictionary } from '../../src/lexicon/user.js'

const folder = mkdtempSync(join(tmpdir(), 'dictionaries-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const found = async (text: string, dictionaries: UserDictionary[]) => {
  const tagger = await openTagger({ dictionaries })
  return tagger.annotate(text).entities.map(entity => [entity.type, entity.text, 'name' in entity ? entity.name : ''])
}

describe('rows add, override and remove', () => {
  it('an industry', async () => {
    const text = '做大做强云端捕梦产业。'
    const rows = [{ name: '云端捕梦', id: 'dream-catching', code: 'I65' }]
    expect(await found(text, [{ table: 'industries', rows }])).toContainEqual(['industry', '云端捕梦产业', '云端捕梦'])
  })

  it('a region, with an organ of it by the grammar', async () => {
    const rows = [{ name: '云梦泽市', aliases: '云梦泽', adcode: '429999' }]
    const entities = await found('云梦泽市财政局印发通知，云梦泽市启动试点。', [{ table: 'regions', rows }])
    expect(entities).toContainEqual(['agency', '云梦泽市财政局', '云梦泽市财政局'])
    expect(entities).toContainEqual(['region', '云梦泽市', '云梦泽市'])
  })

  it('a function, so that organs of every place have it', async () => {
    const rows = [{ name: '星际事务', aliases: '星际', id: 'interstellar-affairs', suffixes: '局|厅' }]
    expect(await found('浙江省星际事务厅、宁波市星际局联合印发。', [{ table: 'functions', rows }])).toEqual([
      ['agency', '浙江省星际事务厅', '浙江省星际事务厅'],
      ['agency', '宁波市星际局', '宁波市星际事务局'],
    ])
  })

  it('an organ of the centre, with an alias', async () => {
    const rows = [{ name: '国家星际事务总局', aliases: '星际总局', id: 'interstellar-affairs' }]
    expect(await found('星际总局、财政部印发通知。', [{ table: 'agencies', rows }])).toEqual([
      ['agency', '星际总局', '国家星际事务总局'],
      ['agency', '财政部', '财政部'],
    ])
  })

  it('what a place calls its organ, in full and for the issuer', async () => {
    const rows = [{ name: '漳州市经济繁荣委员会', aliases: '漳州市繁荣委', id: 'industry-and-information-technology', adcode: '350600' }]
    const text = '漳州市人民政府关于扩大内需的通知\n由市工信局牵头，漳州市繁荣委配合。'
    const names = (await found(text, [{ table: 'agencies', rows }])).filter(([type]) => type === 'agency')
    expect(names.map(([, surface, name]) => [surface, name])).toEqual([
      ['漳州市人民政府', '漳州市人民政府'],
      ['市工信局', '漳州市经济繁荣委员会'],
      ['漳州市繁荣委', '漳州市经济繁荣委员会'],
    ])
  })

  it('a place with its counties, which references, lists and towns use', async () => {
    const rows = [
      { name: '云梦泽市', aliases: '云梦泽', adcode: '429900' },
      { name: '青云县', aliases: '青云', adcode: '429921' },
      { name: '白云乡县', aliases: '白乡', adcode: '429922' },
    ]
    const text = '云梦泽市人民政府关于稻渔共作的通知\n支持青云、白乡试点，全市推广，由市农业农村局、青云县水镇镇人民政府落实。'
    const entities = await found(text, [{ table: 'regions', rows }])
    expect(entities.filter(([type]) => type === 'region').map(([, surface, name]) => [surface, name])).toEqual([
      ['青云', '青云县'],
      ['白乡', '白云乡县'],
      ['全市', '云梦泽市'],
    ])
    expect(entities).toContainEqual(['agency', '市农业农村局', '云梦泽市农业农村局'])
    expect(entities).toContainEqual(['agency', '青云县水镇镇人民政府', '青云县水镇镇人民政府'])
  })

  it('a removed row of an organ gives no name any more', async () => {
    const name = async (dictionaries: UserDictionary[]) => (await found('深圳市住建局', dictionaries))[0]![2]
    expect(await name([])).toBe('深圳市住房和建设局')
    const rows = [{ name: '深圳市住房和建设局', id: 'housing-and-construction', action: 'remove' as const }]
    expect(await name([{ table: 'agencies', rows }])).toBe('深圳市住房和城乡建设局')
  })

  it('a name that is none', async () => {
    const rows = [{ name: '人工智能论坛', blocks: 'industry' }]
    const text = '举办人工智能论坛。'
    expect(await found(text, [])).toContainEqual(['industry', '人工智能', expect.any(String)])
    expect(await found(text, [{ table: 'plain', rows }])).toEqual([])
  })

  it('a removed place is gone under its short name too', async () => {
    const rows = [{ name: '南通市', adcode: '320600', action: 'remove' as const }]
    expect(await found('支持南通市和南通发展。', [{ table: 'regions', rows }])).toEqual([])
  })

  it('a removed name is really gone, an overridden one has the new row', async () => {
    expect(await found('发展低空经济。', [{ table: 'industries', rows: [{ name: '低空经济', id: 'x', action: 'remove' }] }])).toEqual([])
    const override: UserDictionary = { table: 'industries', rows: [{ name: '低空经济', id: 'low', code: 'G56', action: 'override' }] }
    const tagger = await openTagger({ dictionaries: [override] })
    expect(tagger.annotate('发展低空经济。').entities).toMatchObject([{ text: '低空经济', concept: 'low', code: 'G56' }])
  })

  it('plain words', async () => {
    const words = async (text: string, dictionaries: UserDictionary[]) =>
      (await openTagger({ dictionaries })).segment(text).map(token => token.text)
    expect(await words('推行绿野仙踪行动', [])).not.toContain('绿野仙踪行动')
    expect(await words('推行绿野仙踪行动', [{ table: 'terms', rows: [{ term: '绿野仙踪行动' }] }])).toContain('绿野仙踪行动')
    expect(await words('揭榜挂帅', [])).toEqual(['揭榜挂帅'])
    expect(await words('揭榜挂帅', [{ table: 'terms', rows: [{ term: '揭榜挂帅', action: 'remove' }] }])).not.toEqual(['揭榜挂帅'])
  })

  it('two taggers do not know of each other', async () => {
    const own = await openTagger({ dictionaries: [{ table: 'terms', rows: [{ term: '绿野仙踪行动' }] }] })
    const plain = await openTagger()
    expect(own.segment('绿野仙踪行动')).toHaveLength(1)
    expect(plain.segment('绿野仙踪行动').length).toBeGreaterThan(1)
  })
})

describe('files', () => {
  it('name their table in a comment or by their name', async () => {
    const commented = file('mine.tsv', '# table: industries\nname\tid\n云端捕梦\tdream-catching\n')
    const named = file('industries.tsv', 'name\tid\n云端捕梦\tdream-catching\n')
    for (const path of [commented, named]) expect(await found('发展云端捕梦。', [path])).toHaveLength(1)
  })

  it('tell every wrong row by file, line, column and what was expected, and load nothing', async () => {
    const path = file('regions.tsv', 'name\tadcode\tcolour\n新县\t12345\t\n\t110000\t\n好县\t110199\tred\n')
    await expect(openTagger({ dictionaries: [path] })).rejects.toMatchObject({
      code: 'DICTIONARY_ROW',
      message: expect.stringMatching(
        /regions\.tsv:2: adcode: .*\n.*regions\.tsv:3: name: is missing \(expected: [^)]*\)?.*\n.*regions\.tsv:4: colour: no such column/,
      ),
    })
    expect(await checkDictionary(path)).toMatchObject({
      table: 'regions',
      rows: 3,
      problems: [
        { line: 2, field: 'adcode' },
        { line: 3, field: 'name' },
        { line: 4, field: 'colour' },
      ],
    })
  })

  it.each([
    ['a table that does not exist', '# table: colours\nname\n红\n', /colours/],
    ['more cells than columns', '# table: plain\nname\tblocks\na\tregion\tx\n', /:3: 3 cells/],
  ])('%s', async (_, text, message) => {
    await expect(openTagger({ dictionaries: [file('wrong.tsv', text)] })).rejects.toMatchObject({
      code: 'DICTIONARY_ROW',
      message: expect.stringMatching(message),
    })
  })

  it('that are not there', async () => {
    await expect(openTagger({ dictionaries: [join(folder, 'none.tsv')] })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })
})

it.each([
  [{ dictionary: new Uint8Array(64) }, 'DICTIONARY_FOREIGN'],
  [{ dictionary: join(folder, 'none.dict') }, 'DICTIONARY_NOT_FOUND'],
  [{ engine: 'jieba' }, 'INVALID_OPTION'],
  [{ hmm: 'yes' }, 'INVALID_OPTION'],
  [{ colour: 'red' }, 'INVALID_OPTION'],
  [null, 'INVALID_OPTION'],
  [5, 'INVALID_OPTION'],
  ['a.dict', 'INVALID_OPTION'],
  [{ dictionaries: [null] }, 'INVALID_OPTION'],
  [{ dictionaries: [{ table: 'terms', rows: 'x' }] }, 'INVALID_OPTION'],
  [{ dictionaries: [{ table: 'terms', rows: [null] }] }, 'DICTIONARY_ROW'],
  [{ dictionary: 5 }, 'DICTIONARY_FOREIGN'],
  [{ model: 5 }, 'MODEL_FOREIGN'],
  [{ dictionaries: 'a.tsv' }, 'INVALID_OPTION'],
  [{ entities: 'percent' }, 'INVALID_OPTION'],
  [{ entities: ['percent', 'dates'] }, 'INVALID_OPTION'],
])('wrong options: %o', async (options, code) => {
  await expect(openTagger(options as never)).rejects.toMatchObject({ name: 'ZhengceError', code })
})
