import { readFileSync } from 'node:fs'
import { buildFold } from '../../src/lexicon/build/fold.js'
import { provisionsIn } from '../../src/provision/provide.js'
import { recognizeMoney } from '../../src/tag/money.js'
import { normalize } from '../../src/text/normalize.js'
import type { MoneyEntity, Provision } from '../../src/types.js'

const fold = buildFold()

export interface Case {
  text: string
  /** Marked sentence, amounts and provisions as written. */
  marked: string
  amounts: string[]
  provisions: Wanted[]
}

/** A provision of a case: number of its amount (0 without), kind and fields as written. */
export interface Wanted {
  amount: number
  kind: string
  fields: Record<string, string>
}

function readWanted(written: string): Wanted {
  const [head, ...fields] = written.split('|').map(part => part.trim())
  const [number, kind] = (head as string).split(/\s+/) as [string, string]
  return {
    amount: number === '-' ? 0 : Number(number),
    kind,
    fields: Object.fromEntries(
      fields.map(field =>
        field.includes('=') ? [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)] : [field, 'true'],
      ),
    ),
  }
}

const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(' ; ')
    .map(part => part.trim())
    .filter(Boolean)

export function readCases(path: string): Case[] {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter(line => line.trim() && !line.startsWith('#'))
    .map(line => {
      const [marked, amounts, provisions] = line.split('\t') as [string, string?, string?]
      return { marked, text: marked.replace(/[[\]]/g, ''), amounts: list(amounts), provisions: list(provisions).map(readWanted) }
    })
}

export interface Answer {
  marked: string
  amounts: string[]
  money: MoneyEntity[]
  provisions: Provision[]
}

const showValue = (e: MoneyEntity): string =>
  ({ exact: `=${e.low}`, about: `~${e.low}`, max: `<=${e.high}`, min: `>=${e.low}`, range: `${e.low}~${e.high}` })[e.bound]

export function showMoney(e: MoneyEntity): string {
  const extra = { rate: e.rate, base: e.base, per: e.per, currency: e.currency === 'CNY' ? undefined : e.currency }
  return [showValue(e), e.role, ...Object.entries(extra).flatMap(([key, field]) => (field === undefined ? [] : [`${key}=${field}`]))].join(
    ' ',
  )
}

/** What the library says of a sentence that is one measure. */
export function answer(text: string): Answer {
  const source = normalize(text, fold)
  const money = recognizeMoney(source)
  let marked = ''
  let at = 0
  for (const e of money) {
    marked += `${text.slice(at, e.start)}[${e.text}]`
    at = e.end
  }
  const given = money.filter(({ role }) => role === 'support' || role === 'finance')
  return {
    marked: marked + text.slice(at),
    amounts: money.map(showMoney),
    money,
    provisions: provisionsIn(source, { start: 0, end: text.length }, given),
  }
}

/** The fields of a provision as the cases write them. */
export function fieldsOf(provision: Provision): Record<string, string> {
  const { relief, rate, rates, rateBound, ratio, per, recipient, condition, base, purpose, cumulative } = provision
  const written = {
    relief,
    rate,
    rates: rates?.join('~'),
    rateBound,
    ratio: ratio?.join(':'),
    per:
      per &&
      [
        per.recipient && `recipient:${per.recipient}`,
        per.period && `period:${per.period}`,
        per.unit && `unit:${per.unit}`,
        per.once && 'once',
      ]
        .filter(Boolean)
        .join(','),
    recipient: recipient?.text,
    condition: condition?.text,
    base: base?.text,
    purpose: purpose?.text,
    cumulative,
  }
  return Object.fromEntries(Object.entries(written).flatMap(([name, field]) => (field === undefined ? [] : [[name, String(field)]])))
}

/** Keys of a `per` in one order. */
export const samePer = (a: string | undefined, b: string | undefined): boolean =>
  (a ?? '')
    .split(',')
    .map(part => part.trim())
    .sort()
    .join() ===
  (b ?? '')
    .split(',')
    .map(part => part.trim())
    .sort()
    .join()
