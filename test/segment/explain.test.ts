import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BuiltIn } from '../../src/segment/built-in.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

const { words, fold } = lexicon
const builtIn = new BuiltIn(words)
const explain = (text: string, engine = builtIn) => engine.explain(sourceOf(text))

describe('an explanation', () => {
  it('has the route with the cost of each word, and their sum', () => {
    const { route } = explain('优化营商环境').units[0]!
    expect(route.words).toMatchObject([
      { text: '优化', start: 0, end: 2, from: 'dictionary' },
      { text: '营商环境', start: 2, end: 6, from: 'dictionary' },
    ])
    expect(route.words[1]!.cost).toBe(-words.weightOf('营商环境')!)
    expect(route.cost).toBeCloseTo(route.words[0]!.cost + route.words[1]!.cost)
  })

  it('has the runner-up, by how much it lost and in what', () => {
    const { route, runnerUp } = explain('营商环境').units[0]!
    expect(runnerUp!.words.map(({ text }) => text)).toEqual(['营商', '环境'])
    expect(runnerUp!.behind).toBeCloseTo(runnerUp!.cost - route.cost)
    expect(runnerUp!.behind).toBeGreaterThan(0)
    expect(runnerUp!.reason).toMatch(/^营商 \d+\.\d\d \+ 环境 \d+\.\d\d = \d+\.\d\d costs more than 营商环境 \d+\.\d\d$/)
  })

  it('tells words of a user, characters that are no word, and runs', () => {
    const own = new BuiltIn(words.extend({ add: [{ word: '鹏城云脑' }] }, fold))
    const { route } = explain('鹏城云脑GPT4囧', own).units[0]!
    expect(route.words.map(({ text, from }) => [text, from])).toEqual([
      ['鹏城云脑', 'added'],
      ['GPT4', 'run'],
      ['囧', words.has('囧') ? 'dictionary' : 'character'],
    ])
  })

  it('shows why a removed word no longer wins', () => {
    const without = new BuiltIn(words.extend({ remove: ['营商环境'] }, fold))
    const { route, runnerUp } = explain('营商环境', without).units[0]!
    expect([route, runnerUp].flatMap(way => way!.words.map(({ text }) => text))).not.toContain('营商环境')
  })

  it('shows what the rules made of the route', () => {
    const { units, tokens } = explain('奖励1.5亿元，给企业')
    expect(units.map(({ text }) => text)).toEqual(['奖励1.5亿元', '给企业'])
    expect(units[0]!.regrouped).toEqual([{ start: 2, end: 6, words: ['1', '.', '5', '亿'], tokens: ['1.5亿'] }])
    expect(tokens.map(({ text }) => text)).toEqual(['奖励', '1.5亿', '元', '，', '给', '企业'])
  })

  it('has no runner-up where there is one way, and nothing for an empty text', () => {
    expect(explain('囧').units[0]!.runnerUp).toBeUndefined()
    expect(explain('')).toEqual({ tokens: [], units: [] })
    expect(explain(' ，\n').units).toEqual([])
  })

  it('gives surfaces of the text as it is', () => {
    expect(explain('優化營商環境ＡＩ').units[0]!.route.words.map(({ text }) => text)).toEqual(['優化', '營商環境', 'ＡＩ'])
  })
})

it('the route is the one that the engine takes, and the runner-up never better', () => {
  const plain = new BuiltIn(words, { rules: false })
  const edited = new BuiltIn(
    words.extend({ add: [{ word: '人民的' }, { word: '一' }, { word: '5G中国', frequency: 3 }], remove: ['政府'] }, fold),
    {
      rules: false,
    },
  )
  const piece = fc.oneof(
    fc.constantFrom('中国', '人民', '政府', '的', '一', '5G', 'c++', '𠮷', '\ud842', '，', ' '),
    fc.integer({ min: 0x4e00, max: 0x9fff }).map(code => String.fromCharCode(code)),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(plain, edited), (pieces, engine) => {
      for (const { route, runnerUp, regrouped } of explain(pieces.join(''), engine).units) {
        expect(regrouped).toEqual([])
        if (!runnerUp) continue
        expect(runnerUp.cost).toBeGreaterThanOrEqual(route.cost - 1e-9)
        expect(runnerUp.words.map(({ end }) => end)).not.toEqual(route.words.map(({ end }) => end))
      }
    }),
    { numRuns: 300 },
  )
})

it('is linear over a long unit', () => {
  expect(explain('的'.repeat(20_000)).tokens).toHaveLength(20_000)
})
