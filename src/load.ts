import { ZhengceError } from './errors.js'
import type { DictionarySource } from './options.js'

/** The package's own dictionary; from `src/` and from `dist/` alike. */
const OWN = new URL('../dist/zhengce.dict', import.meta.url)

/** Bytes of a dictionary. Files are read by Node; elsewhere pass the bytes. @throws DICTIONARY_NOT_FOUND */
export async function loadDictionary(source: DictionarySource = OWN): Promise<ArrayBufferLike | Uint8Array> {
  if (typeof source !== 'string' && !(source instanceof URL)) return source
  const { readFile } = await import('node:fs/promises')
  try {
    return await readFile(source)
  } catch (cause) {
    throw new ZhengceError('DICTIONARY_NOT_FOUND', `The dictionary ${String(source)} cannot be read.`, { cause })
  }
}
