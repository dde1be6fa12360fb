import { strToU8, zipSync } from 'fflate'

export interface DocxParagraph {
  text: string
  style?: string
  /** List and level, counted from 0. */
  number?: readonly [list: number, level: number]
}

export type DocxBlock = string | DocxParagraph | readonly (readonly string[])[]

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function paragraph(block: string | DocxParagraph): string {
  const { text, style, number } = typeof block === 'string' ? { text: block } : block
  const numbered = number ? `<w:numPr><w:ilvl w:val="${number[1]}"/><w:numId w:val="${number[0]}"/></w:numPr>` : ''
  const properties = `<w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${numbered}</w:pPr>`
  // Word cuts a paragraph into runs wherever script or spelling changes.
  const runs = text.split(/(?<=\D)(?=\d)|(?<=\d)(?=\D)/).map(run => `<w:r><w:t xml:space="preserve">${escapeXml(run)}</w:t></w:r>`)
  return `<w:p>${numbered || style ? properties : ''}${runs.join('')}</w:p>`
}

function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map(cell => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('')
  return `<w:tbl><w:tblPr/>${rows.map(row => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

const relation = (id: number, kind: string, target: string) => `<Relationship Id="r${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
const relations = (...inner: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`
const override = (part: string, kind: string) => `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${kind}+xml"/>`

/** A Word document with the least that one must have; `numbering` and `styles` are the insides of these parts. */
export function docxOf(blocks: readonly DocxBlock[], { numbering, styles }: { numbering?: string; styles?: string } = {}): Uint8Array {
  const body = blocks.map(block => (Array.isArray(block) ? table(block) : paragraph(block as string | DocxParagraph))).join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('document', 'document.main')}${override('numbering', 'numbering')}${override('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation(1, 'numbering', 'numbering.xml'), relation(2, 'styles', 'styles.xml')),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACE}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  }
  if (numbering) parts['word/numbering.xml'] = `<w:numbering ${NAMESPACE}>${numbering}</w:numbering>`
  if (styles) parts['word/styles.xml'] = `<w:styles ${NAMESPACE}>${styles}</w:styles>`
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

/** A level of a list, as Word writes it. */
export const levelOf = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

/** 一、（一）1. with a list on it for each of `nums`. */
export const OUTLINE_NUMBERING = `<w:abstractNum w:abstractNumId="7">${levelOf(0, 'chineseCountingThousand', '%1、')}${levelOf(1, 'chineseCountingThousand', '（%2）')}${levelOf(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`
