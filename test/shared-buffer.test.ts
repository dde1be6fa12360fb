import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { openTagger } from '../src/index.js'

const bytes = readFileSync(new URL('../dist/zhengce.dict', import.meta.url))
const shared = new SharedArrayBuffer(bytes.length)
new Uint8Array(shared).set(bytes)

/** What a thread runs: it opens a tagger over the buffer, tells what it found, and waits to be ended. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads')
  import(workerData.index).then(async ({ openTagger }) => {
    const tagger = await openTagger({ dictionary: workerData.dictionary, dictionaries: workerData.dictionaries })
    const words = tagger.segment(workerData.text).map(token => token.text)
    const entities = tagger.annotate(workerData.text).entities.map(entity => entity.text)
    parentPort.postMessage({ words, entities, shared: workerData.dictionary instanceof SharedArrayBuffer })
  })`

const TEXT = '深圳市财政局优化营商环境，给予最高200万元奖励'

interface Answer {
  words: string[]
  entities: string[]
  shared: boolean
}

function ask(terms: object[]): Promise<Answer> {
  const index = new URL('../dist/index.js', import.meta.url).href
  const workerData = { index, dictionary: shared, dictionaries: [{ table: 'terms', rows: terms }], text: TEXT }
  const worker = new Worker(THREAD, { eval: true, workerData })
  return new Promise<Answer>((resolve, reject) => worker.once('message', resolve).once('error', reject)).finally(() => worker.terminate())
}

it('threads open taggers over one shared buffer, each with words of its own, and leave it as it is', async () => {
  const [first, second] = await Promise.all([ask([]), ask([{ term: '营商环境', action: 'remove' }, { term: '市财政局' }])])
  const own = await openTagger({ dictionary: shared })
  const words = own.segment(TEXT).map(({ text }) => text)
  expect(words).toContain('营商环境')
  expect(first).toEqual({ words, entities: own.annotate(TEXT).entities.map(({ text }) => text), shared: true })
  expect(first.entities).toEqual(['深圳市财政局', '200万元'])
  expect(second.words).not.toContain('营商环境')
  expect(Buffer.compare(Buffer.from(shared), bytes)).toBe(0)
})
