import { checkDoc, checkOptions, checkString } from '../guards.js'
import { contains } from '../span.js'
import type { Doc, Entity, MoneyEntity, Token } from '../types.js'
import { titleSpan } from './title.js'

/** A document as a search index takes it: flat, JSON-safe, the same for MiniSearch, Elasticsearch, SQLite or Postgres. */
export interface SearchDocument {
  id: string
  title: string
  text: string
  /** Words of the title and of the text, punctuation and blanks left out. */
  titleTokens: string[]
  tokens: string[]
  /** Canonical names of what the text mentions, whatever way it writes them. */
  names: string[]
  facets: SearchFacets
  /** Caps of public money and finance, in units of the currency. */
  caps: { currency: string; high: number; role: 'support' | 'finance' }[]
  /** Version of the dictionary that tagged the text; a record of an older one should be made anew. */
  dictionaryVersion: string
}

/** Each list without repeats, sorted. */
export interface SearchFacets {
  /** GB/T 2260 codes with the codes above them: 440106 brings 440100 and 440000. */
  adcodes: string[]
  /** Function ids of agencies: development-and-reform. */
  agencies: string[]
  /** Concept ids of industries. */
  industries: string[]
  /** Primary and secondary leaves. */
  instruments: string[]
  domains: string[]
}

export interface SearchOptions {
  id: string
  dictionaryVersion: string
  /** Left out, the title of the first article. */
  title?: string
  /** Words to index; left out, those of the document. Give the `search` mode's for finer ones. */
  tokens?: readonly Token[]
}

const MUNICIPALITIES = new Set(['11', '12', '31', '50'])
const WORD = /[\p{L}\p{N}]/u

export function toSearchDocument(doc: Doc, options: SearchOptions): SearchDocument {
  checkDoc(doc, ['articles', 'measures', 'entities', 'tokens'])
  checkOptions(options, ['id', 'dictionaryVersion', 'title', 'tokens'])
  checkString(options.id, 'The option id')
  checkString(options.dictionaryVersion, 'The option dictionaryVersion')
  const article = doc.articles.find(each => each.title)
  const words = (options.tokens ?? doc.tokens).filter(token => WORD.test(token.text))
  const heading = article && titleSpan(doc.text, article)
  return {
    id: options.id,
    title: options.title ?? article?.title ?? '',
    text: doc.text,
    titleTokens: words.filter(word => heading && contains(heading, word)).map(word => word.text),
    tokens: words.map(word => word.text),
    names: distinct(doc.entities.flatMap(namesOf)),
    facets: facetsOf(doc),
    caps: doc.entities.flatMap(entity => (entity.type === 'money' && isCap(entity) ? [capOf(entity)] : [])),
    dictionaryVersion: options.dictionaryVersion,
  }
}

/** A document goes by its title and by its number. */
function namesOf(entity: Entity): string[] {
  if (entity.type === 'document') return [entity.title, entity.number].filter(name => name !== undefined)
  return 'name' in entity ? [entity.name] : []
}

type Cap = MoneyEntity & SearchDocument['caps'][number]

/** Public money or finance with an upper end. */
const isCap = (money: MoneyEntity): money is Cap =>
  (money.role === 'support' || money.role === 'finance') && (money.bound === 'max' || money.bound === 'range') && money.high !== undefined

const capOf = ({ currency, high, role }: Cap) => ({ currency, high, role })

function facetsOf(doc: Doc): SearchFacets {
  const adcodes: string[] = []
  const agencies: string[] = []
  const industries: string[] = []
  for (const entity of doc.entities) {
    if (entity.type === 'industry') industries.push(entity.concept)
    if (entity.type === 'agency') agencies.push(entity.function)
    if (entity.type === 'agency' || entity.type === 'region') adcodes.push(...codesUp(entity.adcode))
  }
  const leaves = (axis: 'instrument' | 'domain') =>
    distinct(doc.measures.flatMap(measure => [measure[axis].label, ...measure[axis].secondary]))
  return {
    adcodes: distinct(adcodes),
    agencies: distinct(agencies),
    industries: distinct(industries),
    instruments: leaves('instrument'),
    domains: leaves('domain'),
  }
}

/** A code and those of the prefecture and province above it. Districts of the four municipalities stand directly under them. */
function codesUp(adcode: string | undefined): string[] {
  if (!adcode) return []
  const province = adcode.slice(0, 2)
  const prefecture = MUNICIPALITIES.has(province) ? province : adcode.slice(0, 4)
  return [adcode, prefecture.padEnd(6, '0'), province.padEnd(6, '0')]
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort()
