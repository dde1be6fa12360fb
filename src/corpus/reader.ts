import { ZhengceError } from '../errors.js'
import { checkOptions, kindOf, unreadable } from '../guards.js'
import { readDocx } from './reader/docx.js'
import { formatOf, headOf } from './reader/format.js'
import { readHtml } from './reader/html.js'
import { readPdf } from './reader/pdf.js'

const CONTROL = /[\0-\x08\x0e-\x1f]/

export interface ReadOptions {
  /** What messages call the bytes; its ending tells a page from text where the bytes do not. */
  name?: string
}

/**
 * Text of a document: plain text (UTF-8, UTF-16 with a byte order mark, GB 18030), a page of a site, DOCX or PDF, by its bytes rather than its name.
 * Of a page it is the title and the body; rows of tables are lines, their cells separated by tabs. What parses a format is loaded with the first
 * document of it.
 * @throws INVALID_ARGUMENT, FILE_UNREADABLE, DOCUMENT_FORMAT, DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED, DOCUMENT_WITHOUT_TEXT, DOCUMENT_TOO_LARGE
 */
export async function readDocument(source: string | URL | Uint8Array | ArrayBuffer, options: ReadOptions = {}): Promise<string> {
  checkOptions(options, ['name'])
  if (typeof source === 'string' || source instanceof URL) return parse(await readBytes(source), options.name ?? String(source))
  const bytes = source instanceof ArrayBuffer ? new Uint8Array(source) : source
  if (!(bytes instanceof Uint8Array)) throw new ZhengceError('INVALID_ARGUMENT', `The source is ${kindOf(bytes)}, not a path or bytes.`)
  return parse(bytes, options.name ?? 'the document')
}

/** Endings whose files are never plain text of no length. */
const BINARY_ENDING = /\.(?:pdf|docx)$/i

async function parse(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes.length === 0 && BINARY_ENDING.test(name)) throw new ZhengceError('DOCUMENT_DAMAGED', `${name} is empty`)
  const format = formatOf(bytes, name)
  try {
    switch (format) {
      case 'text':
        return decodeText(bytes, name)
      case 'html':
        return await readHtml(decodePage(bytes), name)
      case 'docx':
        return await readDocx(bytes, name)
      case 'pdf':
        return await readPdf(bytes, name)
    }
  } catch (cause) {
    if (cause instanceof ZhengceError) throw cause
    throw new ZhengceError('DOCUMENT_DAMAGED', `${name} cannot be read as ${format.toUpperCase()}: ${(cause as Error).message}`, { cause })
  }
}

/** @throws FILE_UNREADABLE for a missing file, a folder or one that may not be read */
async function readBytes(path: string | URL): Promise<Uint8Array> {
  const { readFile, stat } = await import('node:fs/promises')
  try {
    if ((await stat(path)).isDirectory()) throw new ZhengceError('FILE_UNREADABLE', `${path} is a folder, not a file`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof ZhengceError) throw error
    throw unreadable(path, error)
  }
}

/**
 * Plain text: UTF-8; UTF-16 with a byte order mark; GB 18030 where the bytes are no UTF-8. A byte order mark is no part of it; `name` is what
 * messages call the bytes. @throws DOCUMENT_FORMAT for bytes that are no text, DOCUMENT_DAMAGED for a text with some that are wrong
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decode(bytes, markedEncoding(bytes) ?? 'utf-8') ?? decodeOld(bytes)
  if (text === undefined || text.includes('\0')) throw refusalOf(bytes, name)
  return text
}

/** Text with a broken character is told from what never was text by its lack of control characters. */
function refusalOf(bytes: Uint8Array, name: string): ZhengceError {
  const read = new TextDecoder().decode(bytes)
  if (CONTROL.test(read)) {
    const claimed = BINARY_ENDING.exec(name)?.[0].slice(1).toUpperCase()
    return new ZhengceError(
      'DOCUMENT_FORMAT',
      `${name} is ${claimed ? `no ${claimed}, whatever its name says` : 'a binary file, not text'}`,
    )
  }
  const wrong = new TextEncoder().encode(read.slice(0, read.indexOf('\ufffd'))).length
  return new ZhengceError('DOCUMENT_DAMAGED', `${name} is neither UTF-8 (byte ${wrong} is wrong) nor GB 18030`)
}

/** How much of a page is looked through for its encoding. */
const PAGE_HEAD = 4096
const CHARSET = /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w-]{2,20})/i

/** What a page says of its encoding is often wrong: valid UTF-8 is UTF-8. A single broken character spoils no page. */
function decodePage(bytes: Uint8Array): string {
  const text = decode(bytes, markedEncoding(bytes) ?? 'utf-8')
  if (text !== undefined) return text
  const [, named = 'gb18030'] = CHARSET.exec(headOf(bytes, PAGE_HEAD)) ?? []
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** Nearly any bytes are GB 18030 of something; control characters give away that these are none. */
function decodeOld(bytes: Uint8Array): string | undefined {
  const text = decode(bytes, 'gb18030')
  return text !== undefined && CONTROL.test(text) ? undefined : text
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
