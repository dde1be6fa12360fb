import { describe, expect, it } from 'vitest'
import { splitOf } from '../../src/classify/build.js'
import { RAISED, softmax } from '../../src/classify/linear.js'
import { calibrate, chooseStrings, countGrams, quantise, type TrainingTask, train } from '../../src/classify/train.js'

/** Two instruments and two domains; strings 0 and 1 are cues of the instruments, 2 and 3 of the domains, 4 speaks for nothing. */
const columns = { leaves: ['pay', 'build', 'farm', 'road'], range: { instrument: [0, 2], domain: [2, 4] } } as const
const example = (instrument: number, domain: number, title: number[] = []) => ({
  body: [instrument, 2 + domain, 4],
  lead: [instrument],
  title,
  label: { instrument, domain: 2 + domain },
})
const task: TrainingTask = {
  examples: [0, 1, 2, 3, 4, 5, 6, 7].map(i => example(i & 1, (i >> 1) & 1)),
  size: 5,
  cues: [[0], [1], [2], [3], []],
  columns,
}
const at = (table: Float64Array, string: number, column: number) => table[string * columns.leaves.length + column]!

describe('training', () => {
  it('gives the same weights each time', () => {
    expect(train(task)).toEqual(train(task))
  })

  it('learns which string speaks for which leaf', () => {
    const { body } = train(task)
    for (const string of [0, 1, 2, 3]) {
      const [from, to] = columns.range[string < 2 ? 'instrument' : 'domain']
      for (let column = from; column < to; column++) {
        if (column !== string) expect(at(body, string, string), `string ${string}`).toBeGreaterThan(at(body, string, column))
      }
    }
  })

  it('reads no instrument from a title', () => {
    const { title } = train({ ...task, examples: [0, 1, 2, 3].map(i => example(i & 1, i >> 1, [i & 1, 2 + (i >> 1)])) })
    for (let string = 0; string < task.size; string++) expect([at(title, string, 0), at(title, string, 1)]).toEqual([0, 0])
    expect(at(title, 2, 2)).toBeGreaterThan(0)
  })

  it('keeps every cue, and of n-grams those that do something', () => {
    expect(chooseStrings(task, train(task))).toEqual([0, 1, 2, 3, 4])
  })

  it('rounds a weight by no more than half a step', () => {
    const weights = train(task)
    const model = quantise(weights)
    for (const group of ['body', 'lead', 'title'] as const) {
      weights[group].forEach((weight, cell) => {
        expect(Math.abs((model[group][cell]! - RAISED) * model.step - weight)).toBeLessThanOrEqual(model.step / 2 + 1e-12)
      })
    }
  })
})

describe('n-grams', () => {
  it('counts those of two and three characters that stand in more than one document', () => {
    const texts = [
      { document: 'a', text: '种水稻，种' },
      { document: 'b', text: '收水稻' },
      { document: 'b', text: '收小麦' },
    ]
    expect(countGrams(texts)).toEqual(['水稻'])
  })
})

describe('calibration', () => {
  it('finds the temperature that makes probabilities come true', () => {
    // the first leaf always leads by 4, and is right three times of four: a probability of 3/4 wants a lead of ln 3
    const rows = [0, 0, 0, 1].map(label => ({ scores: Float64Array.of(4, 0), label }))
    const temperature = calibrate(rows, [0, 2])
    expect(softmax(Float64Array.of(4, 0), [0, 2], temperature)[0]).toBeCloseTo(0.75, 1)
  })

  it('sharpens where the scores are too timid', () => {
    expect(calibrate([{ scores: Float64Array.of(1, 0), label: 0 }], [0, 2])).toBeLessThan(1)
  })
})

describe('splits', () => {
  it('puts a document into one split, seven of ten into training', () => {
    const splits = Array.from({ length: 2000 }, (_, i) => splitOf(`document-${i}`))
    const share = (split: string) => splits.filter(each => each === split).length / splits.length
    expect(splitOf('document-1')).toBe(splits[1])
    expect(share('train')).toBeCloseTo(0.7, 1)
    expect(share('dev')).toBeCloseTo(0.1, 1)
    expect(share('test')).toBeCloseTo(0.2, 1)
  })
})
