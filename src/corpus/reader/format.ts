import { ZhengceError } from '../../errors.js'

export type DocumentFormat = 'text' | 'html' | 'docx' | 'pdf'

/** How much of a file tells what it is. */
const HEAD = 1024

const ZIP = 'PK\x03\x04'
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** Files that are known and not read, by how they begin. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['{\\rtf', 'a rich text document (RTF)'],
  ['\x89PNG\r\n', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['BM', 'a picture (BMP)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['Rar!', 'an archive (RAR)'],
  ['7z\xbc\xaf', 'an archive (7z)'],
  ['\x1f\x8b', 'an archive (gzip)'],
  ['PK\x05\x06', 'an empty archive (ZIP)'],
]

const PAGE_ENDING = /\.(?:s?html?|xhtml)$/i
const PAGE = /^(?:\s|<!--[^>]{0,300}>|<\?xml[^>]{0,100}>)*<(?:!doctype html|html|head|body|meta)[\s>]/i

/** What a file is, by its bytes; its name decides only where text may be a page. @throws DOCUMENT_FORMAT, DOCUMENT_ENCRYPTED */
export function formatOf(bytes: Uint8Array, name: string): DocumentFormat {
  const head = headOf(bytes, HEAD)
  if (head.startsWith(ZIP)) return 'docx'
  // Readers of PDF allow for some bytes before the signature.
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith(OLE)) refuseOle(bytes, name)
  const other = OTHERS.find(([signature]) => head.startsWith(signature))
  if (other && !isPlain(bytes, other[0])) throw new ZhengceError('DOCUMENT_FORMAT', `${name} is ${other[1]}, which is not read`)
  const start = head.replace(/\0|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/g, '')
  return PAGE.test(start) || (PAGE_ENDING.test(name) && start.includes('<')) ? 'html' : 'text'
}

/** Two letters alone may also begin a text; pictures have NUL bytes behind them. */
const isPlain = (bytes: Uint8Array, signature: string): boolean => signature === 'BM' && !bytes.subarray(0, 32).includes(0)

/** A container of older office programs; Word also locks DOCX files into one. */
function refuseOle(bytes: Uint8Array, name: string): never {
  if (new TextDecoder('latin1').decode(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e'))
    throw new ZhengceError('DOCUMENT_ENCRYPTED', `${name} is locked with a password`)
  throw new ZhengceError('DOCUMENT_FORMAT', `${name} is a document of the old binary kind (.doc, .xls, .wps), which is not read`)
}

/** The first bytes, each as the character of its number: what decoders call Latin 1 is Windows-1252 to some of them. */
export const headOf = (bytes: Uint8Array, length: number): string => String.fromCharCode(...bytes.subarray(0, length))
