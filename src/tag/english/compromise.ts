/** A term of a clause as `compromise` has it. */
export interface Term {
  text: string
  normal: string
  pre: string
  post: string
  tags: string[] | Set<string>
  /** Our own: the words that the term stands for, half-open; terms that `compromise` makes of a contraction have none. */
  from?: number
  to?: number
}

/** What of a view of `compromise` is used here. */
export interface View {
  docs: Term[][]
  length: number
  match(pattern: string, group?: number): View
  eq(index: number): View
  numbers(): { get(): (number | null)[] }
  compute(hooks: readonly string[]): View
}

interface Compromise {
  tokenize(document: { terms: Term[] }[]): View
  extend(plugin: { tags: object; words: Record<string, string> }): Compromise
}

/** Words that stand for every currency: a code on either side of its number, a unit behind it. */
export const CODE = 'rmb'
export const UNIT = 'yuan'
const CURRENCIES = {
  tags: { CurrencyCode: { is: 'Noun' }, CurrencyUnit: { is: 'Noun' } },
  words: { [CODE]: 'CurrencyCode', [UNIT]: 'CurrencyUnit' },
}
/** Layers that tell numbers and verbs. The slow one, which weighs a word by its neighbours, is left out. */
const LAYERS = ['alias', 'machine', 'index', 'id', 'lexicon', 'preTagger']

/** Reads the terms of one clause. */
export type ReadClause = (terms: Term[]) => View

let loaded: ReadClause | null | undefined

/** `compromise`, loaded once and told of our currencies; undefined where it cannot be had. */
export function openCompromise(): ReadClause | undefined {
  if (loaded === undefined) {
    const nlp = loadCompromise()?.extend(CURRENCIES)
    loaded = nlp ? terms => nlp.tokenize([{ terms }]).compute(LAYERS) : null
  }
  return loaded ?? undefined
}

/** Node hands out its `module` without an import, so that nothing of Node is asked for when this file is loaded in a browser. */
function loadCompromise(): Compromise | undefined {
  const node = globalThis.process?.getBuiltinModule?.('node:module')
  try {
    return node?.createRequire(import.meta.url)('compromise')
  } catch {
    return undefined
  }
}
