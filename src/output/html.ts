import { checkDoc, checkOptions, checkRecords } from '../guards.js'
import { CORE_TYPES, ENTITY_TYPES } from '../options.js'
import type { Axis, EntityType } from '../types.js'
import { type DocView, documentId, renderDocument } from './html/body.js'
import { escapeHtml } from './html/escape.js'
import { POLICY } from './html/policy.js'
import { renderProvisions } from './html/provisions.js'
import { SCRIPT } from './html/script.js'
import { STYLE } from './html/style.js'
import type { DocRecord } from './json.js'
import { AXIS_NAMES, type LabelNames, labelName, NO_NAMES, TYPE_NAMES } from './wording.js'

export interface HtmlOptions {
  names?: LabelNames
  /** Title of the page; left out, that of the only article or the number of documents. */
  title?: string
}

const LAYERS = ['articles', 'measures', 'entities'] as const

/** One page that needs nothing else: highlighted texts, legend, filters, table of provisions. */
export function toHtml(records: readonly DocRecord[], options: HtmlOptions = {}): string {
  checkRecords(records, 'the records')
  for (const record of records) checkDoc(record, LAYERS)
  checkOptions(options, ['names', 'title'])
  const { names = NO_NAMES, title } = options
  const views = records.map((doc, index) => ({ doc, source: doc.source, index, names }))
  const heading = escapeHtml(title ?? titleOf(records))
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${heading}</h1>
<p class="facts">${countLine(records)}</p>
${renderBar(views)}
${renderProvisions(views)}
<main>
${views.map(view => renderSource(view, records.length > 1)).join('\n')}
</main>
<output id="note" hidden></output>
<script>${SCRIPT}</script>
</body>
</html>
`
}

function renderSource(view: DocView, asHeading: boolean): string {
  const source = escapeHtml(view.source)
  return `<section id="${documentId(view.index)}">${asHeading ? `<h2>${source}</h2>` : `<p class="source">${source}</p>`}\n${renderDocument(view)}</section>`
}

function titleOf(records: readonly DocRecord[]): string {
  const articles = records.flatMap(record => record.articles)
  if (articles.length === 1 && articles[0]!.title) return articles[0]!.title
  return records.length === 1 ? records[0]!.source : `${records.length} 份政策文本`
}

function countLine(records: readonly DocRecord[]): string {
  const sum = (layer: 'articles' | 'measures' | 'entities') => records.reduce((total, record) => total + record[layer].length, 0)
  return `${sum('articles')} 篇 · ${sum('measures')} 条措施 · ${sum('entities')} 个实体`
}

/** Legend and entity filter in one, which style alone serves; the choice of classes needs the script and is hidden without it. */
function renderBar(views: readonly DocView[]): string {
  const countOf = (type: EntityType) => views.reduce((sum, { doc }) => sum + doc.entities.filter(entity => entity.type === type).length, 0)
  const shown = ENTITY_TYPES.map(type => ({ type, count: countOf(type) })).filter(
    ({ type, count }) => count > 0 || CORE_TYPES.some(core => core === type),
  )
  const legend = shown.map(({ type, count }) => {
    return `<label><input type="checkbox" id="show-${type}" checked> <mark class="${type}">${TYPE_NAMES[type]}</mark> ${count}</label>`
  })
  return `<div class="bar">${legend.join('\n')}
<span class="picks" hidden>${renderPick(views, 'instrument')}${renderPick(views, 'domain')}<span id="count" role="status"></span></span></div>`
}

function renderPick(views: readonly DocView[], axis: Axis): string {
  const counts = new Map<string, number>()
  for (const { doc } of views)
    for (const measure of doc.measures)
      for (const leaf of [measure[axis].label, ...measure[axis].secondary]) counts.set(leaf, (counts.get(leaf) ?? 0) + 1)
  const options = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([leaf, count]) => `<option value="${escapeHtml(leaf)}">${escapeHtml(labelName(views[0]!.names, axis, leaf))} ${count}</option>`)
  return `<label>${AXIS_NAMES[axis]} <select id="pick-${axis}" autocomplete="off"><option value="">全部</option>${options.join('')}</select></label>`
}
