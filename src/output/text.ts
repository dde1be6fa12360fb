import { checkDoc, checkOptions } from '../guards.js'
import { ENTITY_TYPES } from '../options.js'
import type { Doc, EntityType, Measure, Span } from '../types.js'
import { type ArticleBlocks, layOut, pieces } from './blocks.js'
import { articleFacts } from './facts.js'
import { type ProvisionRow, provisionRows } from './provisions.js'
import { visible } from './visible.js'
import { type Column, padEnd, renderTable, truncate } from './width.js'
import { formatGrant, formatPer, formatShare, KIND_NAMES, type LabelNames, labelName, NO_NAMES, TYPE_NAMES } from './wording.js'

/** How the parts of the text are coloured. Each function wraps a text and leaves its width as it is. */
export interface Palette {
  title(text: string): string
  label(text: string): string
  faint(text: string): string
  entity(type: EntityType, text: string): string
}

const same = (text: string): string => text

export const PLAIN: Palette = { title: same, label: same, faint: same, entity: (_type, text) => text }

export interface TextOptions {
  names?: LabelNames
  palette?: Palette
}

const INDENT = '  '
/** Widths that keep a row within a wide terminal. */
const WHAT_COLUMNS = 24
const WHO_COLUMNS = 28
/** Surfaces of one type that the summary lists. */
const SUMMARY_LIMIT = 12
const PROVISION_TITLES: readonly Column[] = [
  { title: '类型' },
  { title: '金额', align: 'right' },
  { title: '比例' },
  { title: '计算单位' },
  { title: '对象' },
  { title: '措施' },
]

/** What a person reads in a terminal: articles, their measures with classes, the entities by type, the provisions as a table. */
export function toText(doc: Doc, options: TextOptions = {}): string {
  checkDoc(doc, ['articles', 'measures', 'entities'])
  checkOptions(options, ['names', 'palette'])
  const { names = NO_NAMES, palette = PLAIN } = options
  const view: View = { doc, names, palette }
  const blocks = layOut(doc).flatMap(part => articleLines(view, part))
  return `${[...blocks, ...summaryLines(view), ...provisionLines(view.doc, view.palette)].join('\n').trim()}\n`
}

interface View {
  doc: Doc
  names: LabelNames
  palette: Palette
}

function articleLines(view: View, { article, title, blocks }: ArticleBlocks): string[] {
  const lines: string[] = []
  if (article) {
    if (title) lines.push(view.palette.title(visible(article.title!)))
    const facts = articleFacts(view.doc, article)
    if (facts.length > 0) lines.push(view.palette.faint(facts.map(visible).join(' · ')))
  }
  for (const block of blocks) {
    if (block.measure === undefined) lines.push('', coloured(view, block))
    else lines.push('', classLine(view, view.doc.measures[block.measure]!), indented(coloured(view, block)))
  }
  return [...lines, '', '']
}

/** [财政奖补 · 科技创新] 另：人才引育 */
function classLine({ names, palette }: View, { instrument, domain }: Measure): string {
  const primary = `[${labelName(names, 'instrument', instrument.label)} · ${labelName(names, 'domain', domain.label)}]`
  const further = [
    ...instrument.secondary.map(leaf => labelName(names, 'instrument', leaf)),
    ...domain.secondary.map(leaf => labelName(names, 'domain', leaf)),
  ]
  return palette.label(primary) + (further.length > 0 ? palette.faint(` 另：${further.join('、')}`) : '')
}

const indented = (text: string): string => INDENT + text.replaceAll('\n', `\n${INDENT}`)

function coloured({ doc, palette }: View, span: Span): string {
  return pieces(doc.entities, span)
    .map(piece => {
      const text = visible(doc.text.slice(piece.start, piece.end))
      return piece.entity === undefined ? text : palette.entity(doc.entities[piece.entity]!.type, text)
    })
    .join('')
}

/** 地区 12  上海 ×5、长三角 ×3 */
function summaryLines({ doc, palette }: View): string[] {
  const lines: string[] = []
  for (const type of ENTITY_TYPES) {
    const counts = new Map<string, number>()
    for (const entity of doc.entities) if (entity.type === type) counts.set(entity.text, (counts.get(entity.text) ?? 0) + 1)
    if (counts.size === 0) continue
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const frequent = [...counts].sort((a, b) => b[1] - a[1]).slice(0, SUMMARY_LIMIT)
    const listed = frequent.map(([text, count]) => palette.entity(type, oneLine(text)) + (count > 1 ? ` ×${count}` : ''))
    lines.push(`${TYPE_NAMES[type]} ${padEnd(String(total), 4)} ${listed.join('、')}${counts.size > SUMMARY_LIMIT ? '…' : ''}`)
  }
  return lines.length > 0 ? [palette.title('实体'), ...lines, '', ''] : []
}

function provisionLines(doc: Doc, palette: Palette): string[] {
  const table = toProvisionTable(provisionRows(doc), palette)
  return table ? [palette.title('支持标准'), table] : []
}

/** Provisions as a table for a terminal; the empty string where there are none. */
export function toProvisionTable(rows: readonly ProvisionRow[], palette: Palette = PLAIN): string {
  if (rows.length === 0) return ''
  const [head, ...body] = renderTable(PROVISION_TITLES, rows.map(cellsOf))
  return `${[palette.faint(head!), ...body].join('\n')}\n`
}

function cellsOf(row: ProvisionRow): string[] {
  return [
    KIND_NAMES[row.kind],
    formatGrant(row),
    truncate(oneLine(formatShare(row)), WHAT_COLUMNS),
    truncate(oneLine(formatPer(row.per)), WHAT_COLUMNS),
    truncate(oneLine(row.recipient ?? ''), WHO_COLUMNS),
    truncate(oneLine(row.heading), WHO_COLUMNS),
  ]
}

const oneLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim()
