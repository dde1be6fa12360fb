import { describe, expect, it } from 'vitest'
import { Found, Vocabulary } from '../../src/classify/vocabulary.js'
import { foldWidths, normalize } from '../../src/text/normalize.js'

const fold = foldWidths()
const CUES = ['环境', '环境保护', '环境保护税', '保护税法', '税']
const STRINGS = [...CUES, '保护', '境保']

function found(text: string, cues = CUES.length): string[] {
  const vocabulary = Vocabulary.of(STRINGS, cues)
  const { codes } = normalize(text, fold)
  const strings = new Found()
  vocabulary.find(codes, { start: 0, end: codes.length }, strings)
  return [...strings.ids.subarray(0, strings.count)].map((id, i) => {
    const start = strings.starts[i]!
    expect(text.slice(start, start + vocabulary.lengthAt(codes, start, id))).toBe(STRINGS[id])
    return STRINGS[id]!
  })
}

describe('vocabulary', () => {
  it('hears of nested cues only the longest', () => {
    expect(found('征收环境保护税').filter(string => CUES.includes(string))).toEqual(['环境保护税'])
    expect(found('加强环境治理')).toEqual(['环境'])
  })

  it('hears cues that overlap', () => {
    expect(found('环境保护税法').filter(string => CUES.includes(string))).toEqual(['环境保护税', '保护税法'])
  })

  it('finds n-grams wherever they stand, within cues too', () => {
    expect(found('环境保护税').filter(string => !CUES.includes(string))).toEqual(['境保', '保护'])
  })

  it('finds everything where nothing is a cue', () => {
    expect(found('环境保护税', 0)).toEqual(['环境', '环境保护', '环境保护税', '境保', '保护', '税'])
  })

  it('keeps to the span and takes any length', () => {
    const vocabulary = Vocabulary.of(STRINGS, CUES.length)
    const { codes } = normalize('环境保护税', fold)
    const strings = new Found()
    vocabulary.find(codes, { start: 2, end: 2 }, strings)
    expect(strings.count).toBe(0)
    vocabulary.find(codes, { start: 0, end: 3 }, strings)
    expect(strings.count).toBe(2)
    // what was found before stays in front
    const long = normalize('税'.repeat(100_000), fold).codes
    vocabulary.find(long, { start: 0, end: long.length }, strings)
    expect(strings.count).toBe(100_002)
    expect(strings.starts.at(2)).toBe(0)
    expect(strings.starts.at(100_001)).toBe(99_999)
  })
})
