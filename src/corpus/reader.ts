import { readFile, stat } from 'node:fs/promises'
import { ZhengceError } from '../errors.js'

const CONTROL = /[\0-\x08\x0e-\x1f]/

/** Text of a file. UTF-8; UTF-16 with a byte order mark; GB 18030 where the bytes are no UTF-8. A byte order mark is no part of the text. */
export async function readText(path: string): Promise<string> {
  return decodeText(await readBytes(path), path)
}

/** @throws FILE_UNREADABLE for a missing file, a folder or one that may not be read */
async function readBytes(path: string): Promise<Uint8Array> {
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

/** @throws FILE_UNREADABLE for bytes that are no text; `name` is what the message calls them */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decode(bytes, markedEncoding(bytes) ?? 'utf-8') ?? decodeOld(bytes)
  if (text === undefined || text.includes('\0')) throw new ZhengceError('FILE_UNREADABLE', `${name} is a binary file, not text`)
  return text
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
