import type { Axis, Doc, Label, Measure, Span } from '../../types.js'
import { type ArticleBlocks, type Block, layOut, pieces } from '../blocks.js'
import { articleFacts } from '../facts.js'
import { AXIS_NAMES, type LabelNames, labelName } from '../wording.js'
import { describeEntity } from './entity.js'
import { escapeHtml } from './escape.js'

/** One document of a page; `index` keeps the ids of several apart. */
export interface DocView {
  doc: Doc
  /** What people know the document by. */
  source: string
  index: number
  names: LabelNames
}

export const documentId = (document: number): string => `d${document}`
export const entityId = (document: number, entity: number): string => `d${document}e${entity}`
export const measureId = (document: number, measure: number): string => `d${document}m${measure}`

/** Leaves of a measure on one axis, as the filter finds them. */
export const leavesOf = ({ label, secondary }: Label): string => escapeHtml([label, ...secondary].join(' '))

export function renderDocument(view: DocView): string {
  return layOut(view.doc)
    .map(part => renderArticle(view, part))
    .join('\n')
}

function renderArticle(view: DocView, { article, title, blocks }: ArticleBlocks): string {
  const body = blocks.map(block => renderBlock(view, block)).join('\n')
  if (!article) return body
  const heading = title ? `<h3>${renderSpan(view, title)}</h3>` : ''
  const facts = articleFacts(view.doc, article).map(escapeHtml).join(' · ')
  return `<article>${heading}${facts && `<p class="facts">${facts}</p>`}\n${body}</article>`
}

function renderBlock(view: DocView, block: Block): string {
  const text = `<p class="text">${renderSpan(view, block)}</p>`
  if (block.measure === undefined) return text
  const measure = view.doc.measures[block.measure]!
  const { instrument, domain } = measure
  return `<section class="measure" id="${measureId(view.index, block.measure)}" data-instrument="${leavesOf(instrument)}" data-domain="${leavesOf(domain)}">
<p class="classes">${renderChips(view.names, 'instrument', instrument)}${renderChips(view.names, 'domain', domain)}</p>
${text}${renderEvidence(view.names, measure)}</section>`
}

function renderChips(names: LabelNames, axis: Axis, { label, score, secondary }: Label): string {
  const name = (leaf: string) => escapeHtml(labelName(names, axis, leaf))
  const primary = `<span class="chip ${axis}" title="${AXIS_NAMES[axis]} ${Math.round(score * 100)}%"><b>${name(label)}</b></span>`
  return (
    primary + secondary.map(leaf => `<span class="chip ${axis} further" title="${AXIS_NAMES[axis]}（次）">${name(leaf)}</span>`).join('')
  )
}

function renderEvidence(names: LabelNames, { instrument, domain }: Measure): string {
  const rows = (['instrument', 'domain'] as const).flatMap(axis =>
    (axis === 'instrument' ? instrument : domain).evidence.map(
      ({ leaf, text, rule }) => `<li>${escapeHtml(labelName(names, axis, leaf))}：“${escapeHtml(text)}”（${escapeHtml(rule)}）</li>`,
    ),
  )
  return rows.length > 0 ? `<details class="why"><summary>依据</summary><ul>${rows.join('')}</ul></details>` : ''
}

function renderSpan({ doc, index }: DocView, span: Span): string {
  return pieces(doc.entities, span)
    .map(piece => {
      const text = escapeHtml(doc.text.slice(piece.start, piece.end))
      if (piece.entity === undefined) return text
      const entity = doc.entities[piece.entity]!
      // A clipped entity is marked in two blocks; only its beginning is what links lead to.
      const id = piece.start === entity.start ? ` id="${entityId(index, piece.entity)}"` : ''
      return `<mark class="${entity.type}"${id} title="${escapeHtml(describeEntity(entity))}">${text}</mark>`
    })
    .join('')
}
