/**
 * A search index over policy texts: MiniSearch, with the segmenter as its tokenizer and entities and classes as facets.
 * usage: npx tsx search.ts QUERY [--domain LEAF] [--instrument LEAF] [--region ADCODE] [FOLDER]
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import MiniSearch, { type Query } from 'minisearch'
import { openTagger, type SearchDocument, type SearchFacets, type Tagger, toSearchDocument } from 'zhengce'
// The dictionary is part of the package, so the package's version is the dictionary's.
import packageJson from 'zhengce/package.json' with { type: 'json' }

export type FacetChoice = { [F in keyof SearchFacets]?: string }

export interface Hit {
  score: number
  document: SearchDocument
}

export interface PolicyIndex {
  search(query: string, choice?: FacetChoice): Hit[]
}

/** Indexes texts by id. One tokenizer serves the texts and the queries, so that both are cut alike. */
export function indexTexts(tagger: Tagger, texts: ReadonlyMap<string, string>): PolicyIndex {
  const words = (text: string) => tagger.segment(text, { mode: 'search' }).flatMap(({ text }) => (/[\p{L}\p{N}]/u.test(text) ? [text] : []))
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'text', 'names', 'concepts'],
    extractField: (document, field) => (field === 'concepts' ? conceptsOf(document.facets).join(' ') : fieldOf(document, field)),
    tokenize: (text, field) => (field === 'concepts' ? text.split(' ') : words(text)),
    searchOptions: { boost: { title: 3, concepts: 2, names: 1.5 } },
  })
  const documents = new Map<string, SearchDocument>()
  for (const [id, text] of texts) documents.set(id, toSearchDocument(tagger.annotate(text), { id, dictionaryVersion: packageJson.version }))
  index.addAll([...documents.values()])
  return {
    search: (query, choice = {}) =>
      index
        .search(queryOf(tagger, query))
        .map(({ id, score }) => ({ score, document: documents.get(id)! }))
        .filter(hit => fits(hit.document.facets, choice)),
  }
}

/** Ids by which different names of one organ, trade or place meet. */
const conceptsOf = ({ agencies, industries, adcodes }: SearchFacets): string[] => [...agencies, ...industries, ...adcodes]

const fieldOf = (document: SearchDocument, field: string): string => {
  const value = document[field as keyof SearchDocument]
  return Array.isArray(value) ? value.join('\n') : String(value)
}

/** Any province serves: before it, a bare 发改委 is read as the name of an organ. */
const SOME_PROVINCE = '广东省'

/** The words of a query, and what they mean: 发改委 finds 发展和改革委员会 through the function that both have. */
function queryOf(tagger: Tagger, query: string): Query {
  const facetsOf = (text: string) => toSearchDocument(tagger.annotate(text), { id: '', dictionaryVersion: '' }).facets
  const meant = query.split(/\s+/).flatMap(term => [...conceptsOf(facetsOf(term)), ...facetsOf(SOME_PROVINCE + term).agencies])
  const concepts = meant.map(concept => ({ queries: [concept], fields: ['concepts'], tokenize: (text: string) => [text] }))
  return { combineWith: 'OR', queries: [query, ...concepts] }
}

const fits = (facets: SearchFacets, choice: FacetChoice): boolean =>
  Object.entries(choice).every(([facet, value]) => !value || facets[facet as keyof SearchFacets].includes(value))

/** How many hits each value of a facet has, most frequent first. */
export function countFacet(hits: readonly Hit[], facet: keyof SearchFacets): [value: string, hits: number][] {
  const counts = new Map<string, number>()
  for (const hit of hits) for (const value of hit.document.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

export async function readTexts(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.txt')).sort()
  return new Map(await Promise.all(names.map(async name => [name, await readFile(join(folder, name), 'utf8')] as const)))
}

async function main(): Promise<void> {
  const options = { domain: { type: 'string' }, instrument: { type: 'string' }, region: { type: 'string' } } as const
  const { positionals, values } = parseArgs({ options, allowPositionals: true })
  const [query = '发改委', folder = fileURLToPath(new URL('../../corpus/texts', import.meta.url))] = positionals
  const index = indexTexts(await openTagger(), await readTexts(folder))
  const hits = index.search(query, { domains: values.domain, instruments: values.instrument, adcodes: values.region })
  for (const { score, document } of hits) {
    const { id, title, caps } = document
    console.log(`${score.toFixed(1).padStart(6)}  ${id}  ${title}  （上限 ${caps.length} 项）`)
  }
  for (const facet of ['domains', 'instruments'] as const) {
    const counts = countFacet(hits, facet).slice(0, 6)
    console.log(`${facet}: ${counts.map(([value, count]) => `${value} ${count}`).join(', ')}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
