import { type ProvisionRow, provisionRows } from '../provisions.js'
import { truncate } from '../width.js'
import { formatGrant, formatPer, formatShare, KIND_NAMES } from '../wording.js'
import { type DocView, documentId, entityId, leavesOf, measureId } from './body.js'
import { escapeHtml } from './escape.js'

const TITLES = ['类型', '金额', '比例', '计算单位', '对象', '条件', '措施']
const HEAD = `<tr>${TITLES.map(title => `<th scope="col"${title === '金额' ? ' class="number"' : ''}>${title}</th>`).join('')}</tr>`
const TITLE_COLUMNS = 60

/** The provisions of all documents as one table, each row with links to its amount and measure; a sentence where there is none. */
export function renderProvisions(views: readonly DocView[]): string {
  const groups = views.map(view => ({ view, rows: provisionRows(view.doc) })).filter(({ rows }) => rows.length > 0)
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const bodies = groups.map(({ view, rows }) => {
    const source =
      views.length > 1
        ? `<tr><th colspan="${TITLES.length}" scope="rowgroup"><a href="#${documentId(view.index)}">${escapeHtml(view.source)}</a></th></tr>\n`
        : ''
    return `<tbody>\n${source}${rows.map(row => renderRow(view, row)).join('\n')}\n</tbody>`
  })
  const table = `<div class="scroll"><table><thead>${HEAD}</thead>${bodies.join('\n')}</table></div>`
  return `<details id="provisions" open><summary><h2>支持标准 ${count}</h2></summary>
${count > 0 ? table : '<p class="none">文中没有给出支持标准。</p>'}</details>`
}

function renderRow({ doc, index }: DocView, row: ProvisionRow): string {
  const { instrument, domain } = doc.measures[row.measure]!
  const measure = `#${measureId(index, row.measure)}`
  const place = row.entity === undefined ? measure : `#${entityId(index, row.entity)}`
  const link = (address: string, text: string, title = '') => `<a href="${address}"${title}>${escapeHtml(text)}</a>`
  const given = formatGrant(row)
  return `<tr data-row data-instrument="${leavesOf(instrument)}" data-domain="${leavesOf(domain)}">${[
    cell(given ? KIND_NAMES[row.kind] : link(place, KIND_NAMES[row.kind]), 'brief'),
    cell(given && link(place, given, ` title="${escapeHtml(row.amount ?? '')}"`), 'number', row.high ?? row.low ?? ''),
    cell(escapeHtml(formatShare(row)), undefined, row.highRate ?? row.lowRate ?? ''),
    cell(escapeHtml(formatPer(row.per))),
    cell(escapeHtml(row.recipient ?? '')),
    cell(escapeHtml(row.condition ?? '')),
    cell(link(measure, truncate(row.heading, TITLE_COLUMNS)), 'title', row.start),
  ].join('')}</tr>`
}

/** `value` is what the column is sorted by, where that is not the text; measures keep their order in the document. */
const cell = (content: string, kind?: string, value?: string | number): string =>
  `<td${kind ? ` class="${kind}"` : ''}${value === undefined ? '' : ` data-value="${value}"`}>${content}</td>`
