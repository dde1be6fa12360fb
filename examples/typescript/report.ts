/** Prints what policy texts offer: measures by instrument, and the highest caps. usage: npx tsx report.ts FILE… */
import { type Doc, type MoneyEntity, openTagger, readDocument, type Tagger, ZhengceError } from 'zhengce'

const HIGHEST = 5

const tagger = await openTagger()
for (const path of process.argv.slice(2)) {
  const doc = tagger.annotate(await readDocument(path))
  console.log(`# ${doc.articles.find(article => article.title)?.title ?? path}`)
  console.log(`措施 ${doc.measures.length}：${instruments(doc, tagger)}`)
  for (const cap of highestCaps(doc)) console.log(`- 最高 ${cap.high / 10_000} 万元${cap.per ? `（${cap.per}）` : ''}：${clause(doc, cap)}`)
  console.log()
}

// Errors have codes that a program can act on.
try {
  tagger.annotate(undefined as unknown as string)
} catch (error) {
  if (!(error instanceof ZhengceError) || error.code !== 'INVALID_TEXT') throw error
}

/** 财政奖补 5、金融支持 1 */
function instruments(doc: Doc, { taxonomy }: Tagger): string {
  const counts = new Map<string, number>()
  for (const { instrument } of doc.measures) counts.set(instrument.label, (counts.get(instrument.label) ?? 0) + 1)
  const nameOf = (id: string) => taxonomy.axes.instrument.leaves.find(leaf => leaf.id === id)?.name_zh ?? id
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => `${nameOf(id)} ${count}`)
    .join('、')
}

type Cap = MoneyEntity & { high: number }

function highestCaps(doc: Doc): Cap[] {
  const isCap = (money: MoneyEntity): money is Cap =>
    money.role === 'support' && money.currency === 'CNY' && money.bound === 'max' && money.high !== undefined
  return doc.entities
    .flatMap(entity => (entity.type === 'money' && isCap(entity) ? [entity] : []))
    .sort((a, b) => b.high - a.high)
    .slice(0, HIGHEST)
}

/** The clause that an amount stands in. Offsets of entities lie in `doc.text`. */
function clause({ text }: Doc, { start, end }: MoneyEntity): string {
  const before = Math.max(...['。', '；', '\n'].map(mark => text.lastIndexOf(mark, start))) + 1
  const after = text.slice(end).search(/[。；\n]/)
  return text.slice(before, after < 0 ? text.length : end + after).trim()
}
