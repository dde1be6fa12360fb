/** Every amount of the real documents with its value, bound, role and provision, one a line, with a bit of the text around it. */
import type { MoneyEntity, Provision } from '../../src/types.js'
import { loadBuilt } from '../support/built.js'
import { benchTexts } from '../support/texts.js'

const BEFORE = 60
const AFTER = 24

const value = ({ bound, low, high, currency }: MoneyEntity): string => {
  const amount = { exact: `=${low}`, about: `~${low}`, max: `<=${high}`, min: `>=${low}`, range: `${low}~${high}` }[bound]
  return currency === 'CNY' ? amount : `${amount} ${currency}`
}

export function showProvision({
  kind,
  relief,
  rate,
  rates,
  rateBound,
  base,
  ratio,
  per,
  recipient,
  condition,
  purpose,
  cumulative,
}: Provision): string {
  const parts = {
    relief,
    rate: rate ?? rates?.join('~'),
    rateBound,
    base: base?.text,
    ratio: ratio?.join(':'),
    per:
      per &&
      Object.entries(per)
        .map(([name, field]) => (field === true ? name : `${name}:${field}`))
        .join(','),
    recipient: recipient?.text,
    condition: condition?.text,
    purpose: purpose?.text,
    cumulative,
  }
  const fields = Object.entries(parts).flatMap(([name, field]) => (field === undefined ? [] : [` | ${name}=${field}`]))
  return (kind + fields.join('')).replace(/\n/g, '⏎')
}

const tagger = await (await loadBuilt()).openTagger()
const { from, texts } = benchTexts()
console.log(`amounts and provisions of ${texts.length} texts of ${from}`)
texts.forEach((text, index) => {
  const doc = tagger.annotate(text)
  const provisions = doc.measures.flatMap(measure => measure.provisions)
  const around = (start: number, end: number) =>
    `${text.slice(Math.max(0, start - BEFORE), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + AFTER)}`.replace(/\s*\n\s*/g, '⏎')
  const rows = doc.entities.flatMap((entity): [number, string][] => {
    if (entity.type !== 'money') return []
    const provision = provisions.find(({ amount }) => amount?.start === entity.start)
    const inMeasure = doc.measures.some(({ start, end }) => start <= entity.start && entity.end <= end)
    const said = provision ? showProvision(provision) : inMeasure ? '' : 'outside of measures'
    return [
      [
        entity.start,
        `${value(entity)} ${entity.role}${entity.per ? ` per=${entity.per}` : ''} → ${said}\n     ${around(entity.start, entity.end)}`,
      ],
    ]
  })
  for (const provision of provisions) {
    if (!provision.amount) rows.push([provision.start, `→ ${showProvision(provision)}\n     ${around(provision.start, provision.end)}`])
  }
  if (rows.length > 0) console.log(`\n# text ${index + 1}`)
  for (const [, row] of rows.sort(([a], [b]) => a - b)) console.log(row)
})
