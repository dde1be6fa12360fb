import { describe, expect, it } from 'vitest'
import { Sections, writeSections } from '../../src/lexicon/format.js'
import { regionKeys } from '../../src/lexicon/region-keys.js'
import { JoinedRows, rowSections, StoredRows } from '../../src/lexicon/stored-rows.js'

const rows = [{ name: '滁州市', adcode: '341100' }, { name: '天长市' }, { name: '𠮷县' }]
const stored = StoredRows.open<{ name: string }>(Sections.open(writeSections(rowSections('regions', rows))), 'regions')

describe('stored rows', () => {
  it('give back what was written, in its order', () => {
    expect(stored.length).toBe(3)
    expect([...stored]).toEqual(rows)
  })

  it('give the same object every time', () => {
    expect(stored.at(2)).toBe(stored.at(2))
  })

  it('end where they end', () => {
    expect(stored.at(3)).toBeUndefined()
  })

  it('have those of a user behind them', () => {
    const own = { name: '琅琊区' }
    const joined = new JoinedRows(stored, [own])
    expect([...joined]).toEqual([...rows, own])
    expect(joined.at(0)).toBe(stored.at(0))
    expect(joined.at(3)).toBe(own)
    expect(joined.at(4)).toBeUndefined()
  })
})

describe('keys of regions', () => {
  const place = { name: '安徽省', adcode: '340000', aliases: '安徽|皖', sign: '' }
  const former = { name: '巢湖市', adcode: '340100', kind: 'former', aliases: '巢' }

  it('are those of places in force, by code', () => {
    const keys = regionKeys([{ name: '合肥市', adcode: '340100' }, former, place])
    expect([...keys.codes]).toEqual([340000, 340100])
    expect([...keys.rows]).toEqual([2, 0])
    expect(String.fromCharCode(...keys.heads)).toBe('安合')
    expect([...keys.signed]).toEqual([2])
  })

  it('are of the later of two rows with one code, and of none that was dropped', () => {
    const renamed = { name: '新安省', adcode: '340000' }
    expect([...regionKeys([place, renamed]).rows]).toEqual([1])
    expect([...regionKeys([place, renamed], new Set([renamed])).rows]).toEqual([0])
  })
})
