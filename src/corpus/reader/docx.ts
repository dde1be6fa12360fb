import { ZhengceError } from '../../errors.js'
import { linesOf, type Markup, namesOf } from './lines.js'
import { Numbering } from './numbering.js'

/** Bytes of XML of a document; a book of a thousand pages stays below. */
const XML_LIMIT = 24e6
const DOCUMENT = /^word\/document\d*\.xml$/
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'

/** WordprocessingML (ECMA-376, 17). Text that was struck out stands in elements of another name; a fallback says again what stands beside it. */
const WORD: Markup = {
  unseen: namesOf('w:movefrom w:rt mc:fallback'),
  blocks: namesOf('w:p w:br w:cr w:tbl w:tr w:tc'),
  texts: namesOf('w:t'),
  table: 'w:tbl',
  row: 'w:tr',
  cells: namesOf('w:tc'),
}

type Parts = Record<string, Uint8Array>

/**
 * Lines of a Word document, with the numbers that Word counts by itself; notes, heads and feet are left out.
 * @throws DOCUMENT_FORMAT for an archive that is none, DOCUMENT_TOO_LARGE, DOCUMENT_WITHOUT_TEXT
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<string> {
  const parts = await openParts(bytes, name)
  const { DOMParser } = await import('linkedom')
  const parse = (part: Uint8Array): Document =>
    new DOMParser().parseFromString(new TextDecoder().decode(part), 'text/xml') as unknown as Document
  const main = Object.keys(parts).find(part => DOCUMENT.test(part))!
  const document = parse(parts[main]!)
  if (!document.getElementsByTagName('w:document')[0]) throw new Error(`${main} is no text document`)
  if (parts[NUMBERING]) writeNumbers(document, new Numbering(parse(parts[NUMBERING]), parts[STYLES] && parse(parts[STYLES])))
  const lines = linesOf(document, WORD)
  if (lines.length === 0) throw new ZhengceError('DOCUMENT_WITHOUT_TEXT', `${name} holds no text`)
  return lines.join('\n')
}

/** The parts that are needed; pictures and the rest are left in the archive. */
async function openParts(bytes: Uint8Array, name: string): Promise<Parts> {
  const { unzipSync } = await import('fflate')
  const names: string[] = []
  let size = 0
  const parts = unzipSync(bytes, {
    filter: file => {
      names.push(file.name)
      if (!DOCUMENT.test(file.name) && file.name !== NUMBERING && file.name !== STYLES) return false
      size += file.originalSize
      if (size > XML_LIMIT) throw new ZhengceError('DOCUMENT_TOO_LARGE', `${name} unpacks to more than ${XML_LIMIT / 1e6} MB of XML`)
      return true
    },
  })
  if (!names.some(part => DOCUMENT.test(part))) throw new ZhengceError('DOCUMENT_FORMAT', `${name} is ${kindOf(names)}, which is not read`)
  return parts
}

function kindOf(names: readonly string[]): string {
  const has = (start: string) => names.some(name => name.startsWith(start))
  if (has('xl/')) return 'a workbook (XLSX)'
  if (has('ppt/')) return 'a presentation (PPTX)'
  if (has('OFD.xml')) return 'an OFD document'
  if (has('content.xml')) return 'an OpenDocument text (ODT)'
  return 'an archive (ZIP) that holds no Word document'
}

/** Puts each number as text at the head of its paragraph. */
function writeNumbers(document: Document, numbering: Numbering): void {
  for (const paragraph of document.getElementsByTagName('w:p')) {
    const label = numbering.labelOf(paragraph)
    if (!label) continue
    const text = document.createElement('w:t')
    text.textContent = label
    paragraph.prepend(text)
  }
}
