import { ZhengceError } from '../errors.js'
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
 * @throws FILE_UNREADABLE, DOCUMENT_FORMAT, DOCUMENT_DAMAGED, DOCUMENT_ENCRYPTED, DOCUMENT_WITHOUT_TEXT, DOCUMENT_TOO_LARGE
 */
export async function readDocument(source: string | URL | Uint8Array | ArrayBuffer, options: ReadOptions = {}): Promise<string> {
  if (typeof source === 'string' || source instanceof URL) return parse(await readBytes(source), options.name ?? String(source))
  return parse(source instanceof ArrayBuffer ? new Uint8Array(source) : source, options.name ?? 'the document')
}

async function parse(bytes: Uint8Array, name: string): Promise<string> {
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
    throw new ZhengceError('FILE_UNREADABLE', `${path} ${reasonOf(error)}`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user'
  return `cannot be read (${code ?? String(error)})`
}

/**
 * Plain text: UTF-8; UTF-16 with a byte order mark; GB 18030 where the bytes are no UTF-8. A byte order mark is no part of it; `name` is what
 * messages call the bytes. @throws FILE_UNREADABLE for bytes that are no text
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decode(bytes, markedEncoding(bytes) ?? 'utf-8') ?? decodeOld(bytes)
  if (text === undefined || text.includes('\0')) throw new ZhengceError('FILE_UNREADABLE', `${name} is a binary file, not text`)
  return text
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
