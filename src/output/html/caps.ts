import { measureTitle } from '../blocks.js'
import { type CapRow, capRows } from '../caps.js'
import { truncate } from '../width.js'
import { formatMoney, formatRate, ROLE_NAMES } from '../wording.js'
import { type DocView, documentId, entityId, leavesOf, measureId } from './body.js'
import { escapeHtml } from './escape.js'

const HEAD = `<tr><th scope="col" class="number">金额</th><th scope="col">用途</th><th scope="col" class="number">比例</th><th scope="col">对象</th><th scope="col">措施</th></tr>`
const TITLE_COLUMNS = 60

/** The caps of all documents as one table, each row with links to its amount and measure; a sentence where there is none. */
export function renderCaps(views: readonly DocView[]): string {
  const groups = views.map(view => ({ view, rows: capRows(view.doc) })).filter(({ rows }) => rows.length > 0)
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const bodies = groups.map(({ view, rows }) => {
    const source =
      views.length > 1
        ? `<tr><th colspan="5" scope="rowgroup"><a href="#${documentId(view.index)}">${escapeHtml(view.source)}</a></th></tr>\n`
        : ''
    return `<tbody>\n${source}${rows.map(row => renderRow(view, row)).join('\n')}\n</tbody>`
  })
  const table = `<div class="scroll"><table><thead>${HEAD}</thead>${bodies.join('\n')}</table></div>`
  return `<details id="caps" open><summary><h2>资金上限 ${count}</h2></summary>
${count > 0 ? table : '<p class="none">文中没有支持或融资金额的上限。</p>'}</details>`
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
