import { execFileSync } from 'node:child_process'
import nodejieba from 'nodejieba'
import { loadBuilt } from '../support/built.js'
import { benchTexts, median, race } from '../support/texts.js'

const { from, texts } = benchTexts()
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const speed = (milliseconds: number): string => `${(bytes / 1e3 / milliseconds).toFixed(1)} MB/s`

/** Opens in a fresh process, as a user's program does; the script prints milliseconds and megabytes. */
const OPEN = `
  const before = performance.now()
  const { openTagger } = await import(process.argv[1])
  const tagger = await openTagger()
  tagger.annotate(process.argv[2])
  console.log(JSON.stringify([performance.now() - before, process.memoryUsage.rss() / 1e6]))`
const index = new URL('../../dist/index.js', import.meta.url).href
const opened = Array.from({ length: 7 }, () =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', OPEN, index, texts[0]!.slice(0, 2000)], { encoding: 'utf8' })),
) as [number, number][]

const tagger = await (await loadBuilt()).openTagger()
nodejieba.load()
const times = race(
  {
    annotate: () => {
      for (const text of texts) tagger.annotate(text)
    },
    cut: () => {
      for (const text of texts) nodejieba.cut(text)
    },
  },
  9,
)
const whole = texts.join('\n')
const four = `${whole}\n`.repeat(4)
const growth = race({ one: () => tagger.annotate(whole), four: () => tagger.annotate(four) }, 5)

console.log(
  `annotate, ${texts.length} texts of ${from}, ${(bytes / 1e6).toFixed(2)} MB, medians of 9 interleaved rounds, Node ${process.version}`,
)
console.table({
  'annotate (all layers)': { ms: Math.round(times.annotate!), speed: speed(times.annotate!) },
  'nodejieba.cut (words only)': { ms: Math.round(times.cut!), speed: speed(times.cut!) },
})
console.log(`annotate / nodejieba.cut: ${(times.annotate! / times.cut!).toFixed(3)} (target at most 0.333)`)
console.log(
  `import, open and first document: ${median(opened.map(([ms]) => ms)).toFixed(0)} ms (target at most 60), resident ${median(opened.map(([, mb]) => mb)).toFixed(0)} MB (target at most 120)`,
)
console.log(`growth from 1 to 4 times the text: ${(growth.four! / growth.one!).toFixed(2)} (target at most 4.4)`)
