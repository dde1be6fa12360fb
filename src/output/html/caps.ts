import { measureTitle } from '../blocks.js'
import { type CapRow, capRows } from '../caps.js'
import { truncate } from '../width.js'
import { formatMoney, formatRate, ROLE_NAMES } from '../wording.js'
import { type DocView, entityId, leavesOf, measureId } from './body.js'
import { escapeHtml } from './escape.js'

const HEAD = `<tr><th scope="col" class="number">金额</th><th scope="col">用途</th><th scope="col" class="number">比例</th><th scope="col">对象</th><th scope="col">措施</th></tr>`
const TITLE_COLUMNS = 60

/** The caps of all documents as one table, each row with links to its amount and measure; a sentence where there is none. */
export function renderCaps(views: readonly DocView[]): string {
  const rows = views.flatMap(view => capRows(view.doc).map(row => renderRow(view, row)))
  if (rows.length === 0) return '<p class="none">文中没有支持或融资金额的上限。</p>'
  return `<div class="scroll"><table><thead>${HEAD}</thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`
}

function renderRow({ doc, index }: DocView, row: CapRow): string {
  const measure = row.measure === undefined ? undefined : doc.measures[row.measure]!
  const classes = measure ? ` data-instrument="${leavesOf(measure.instrument)}" data-domain="${leavesOf(measure.domain)}"` : ''
  const amount = `<a href="#${entityId(index, row.entity)}" title="${escapeHtml(row.text)}">${escapeHtml(formatMoney(row))}</a>`
  const title = measure ? escapeHtml(truncate(measureTitle(measure), TITLE_COLUMNS)) : ''
  return `<tr data-row${classes}>${[
    cell(amount, 'number'),
    cell(ROLE_NAMES[row.role], 'brief'),
    cell(row.rate === undefined ? '' : formatRate(row.rate), 'number'),
    cell(escapeHtml(row.per ?? '')),
    cell(title && `<a href="#${measureId(index, row.measure!)}">${title}</a>`, 'title'),
  ].join('')}</tr>`
}

const cell = (content: string, kind?: string): string => `<td${kind ? ` class="${kind}"` : ''}>${content}</td>`
