import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/classify/build.js'
import { withoutPhrases } from '../../src/lexicon/build/phrases.js'
import { readTable } from '../../src/lexicon/build/tables.js'
import { BuiltIn } from '../../src/segment/built-in.js'
import { lexicon } from '../support/lexicon.js'
import { sharedPath } from '../support/shared.js'
import { cutter } from './gold.js'
import { changesBetween } from './moves.js'

interface TermRow {
  term: string
  frequency?: string
  tag?: string
  note?: string
}

const rows = readTable<TermRow>('terms.tsv')
const terms = rows.filter(row => row.frequency !== '-')
const cut = cutter(new BuiltIn(lexicon.words))
/** Rows lighter than this are there to lose against their neighbours. */
const LIGHT = 100
const heavy = terms.filter(row => row.frequency === undefined || Number(row.frequency) >= LIGHT)
const KINDS = 'programme campaign idiom organ title tech industry agri environment transport medical education finance word phrase'.split(
  ' ',
)

describe('rows', () => {
  it('there are at least 3 000 terms, each once', () => {
    expect(terms.length).toBeGreaterThanOrEqual(3000)
    const seen = new Set<string>()
    expect(rows.filter(({ term }) => seen.size === seen.add(term).size).map(row => row.term)).toEqual([])
  })
  it('every row has a kind, and one with a frequency says why', () => {
    expect(rows.filter(row => !KINDS.includes(row.tag ?? '')).map(row => row.term)).toEqual([])
    const unexplained = terms.filter(row => row.frequency !== undefined && Number(row.frequency) !== 3000 && row.note === undefined)
    expect(unexplained.map(row => row.term)).toEqual(['园区'])
  })
})

describe('words', () => {
  it('every term is one word, and every phrase taken out is none', () => {
    const split = heavy.filter(row => cut(row.term).length > 1).map(row => cut(row.term).join(' '))
    const whole = rows.filter(row => row.frequency === '-' && cut(row.term).length === 1).map(row => row.term)
    expect({ split, whole }).toEqual({ split: [], whole: [] })
  })

  for (const frame of ['《X》', '推进X建设', '支持X发展', '围绕“X”，开展工作。']) {
    it(`every term wins in ${frame}`, () => {
      const [before = '', after = ''] = frame.split('X')
      const around = cut(before).concat(cut(after))
      const wrong = heavy.filter(({ term }) => {
        const got = cut(before + term + after)
        return got.length !== around.length + 1 || !got.includes(term)
      })
      expect(wrong.map(({ term }) => cut(before + term + after).join(' '))).toEqual([])
    })
  }
})

/** Our own measures, and where they are at hand the real documents. */
function texts(): string[] {
  const measures = readCorpus().map(row => row.text)
  const policies = sharedPath('real/policies')
  const files = policies === undefined ? [] : readdirSync(policies).filter(file => file.endsWith('.txt'))
  return measures.concat(files.map(file => readFileSync(`${policies}/${file}`, 'utf8')))
}

it('terms join what is theirs and leave their neighbours whole', () => {
  const unweighed = terms.filter(row => row.frequency === undefined).map(row => row.term)
  const without = cutter(new BuiltIn(lexicon.words.extend({ remove: unweighed }, lexicon.fold)))
  let tokens = 0
  const moved: string[] = []
  for (const text of texts()) {
    const after = cut(text)
    tokens += after.length
    for (const { kind, before, after: now } of changesBetween(without(text), after)) if (kind === 'moved') moved.push(`${before} → ${now}`)
  }
  // each was read: nearly all are repairs (带 货主 播 → 带货 主播); a term that breaks words shows up here many times
  expect(moved.length / tokens, [...new Set(moved)].join('\n')).toBeLessThan(0.001)
})

describe('phrases of the base dictionary', () => {
  const known = Object.entries({ 公共: 900, 服务: 900, 市长: 900, 公安厅: 90, 品种: 900, 知识: 900, 产权: 900, 医保: 100, 发展: 900 })
  const word = (key: string, frequency = 3, tag = 'n') => ({ key, frequency, tag })
  const kept = (...words: ReturnType<typeof word>[]): string[] => {
    const left = new Set(withoutPhrases([...known.map(([key, frequency]) => word(key, frequency)), ...words]).map(({ key }) => key))
    return words.map(({ key }) => key).filter(key => left.has(key))
  }

  it('takes out what the standard cuts', () => {
    const counted = ['第十三条', '第四十一条', '两个', '余家', '一千名', '多家'].map(key => word(key, 3, 'm'))
    const spans = ['五年', '七日', '六个月'].map(key => word(key, 3, 't'))
    const rest = ['公共服务', '由医保', '副市长', '省公安厅', '新品种', '各县区', '该项', '每平方米', '湖北省人民政府'].map(key =>
      word(key),
    )
    expect(kept(...counted, ...spans, ...rest)).toEqual([])
  })
  it('keeps words that only look like it', () => {
    const words = [
      word('知识产权', 900),
      word('副作用'),
      word('各类'),
      word('每年'),
      word('此外'),
      word('四月', 3, 't'),
      word('九十年代', 3, 't'),
    ]
    expect(kept(...words)).toEqual(['知识产权', '副作用', '各类', '每年', '此外', '四月', '九十年代'])
  })
})
