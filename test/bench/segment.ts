/** How fast this segmenter and others cut real text, how long each takes to open, and what it weighs: `npm run bench -- segment`. */
import { execFileSync } from 'node:child_process'
import { loadBuilt } from '../support/built.js'
import { makeWords, PEERS } from '../support/peers.mjs'
import { benchTexts, median, race } from './text.js'

const ROUNDS = 5
const BYTES = 2e6
/** Characters of a document: some peers take a time that grows with the square of the text. */
const DOCUMENT = 4000
const OPENINGS = 5

const { from, texts } = benchTexts()
const text = texts.join('\n').slice(0, BYTES / 2.6)
const documents = text.match(/[\s\S]{1,4000}/g) ?? []
const megabytes = Buffer.byteLength(text) / 1e6

const { openTagger } = await loadBuilt()
const tagger = await openTagger()
const userWords = await openTagger({ dictionaries: [{ table: 'terms', rows: makeWords(50_000) }] })
const overAll = (cut: (text: string) => unknown) => () => {
  for (const document of documents) cut(document)
}
const sides: Record<string, () => void> = {
  'zhengce, tokens': overAll(document => tagger.segment(document)),
  'zhengce, 50 000 words': overAll(document => userWords.segment(document)),
  'zhengce, fine': overAll(document => tagger.segment(document, { mode: 'fine' })),
  'zhengce, tags': overAll(document => tagger.segment(document, { pos: true })),
}
for (const [name, open] of Object.entries(PEERS)) sides[name] = overAll(await open())
const times = race(sides, ROUNDS)

console.log(
  `${megabytes.toFixed(1)} MB of ${from} in documents of ${DOCUMENT} characters, medians of ${ROUNDS} interleaved rounds, Node ${process.version}`,
)
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, time]) => [
      name,
      {
        'MB/s': +((megabytes / time) * 1000).toFixed(1),
        'ns/character': +((time * 1e6) / text.length).toFixed(0),
        'x nodejieba': ratio(times.nodejieba!, time),
      },
    ]),
  ),
)
const others = Object.keys(PEERS).filter(name => name !== 'nodejieba')
const fastest = others.reduce((best, name) => (times[name]! < times[best]! ? name : best))
const own = times['zhengce, tokens']!
console.log(
  `nodejieba / zhengce: ${ratio(times.nodejieba!, own)} (target at least 10); ${fastest} / zhengce: ${ratio(times[fastest]!, own)} (target at least 4)`,
)
console.log(`50 000 words of a user slow it by ${((times['zhengce, 50 000 words']! / own - 1) * 100).toFixed(0)} % (target less than 15)`)
const growth = race({ one: () => tagger.segment(text), four: () => tagger.segment(text.repeat(4)) }, ROUNDS)
console.log(`growth from 1 to 4 times the text: ${ratio(growth.four!, growth.one!)} (target at most 4.4)`)

/** Opens in a fresh process and cuts one text; prints milliseconds of wall and of processor time, and megabytes over an idle process. */
const opening = (open: string): string => `
  const [wall, processor, idle] = [performance.now(), process.cpuUsage(), process.memoryUsage.rss()]
  const cut = await (${open})()
  cut(process.argv[1])
  const { user, system } = process.cpuUsage(processor)
  console.log(JSON.stringify([performance.now() - wall, (user + system) / 1000, (process.memoryUsage.rss() - idle) / 1e6]))`
const index = JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)
const peers = JSON.stringify(new URL('../support/peers.mjs', import.meta.url).href)
const openers: Record<string, string> = {
  zhengce: `async () => {
    const tagger = await (await import(${index})).openTagger()
    return text => tagger.segment(text)
  }`,
  'zhengce, 50 000 words': `async () => {
    const dictionaries = [{ table: 'terms', rows: (await import(${peers})).makeWords(50_000) }]
    const tagger = await (await import(${index})).openTagger({ dictionaries })
    return text => tagger.segment(text)
  }`,
}
for (const name of Object.keys(PEERS)) openers[name] = `async () => (await import(${peers})).PEERS[${JSON.stringify(name)}]()`
const opened: Record<string, object> = {}
for (const [name, open] of Object.entries(openers)) {
  const argumentsFor = ['--input-type=module', '-e', opening(open), text.slice(0, 1000)]
  const runs = Array.from(
    { length: OPENINGS },
    () => JSON.parse(execFileSync(process.execPath, argumentsFor, { encoding: 'utf8' })) as number[],
  )
  const [wall, processor, memory] = [0, 1, 2].map(column => Math.round(median(runs.map(run => run[column]!))))
  opened[name] = { 'ms to the first words': wall, 'ms of processor': processor, 'MB more': memory }
}
console.log(`opening in a fresh process, first ${Math.min(1000, text.length)} characters cut; medians of ${OPENINGS}`)
console.table(opened)

function ratio(a: number, b: number): number {
  return +(a / b).toFixed(1)
}
