/**
 * How fast this segmenter and others cut real text, how long each takes to open, and what it weighs: `npm run bench -- segment`.
 *
 * Speed is processor time of the whole process, the collector's own threads included, so that other programs on the machine weigh less.
 * This side makes what its users get, tokens with offsets; peers give strings and no offsets. Every side gets the same documents as the
 * package takes them, pays for its own garbage as it comes, and runs over all of them before the next one does, so that each begins with
 * cold caches and then has a megabyte of text to warm them. What words of a user cost is told by processes of their own, in turns:
 * code that is compiled for one tagger is faster than code that two share, and most programs have one.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { loadBuilt } from '../support/built.js'
import { PEERS } from '../support/peers.mjs'
import { benchTexts, median, processorTime, race } from '../support/texts.js'

const ROUNDS = 7
/** Characters of a document: some peers take a time that grows with the square of the text. */
const DOCUMENT = /[\s\S]{1,4000}/g
/** Documents that a peer gets where it would take minutes over all of them. */
const FEW: Readonly<Record<string, number>> = { segmentit: 1 }
const OPENINGS = 5
const NODEJIEBA = 'nodejieba'
const USER_WORDS = 50_000

const { from, texts } = benchTexts()
/** Enough for the caches of the processor to settle between two engines. */
const text = texts.join('\n').repeat(4)
const documents = text.match(DOCUMENT) ?? []
const bytesPerCharacter = Buffer.byteLength(text) / text.length

const { openTagger } = await loadBuilt()
const tagger = await openTagger()
const cutters: Record<string, (text: string) => unknown> = {
  'zhengce, tokens': document => tagger.segment(document),
  'zhengce, fine': document => tagger.segment(document, { mode: 'fine' }),
  'zhengce, search': document => tagger.segment(document, { mode: 'search' }),
  'zhengce, tags': document => tagger.segment(document, { pos: true }),
}
for (const [name, open] of Object.entries(PEERS)) cutters[name] = await open()

const textFor = (name: string): string[] => documents.slice(0, FEW[name] ?? documents.length)
const sides = Object.entries(cutters).map(([name, cut]) => [name, () => textFor(name).forEach(cut)] as const)
const times = race(Object.fromEntries(sides), ROUNDS, processorTime)
/** Nanoseconds a character. */
const costs = Object.fromEntries(Object.entries(times).map(([name, time]) => [name, (time * 1e6) / textFor(name).join('').length]))
const own = costs['zhengce, tokens']!

console.log(
  `${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB of ${from} in ${documents.length} documents of at most 4000 characters, processor time, medians of ${ROUNDS} interleaved rounds, Node ${process.version}`,
)
const row = (cost: number) => ({
  'MB/s': +((bytesPerCharacter / cost) * 1000).toFixed(2),
  'ns/character': Math.round(cost),
  'times nodejieba': +(costs[NODEJIEBA]! / cost).toFixed(2),
})
console.table(Object.fromEntries(Object.entries(costs).map(([name, cost]) => [name, row(cost)])))
const others = Object.keys(PEERS).filter(name => name !== NODEJIEBA)
const fastest = others.reduce((best, name) => (costs[name]! < costs[best]! ? name : best))
console.log(
  `nodejieba / zhengce: ${ratio(costs[NODEJIEBA]!, own)} (target at least 10); ${fastest} / zhengce: ${ratio(costs[fastest]!, own)} (target at least 4)`,
)
const alone = Array.from({ length: OPENINGS }, () => ({ without: costAlone(0), words: costAlone(USER_WORDS) }))
const without = median(alone.map(run => run.without))
const withWords = median(alone.map(run => run.words))
console.log(
  `in a process of its own: ${without.toFixed(1)} ns a character, with 50 000 words of a user ${withWords.toFixed(1)}, ${((withWords / without - 1) * 100).toFixed(0)} % more (target less than 15)`,
)
const once = texts.join('\n')
const fourTimes = once.repeat(4)
const growth = race({ one: () => tagger.segment(once), four: () => tagger.segment(fourTimes) }, ROUNDS, processorTime)
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

/** Nanoseconds a character in a fresh process with so many words of a user. */
function costAlone(words: number): number {
  const script = fileURLToPath(new URL('user-words.ts', import.meta.url))
  return Number(execFileSync(process.execPath, [...process.execArgv, script, String(words)], { encoding: 'utf8' }))
}
