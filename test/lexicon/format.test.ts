import { describe, expect, it } from 'vitest'
import { FORMAT_VERSION, Sections, writeSections } from '../../src/lexicon/format.js'

const bytes = writeSections({ numbers: Int32Array.of(1, -2, 3), weights: Float64Array.of(0.5), words: { json: ['上海', '😀'] } })
const opening = (change: (copy: Uint8Array) => Uint8Array) => () => Sections.open(change(bytes.slice()))
const set = (at: number, value: number) => (copy: Uint8Array) => {
  copy[at] = value
  return copy
}

describe('one buffer', () => {
  it('gives back what was written, as views where it can', () => {
    const sections = Sections.open(bytes)
    expect([...sections.view('numbers', 'i32')]).toEqual([1, -2, 3])
    expect([...sections.view('weights', 'f64')]).toEqual([0.5])
    expect(sections.json('words')).toEqual(['上海', '😀'])
    expect(sections.view('numbers', 'i32').buffer).toBe(bytes.buffer)
  })

  it('opens shared memory, and bytes at an odd place', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
    shared.set(bytes)
    expect(Sections.open(shared.buffer).json('words')).toEqual(['上海', '😀'])
    const odd = new Uint8Array(bytes.length + 3)
    odd.set(bytes, 3)
    expect([...Sections.open(odd.subarray(3)).view('numbers', 'i32')]).toEqual([1, -2, 3])
  })

  it.each([
    ['nothing', () => new Uint8Array(0), 'DICTIONARY_FOREIGN'],
    ['another file', set(0, 0x50), 'DICTIONARY_FOREIGN'],
    ['another version', set(4, FORMAT_VERSION + 1), 'DICTIONARY_VERSION'],
    ['a changed byte', set(bytes.length - 9, 0x7f), 'DICTIONARY_DAMAGED'],
    ['a cut', (copy: Uint8Array) => copy.subarray(0, copy.length - 8), 'DICTIONARY_DAMAGED'],
    ['an odd cut', (copy: Uint8Array) => copy.subarray(0, copy.length - 3), 'DICTIONARY_DAMAGED'],
  ])('%s', (_, change, code) => {
    expect(opening(change)).toThrow(expect.objectContaining({ code }))
  })

  it('a section that is missing, or of another kind', () => {
    const sections = Sections.open(bytes)
    expect(() => sections.view('letters', 'u16')).toThrow(expect.objectContaining({ code: 'DICTIONARY_DAMAGED' }))
    expect(() => sections.view('numbers', 'f64')).toThrow(expect.objectContaining({ code: 'DICTIONARY_DAMAGED' }))
  })
})
