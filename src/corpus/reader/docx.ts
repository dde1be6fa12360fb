import { ZhengceError } from '../../errors.js'
import { linesOf } from './lines.js'
import { Numbering } from './numbering.js'

/** Bytes of XML of a document; a book of a thousand pages stays below. */
const XML_LIMIT = 48e6
const DOCUMENT = /^word\/document\d*\.xml$/
const NUMBERING = 'word/numbering.xml'
const STYLES = 'word/styles.xml'

type Parts = Record<string, Uint8Array>

/** Lines of a Word document, with the numbers that Word counts by itself. @throws DOCUMENT_FORMAT for an archive that is none, DOCUMENT_TOO_LARGE */
export async function readDocx(bytes: Uint8Array, name: string): Promise<string> {
  const [{ zipSync }, { default: mammoth }, { parseHTML }] = await Promise.all([import('fflate'), import('mammoth'), import('linkedom')])
  const parts = await writeNumbers(await openParts(bytes, name))
  const archive = zipSync(parts, { level: 0 })
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const input = { buffer: archive as Buffer, arrayBuffer: archive.buffer as ArrayBuffer }
  const { value } = await mammoth.convertToHtml(input, { convertImage })
  const { document } = parseHTML(`<html><body>${value}</body></html>`)
  return linesOf(document, isNote).join('\n')
}

/** Mammoth links notes by ids of its own. */
const isNote = (element: Element): boolean => /^(?:footnote|endnote)-/.test(element.id)

/** The parts of XML; pictures are left in the archive. */
async function openParts(bytes: Uint8Array, name: string): Promise<Parts> {
  const { unzipSync } = await import('fflate')
  const names: string[] = []
  let size = 0
  const parts = unzipSync(bytes, {
    filter: file => {
      names.push(file.name)
      if (!/\.(?:xml|rels)$/.test(file.name)) return false
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

/** Puts each number as a run of text at the head of its paragraph. */
async function writeNumbers(parts: Parts): Promise<Parts> {
  const main = Object.keys(parts).find(part => DOCUMENT.test(part))!
  const numberings = parts[NUMBERING]
  if (!numberings) return parts
  const { DOMParser } = await import('linkedom')
  const parse = (part: Uint8Array): Document =>
    new DOMParser().parseFromString(new TextDecoder().decode(part), 'text/xml') as unknown as Document
  const numbering = new Numbering(parse(numberings), parts[STYLES] && parse(parts[STYLES]))
  const document = parse(parts[main]!)
  for (const paragraph of document.getElementsByTagName('w:p')) {
    const label = numbering.labelOf(paragraph)
    if (!label) continue
    const run = document.createElement('w:r')
    run.appendChild(document.createElement('w:t')).textContent = label
    const [properties] = paragraph.children
    paragraph.insertBefore(run, properties!.nextSibling)
  }
  return { ...parts, [main]: new TextEncoder().encode(document.toString()) }
}
