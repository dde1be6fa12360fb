import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Gazetteer, namesOf } from '../../src/lexicon/gazetteer.js'
import type { Tables } from '../../src/lexicon/tables.js'

const tables: Tables = {
  regions: [
    { name: '江苏省', aliases: '苏|江苏' },
    { name: '苏州市', aliases: '苏州' },
  ],
  functions: [
    { id: 'finance', name: '财政', suffixes: '厅|局|委员会' },
    { id: 'government', name: '政府' },
  ],
  agencies: [{ id: 'finance', name: '财政部' }],
  industries: [{ id: 'silk', name: '丝绸' }],
  plain: [{ name: '江苏路', blocks: 'region' }],
}
const fold = Uint16Array.from({ length: 65536 }, (_, code) => code)
const gazetteer = Gazetteer.of(tables, fold)
const codesOf = (text: string): Uint16Array => Uint16Array.from(text, character => character.charCodeAt(0))

const found = (text: string, table: keyof Tables): string[] =>
  gazetteer.scan(codesOf(text))[table].map(({ start, end, row }) => `${start}-${end} ${row.name}`)

describe('scan', () => {
  it('finds every name that stands in a text, and nothing else', () => {
    const letters = fc.array(fc.constantFrom(...'江苏省州市路丝绸政府财部'), { maxLength: 40 })
    fc.assert(
      fc.property(letters, parts => {
        const text = parts.join('')
        for (const table of ['regions', 'agencies', 'industries', 'plain'] as const) {
          const expected = [...tables[table]].flatMap(row =>
            namesOf(row).flatMap(name =>
              [...parts.keys()].filter(at => text.startsWith(name, at)).map(at => `${at}-${at + name.length} ${row.name}`),
            ),
          )
          expect(found(text, table).sort()).toEqual(expected.sort())
        }
      }),
    )
  })

  it('finds a name of one character at the very end', () => {
    expect(found('来苏', 'regions')).toEqual(['1-2 江苏省'])
  })

  it('finds a function only before the first sign of a suffix of its own', () => {
    expect(found('财政局、财政委、财政资金、财政', 'functions')).toEqual(['0-2 财政', '4-6 财政'])
    expect(found('政府资金', 'functions')).toEqual(['0-2 政府'])
  })
})

describe('lookup', () => {
  it('knows a function by its name alone', () => {
    expect(gazetteer.lookup('functions', '财政').map(({ id }) => id)).toEqual(['finance'])
    expect(gazetteer.lookup('regions', '财政')).toEqual([])
  })

  it('sees what a user adds and takes away', () => {
    const edited = gazetteer.extend(
      [
        { table: 'regions', action: 'add', row: { name: '姑苏区' } },
        { table: 'agencies', action: 'remove', row: { name: '财政部' } },
      ],
      fold,
    )
    expect(edited.scan(codesOf('苏州姑苏区')).regions.map(({ row }) => row.name)).toEqual(['江苏省', '苏州市', '姑苏区', '江苏省'])
    expect(edited.scan(codesOf('财政部')).agencies).toEqual([])
    expect(gazetteer.scan(codesOf('财政部')).agencies).toHaveLength(1)
  })
})
