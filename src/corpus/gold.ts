import { ZhengceError } from '../errors.js'
import type { Span, TextSpan } from '../types.js'

/** Fields of a mark as written; a field without a value is `true`. */
export type GoldFields = Readonly<Record<string, string | true>>

export interface GoldSpan extends Span {
  fields: GoldFields
}

export interface GoldEntity extends TextSpan {
  type: string
  fields: GoldFields
}

/** A text with what an annotator says of it, in the order of the marks. */
export interface GoldDoc {
  text: string
  articles: GoldSpan[]
  measures: GoldSpan[]
  entities: GoldEntity[]
}

type Kind = 'A' | 'M'

interface OpenMark {
  kind: Kind
  start: number
  /** Where the mark stands in the marked text, for messages. */
  at: number
  fields: GoldFields
}

const MARK = /⟦(A|M)((?:\s[^⟧]*)?)⟧|⟦\/(A|M)⟧|\{\{([^|{}]+)\|([a-z]+)(?:\|([^{}]*))?\}\}/g
const STRAY_MARK = /⟦|⟧|\{\{|\}\}/

/**
 * Reads a text with inline marks: ⟦A region=…⟧…⟦/A⟧ around an article, ⟦M instrument=… domain=…⟧…⟦/M⟧ around a measure,
 * {{surface|type|field=value;…}} around an entity. Without its marks the text is the raw one, character for character.
 * Spans end before the blanks that stand inside the closing mark.
 * @throws GOLD_MALFORMED with the line of the mark
 */
export function parseGold(marked: string): GoldDoc {
  const doc: GoldDoc = { text: '', articles: [], measures: [], entities: [] }
  const open: OpenMark[] = []
  let at = 0
  for (const mark of marked.matchAll(MARK)) {
    const [whole, opens, attributes, closes, surface, type, fields] = mark
    doc.text += plain(marked, at, mark.index)
    at = mark.index + whole.length
    if (opens) open.push({ kind: opens as Kind, start: doc.text.length, at: mark.index, fields: parseFields(attributes, /[;\s]+/) })
    else if (closes) close(doc, open, closes as Kind, marked, mark.index)
    else {
      const start = doc.text.length
      doc.text += surface
      doc.entities.push({ start, end: doc.text.length, text: surface!, type: type!, fields: parseFields(fields, ';') })
    }
  }
  doc.text += plain(marked, at, marked.length)
  const unclosed = open[0]
  if (unclosed) throw malformed(marked, unclosed.at, `⟦${unclosed.kind}⟧ is never closed`)
  return doc
}

function close(doc: GoldDoc, open: OpenMark[], kind: Kind, marked: string, at: number): void {
  const opened = open.pop()
  if (opened?.kind !== kind) throw malformed(marked, at, `⟦/${kind}⟧ closes ${opened ? `⟦${opened.kind}⟧` : 'nothing'}`)
  const { start, fields } = opened
  const spans = kind === 'A' ? doc.articles : doc.measures
  spans.push({ start, end: start + doc.text.slice(start).trimEnd().length, fields })
}

/** The text between two marks, which must hold no half of a mark. */
function plain(marked: string, start: number, end: number): string {
  const text = marked.slice(start, end)
  const stray = text.search(STRAY_MARK)
  if (stray >= 0) throw malformed(marked, start + stray, 'a stray mark, or one with a wrong field')
  return text
}

function parseFields(written: string | undefined, separator: RegExp | string): GoldFields {
  const fields: Record<string, string | true> = {}
  for (const part of (written ?? '').split(separator)) {
    if (!part) continue
    const sign = part.indexOf('=')
    if (sign < 0) fields[part.trim()] = true
    else fields[part.slice(0, sign).trim()] = part.slice(sign + 1).trim()
  }
  return fields
}

function malformed(marked: string, at: number, problem: string): ZhengceError {
  const line = marked.slice(0, at).split('\n').length
  const near = marked.slice(at, at + 20).replace(/\s+/g, ' ')
  return new ZhengceError('GOLD_MALFORMED', `line ${line}: ${problem} (near “${near}”)`)
}
