import { describe, expect, it } from 'vitest'
import { splitOf } from '../../src/classify/build.js'
import { calibrate, uncertainBelow } from '../../src/classify/calibrate.js'
import { columnsIn, GROUPS, RAISED, softmax, strideOf } from '../../src/classify/linear.js'
import { type Columns, columnsOf } from '../../src/classify/taxonomy.js'
import { countGrams, quantise, type TrainingTask, train } from '../../src/classify/train.js'

const leaf = (id: string) => ({ id })
/** Two instruments and two domains; strings 0 and 1 are cues of the instruments, 2 and 3 of the domains, 4 speaks for nothing. */
const columns: Columns = columnsOf({
  name: 'tiny',
  axes: { domain: { context: true, leaves: ['farm', 'road'].map(leaf) }, instrument: { leaves: ['pay', 'build'].map(leaf) } },
})
const example = (instrument: number, domain: number, title: number[] = []) => ({
  body: [instrument, 2 + domain, 4],
  lead: [instrument],
  title,
  label: { instrument, domain: 2 + domain },
})
const examples = [0, 1, 2, 3, 4, 5, 6, 7].map(i => example(i & 1, (i >> 1) & 1))
const task: TrainingTask = {
  examples,
  titles: examples,
  size: 5,
  cues: [[0], [1], [2], [3], []],
  columns,
}
const at = (table: Float64Array, string: number, column: number) => table[string * columns.leaves.length + column]!

describe('columns', () => {
  it('begin with the axes that are read from a measure alone', () => {
    expect(columns.leaves).toEqual(['pay', 'build', 'farm', 'road'])
    expect(columns.alone).toBe(2)
    expect(columns.range).toEqual({ instrument: [0, 2], domain: [2, 4] })
  })
})

describe('training', () => {
  it('gives the same weights each time', () => {
    expect(train(task)).toEqual(train(task))
  })

  it('learns which string speaks for which leaf', () => {
    const { body } = train(task)
    for (const string of [0, 1, 2, 3]) {
      const [from, to] = columns.range[string < 2 ? 'instrument' : 'domain']!
      for (let column = from; column < to; column++) {
        if (column !== string) expect(at(body, string, string), `string ${string}`).toBeGreaterThan(at(body, string, column))
      }
    }
  })

  it('reads no instrument from a title', () => {
    const { title } = train({ ...task, titles: [0, 1, 2, 3].map(i => example(i & 1, i >> 1, [i & 1, 2 + (i >> 1)])) })
    for (let string = 0; string < task.size; string++) expect([at(title, string, 0), at(title, string, 1)]).toEqual([0, 0])
    expect(at(title, 2, 2)).toBeGreaterThan(0)
  })

  it('passes over examples without a label of the axis', () => {
    const examples = task.examples.map(({ label: { instrument }, ...rest }) => ({ ...rest, label: { instrument } }))
    const { body } = train({ ...task, examples })
    expect(at(body, 0, 0)).toBeGreaterThan(0)
    expect(at(body, 2, 2)).toBe(0)
  })

  it('passes over titles that hold no known string', () => {
    const titles = [example(0, 0, [2]), example(1, 1, [3])]
    expect(train({ ...task, titles: [...titles, example(0, 0), example(0, 0)] }).title).toEqual(train({ ...task, titles }).title)
  })

  it('rounds a weight by no more than half a step', () => {
    const weights = train(task)
    const model = quantise(weights, columns)
    for (const group of GROUPS) {
      const [from, to] = columnsIn(group, columns)
      const stride = strideOf([from, to])
      for (let string = 0; string < task.size; string++) {
        for (let column = from; column < to; column++) {
          const rounded = (model.tables[group][string * stride + column - from]! - RAISED) * model.step[group]
          expect(Math.abs(rounded - at(weights[group], string, column))).toBeLessThanOrEqual(model.step[group] / 2 + 1e-12)
        }
      }
    }
  })
})

describe('n-grams', () => {
  it('counts those of one to three characters that stand in more than one document', () => {
    const texts = [
      { document: 'a', text: '种水稻，种' },
      { document: 'b', text: '收水稻' },
      { document: 'b', text: '收小麦' },
    ]
    expect(countGrams(texts)).toEqual(['水', '水稻', '稻'])
  })
})

describe('calibration', () => {
  it('finds the temperature that makes probabilities come true', () => {
    // the first leaf always leads by 4, and is right three times of four: a probability of 3/4 wants a lead of ln 3
    const rows = [0, 0, 0, 1].map(label => ({ scores: [4, 0], label }))
    const temperature = calibrate(rows, [0, 2])
    expect(softmax([4, 0], [0, 2], temperature)[0]).toBeCloseTo(0.75, 1)
  })

  it('sharpens where the scores are too timid', () => {
    expect(calibrate([{ scores: [1, 0], label: 0 }], [0, 2])).toBeLessThan(1)
  })

  it('calls uncertain what is wrong as often as right', () => {
    const row = (lead: number, label: number) => ({ scores: [lead, 0], label })
    const rows = [row(0.1, 0), row(0.2, 1), row(0.3, 1), row(0.4, 0), row(2, 0), row(3, 0)]
    const threshold = uncertainBelow(rows, [0, 2], 1)
    expect(threshold).toBeGreaterThan(softmax([0.4, 0], [0, 2], 1)[0]!)
    expect(threshold).toBeLessThanOrEqual(softmax([2, 0], [0, 2], 1)[0]!)
    expect(uncertainBelow([row(1, 0), row(2, 0)], [0, 2], 1)).toBe(0)
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
