/** `npm run audit -- industries`: every mention of a sector, by concept, and the nouns before 产业, 行业, 领域 … that are none. */
import type { IndustryEntity } from '../../src/types.js'
import { loadBuilt } from '../support/built.js'
import { benchTexts } from '../support/texts.js'

/** How many surfaces of a concept, untagged nouns and contexts of each are shown. */
const SURFACES = 12
const NOUNS = 400
const CONTEXTS = 3
/** Code units of context to either side. */
const REACH = 14
const HEADS = ['产业', '行业', '领域', '制造业', '服务业', '加工业', '工业', '装备', '业']
const HAN = /\p{Script=Han}/u

class Tally {
  private readonly counts = new Map<string, { count: number; contexts: string[] }>()

  add(key: string, context: string): void {
    const entry = this.counts.get(key) ?? { count: 0, contexts: [] }
    this.counts.set(key, entry)
    entry.count++
    if (entry.contexts.length < CONTEXTS && !entry.contexts.includes(context)) entry.contexts.push(context)
  }

  /** Most frequent first. */
  sorted(): [key: string, count: number, contexts: string[]][] {
    return [...this.counts]
      .map(([key, { count, contexts }]): [string, number, string[]] => [key, count, contexts])
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, { count }) => sum + count, 0)
  }
}

const { from, texts } = benchTexts()
const tagger = await (await loadBuilt()).openTagger()
const concepts = new Map<string, { title: string; surfaces: Tally }>()
const untagged = new Tally()

for (const text of texts) {
  const { entities, tokens } = tagger.annotate(text)
  const isTaken = new Uint8Array(text.length)
  for (const { start, end } of entities) isTaken.fill(1, start, end)
  for (const entity of entities) if (entity.type === 'industry') count(entity, text)
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    const noun = nounBefore(token.text, before?.text ?? '')
    const isFree = !isTaken[token.start] && !(before && isTaken[before.start])
    if (noun !== undefined && isFree) untagged.add(noun, contextOf(text, token.start, token.end))
  }
}

/** What stands before 产业, 行业, 业 …, in the word or as the word before it; short words with 业 (就业) are other words. */
function nounBefore(word: string, before: string): string | undefined {
  const head = HEADS.find(each => word.endsWith(each))
  if (head === undefined) return undefined
  if (word.length > head.length) return word.length > 2 ? word : undefined
  return HAN.test(before) ? `${before} ${head}` : undefined
}

function count(entity: IndustryEntity, text: string): void {
  const key = [entity.concept, entity.name, entity.code, entity.strategic, entity.rule.startsWith('open') ? 'open' : '']
    .filter(Boolean)
    .join(' ')
  const concept = concepts.get(key) ?? { title: key, surfaces: new Tally() }
  concepts.set(key, concept)
  concept.surfaces.add(entity.text, contextOf(text, entity.start, entity.end))
}

function contextOf(text: string, start: number, end: number): string {
  const mark = `${text.slice(Math.max(0, start - REACH), start)}【${text.slice(start, end)}】${text.slice(end, end + REACH)}`
  return mark.replace(/\s+/g, ' ')
}

console.log(`industries: ${texts.length} texts of ${from}`)
for (const { title, surfaces } of [...concepts.values()].sort((a, b) => b.surfaces.total - a.surfaces.total)) {
  console.log(`\n${surfaces.total}\t${title}`)
  for (const [surface, times, contexts] of surfaces.sorted().slice(0, SURFACES))
    console.log(`\t${times}\t${surface}\t${contexts.join(' ¦ ')}`)
}
console.log('\nNot tagged')
for (const [noun, times, contexts] of untagged.sorted().slice(0, NOUNS)) console.log(`\t${times}\t${noun}\t${contexts.join(' ¦ ')}`)
