import { ZhengceError } from './errors.js'
import type { DictionarySource } from './options.js'

/** The package's own dictionary; from `src/` and from `dist/` alike. */
const OWN = new URL('../dist/zhengce.dict', import.meta.url)

/** Bytes of a dictionary. Files are read by Node, addresses of the web fetched. @throws DICTIONARY_NOT_FOUND */
export async function loadDictionary(source: DictionarySource = OWN): Promise<ArrayBufferLike | Uint8Array> {
  if (typeof source !== 'string' && !(source instanceof URL)) return source
  try {
    return isWebAddress(source) ? await download(source) : await (await import('node:fs/promises')).readFile(source)
  } catch (cause) {
    throw new ZhengceError('DICTIONARY_NOT_FOUND', `The dictionary ${String(source)} cannot be read.`, { cause })
  }
}

const isWebAddress = (source: URL | string): boolean => /^(https?|blob|data):/.test(String(source))

async function download(address: URL | string): Promise<ArrayBuffer> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.arrayBuffer()
}
