import { clausesOf, currenciesOf, termsOf } from './clause.js'
import type { ReadClause, View } from './compromise.js'
import type { CurrencyTerm } from './currency.js'
import type { Mention } from './names.js'
import { namesOrganisation } from './organisation.js'
import { valuesOf } from './values.js'
import type { Word } from './words.js'

/** An amount as it is written: words, half-open, with one value or the two ends of a range. */
export interface ReadAmount {
  from: number
  to: number
  currency: string
  values: readonly number[]
}

export interface Reading {
  mentions: Mention[]
  amounts: ReadAmount[]
}

const VALUE = '#Value+'
const CURRENCY = '(#CurrencyCode|#CurrencyUnit)'
/** Forms of amounts, the longer first; the number is the group that holds the amount. */
const AMOUNTS: readonly (readonly [pattern: string, group?: number])[] = [
  [`between [#CurrencyCode ${VALUE} #CurrencyUnit? and #CurrencyCode? ${VALUE} #CurrencyUnit?]`, 0],
  [`between [${VALUE} ${CURRENCY}? and ${VALUE} ${CURRENCY}]`, 0],
  [`#CurrencyCode ${VALUE} #CurrencyUnit? to #CurrencyCode? ${VALUE} #CurrencyUnit?`],
  [`${VALUE} ${CURRENCY}? to ${VALUE} ${CURRENCY}`],
  [`#CurrencyCode ${VALUE} #CurrencyUnit?`],
  [`${VALUE} ${CURRENCY}`],
  [`#Cardinal+ ${CURRENCY}`],
]
/** Raised from one amount to another: two amounts, no range. */
const CHANGED = /^(?:rais|increas|lift|grew|grow|rise|rose|ris|reduc|cut|lower|expand|adjust|chang)/

/** Names that stand for themselves, and amounts. Only clauses that may hold an amount or a firm's name are read. */
export function read(words: readonly Word[], named: readonly Mention[], readClause: ReadClause): Reading {
  const reading: Reading = { mentions: [], amounts: [] }
  let at = 0
  for (const [from, to] of clausesOf(words)) {
    const first = at
    while (at < named.length && named[at]!.from < to) at++
    const own = named.slice(first, at)
    const currencies = currenciesOf(words, from, to)
    const inDoubt = new Set(own.filter(mention => mention.meaning.places.length > 0 && namesOrganisation(words, mention)))
    if (currencies.size > 0 || inDoubt.size > 0) {
      const view = readClause(termsOf(words, from, to, currencies))
      if (currencies.size > 0) reading.amounts.push(...amountsOf(view, currencies, words))
      const verbs = new Set(view.match('#Verb').docs.flatMap(terms => terms.map(term => term.from)))
      for (const mention of inDoubt) if (!namesOrganisation(words, mention, verbs)) inDoubt.delete(mention)
    }
    reading.mentions.push(...own.filter(mention => !inDoubt.has(mention)))
  }
  return reading
}

function amountsOf(view: View, currencies: ReadonlyMap<number, CurrencyTerm>, words: readonly Word[]): ReadAmount[] {
  const amounts: ReadAmount[] = []
  const isFree = (from: number, to: number): boolean => amounts.every(other => to <= other.from || other.to <= from)
  for (const [pattern, group] of AMOUNTS) {
    const matches = view.match(pattern, group)
    for (let i = 0; i < matches.length; i++) {
      const match = matches.eq(i)
      const terms = match.docs[0]!
      const [from, to] = [terms[0]!.from!, terms.at(-1)!.to!]
      if (!isFree(from, to)) continue
      const values = valuesOf(match, VALUE)
      const currency = terms.flatMap(term => currencies.get(term.from!) ?? [])[0]
      if (values && currency && !(values.length > 1 && isChange(view, words, from))) {
        amounts.push({ from, to, currency: currency.currency, values })
      }
    }
  }
  return amounts.sort((a, b) => a.from - b.from)
}

const isChange = (view: View, words: readonly Word[], from: number): boolean =>
  words[from - 1]?.key === 'from' && view.docs[0]!.some(({ normal, to }) => to! < from && CHANGED.test(normal))
