import { measureTitle } from '../blocks.js'
import { type CapRow, capRows } from '../caps.js'
import { truncate } from '../width.js'
import { formatMoney, formatRate, ROLE_NAMES } from '../wording.js'
import { type DocView, entityId, leavesOf, measureId } from './body.js'
import { escapeHtml } from './escape.js'

const NAMES = { amount: '金额', role: '用途', rate: '比例', per: '对象', measure: '措施' } as const
const TITLE_COLUMNS = 60

/** The caps of all documents as one table, each row with links to its amount and measure; a sentence where there is none. */
export function renderCaps(views: readonly DocView[]): string {
  const rows = views.flatMap(view => capRows(view.doc).map(row => renderRow(view, row)))
  if (rows.length === 0) return '<p class="none">文中没有支持或融资金额的上限。</p>'
  const head = Object.values(NAMES)
    .map(name => `<th scope="col">${name}</th>`)
    .join('')
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`
}

function renderRow({ doc, index }: DocView, row: CapRow): string {
  const measure = row.measure === undefined ? undefined : doc.measures[row.measure]!
  const classes = measure ? ` data-instrument="${leavesOf(measure.instrument)}" data-domain="${leavesOf(measure.domain)}"` : ''
  const amount = `<a href="#${entityId(index, row.entity)}" title="${escapeHtml(row.text)}">${escapeHtml(formatMoney(row))}</a>`
  const title = measure ? escapeHtml(truncate(measureTitle(measure), TITLE_COLUMNS)) : ''
  return `<tr data-row${classes}>${[
    cell('amount', amount, 'number'),
    cell('role', ROLE_NAMES[row.role], 'brief'),
    cell('rate', row.rate === undefined ? '' : formatRate(row.rate), 'number'),
    cell('per', escapeHtml(row.per ?? '')),
    cell('measure', title && `<a href="#${measureId(index, row.measure!)}">${title}</a>`),
  ].join('')}</tr>`
}

const cell = (column: keyof typeof NAMES, content: string, kind?: string): string =>
  `<td${kind ? ` class="${kind}"` : ''} data-name="${NAMES[column]}">${content}</td>`
