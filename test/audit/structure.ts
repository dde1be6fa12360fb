/** The outline of every real document: one line an item, measures marked, and the paragraphs that are in no item and no measure. */
import { readdirSync, readFileSync } from 'node:fs'
import { structure } from '../../src/structure/structure.js'
import type { OutlineItem } from '../../src/types/structure.js'
import type { Article, Span, Structured } from '../../src/types.js'
import { sourceOf } from '../support/lexicon.js'
import { sharedPath } from '../support/shared.js'

const HEAD = 40
const TAIL = 15

const flat = (text: string): string => text.replace(/\s+/g, ' ')

/** First and last characters of a stretch of text. */
function ends(text: string, { start, end }: Span): string {
  const whole = flat(text.slice(start, end))
  return whole.length <= HEAD + TAIL ? whole : `${whole.slice(0, HEAD)} … ${whole.slice(-TAIL)}`
}

function itemLines(text: string, item: OutlineItem): string[] {
  const verdict = item.measure !== undefined ? `M${item.measure + 1}` : (item.none ?? 'heading')
  const line = `${'  '.repeat(item.level)}${verdict.padEnd(8)} ${item.numbering} ${item.ordinal ?? ''} ${ends(text, item)}`
  return [line, ...item.items.flatMap(below => itemLines(text, below))]
}

/** Lines of text that lie in no item of the outline. */
function outside(text: string, { start, end, outline }: Article): string[] {
  const gaps: Span[] = []
  let from = start
  for (const item of outline) {
    gaps.push({ start: from, end: item.start })
    from = Math.max(from, item.end)
  }
  gaps.push({ start: from, end })
  return gaps.flatMap(gap =>
    text
      .slice(gap.start, gap.end)
      .split(/[\r\n]+/)
      .map(flat)
      .filter(line => line.length > 1)
      .map(line => `    -        ${ends(line, { start: 0, end: line.length })}`),
  )
}

/** Everything but `outline`, spans and the text, as one line. */
const fieldsOf = ({ start: _, end: __, outline: ___, ...fields }: Article): string => JSON.stringify(fields)

function report(name: string, { text, articles, measures }: Structured): void {
  console.log(`\n# ${name}: ${text.length} characters, ${articles.length} articles, ${measures.length} measures`)
  for (const article of articles) {
    console.log(`  ${article.start}–${article.end} ${fieldsOf(article)}`)
    for (const line of article.outline.flatMap(item => itemLines(text, item))) console.log(line)
    for (const line of outside(text, article)) console.log(line)
  }
}

const folder = sharedPath('real/policies')
if (!folder) console.log('structure: ../shared is absent, nothing to read')
else {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.txt')))
    report(file, structure(sourceOf(readFileSync(`${folder}/${file}`, 'utf8'))))
}
