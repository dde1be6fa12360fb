import { ZhengceError } from './errors.js'
import { Sections } from './lexicon/format.js'
import type { DictionarySource } from './options.js'

/** The package's own dictionary; from `src/` and from `dist/` alike. */
const OWN = new URL('../dist/zhengce.dict', import.meta.url)

/** Bytes of a dictionary. Files are read by Node, addresses of the web fetched. @throws DICTIONARY_NOT_FOUND */
export async function loadDictionary(source: DictionarySource = OWN): Promise<ArrayBufferLike | Uint8Array> {
  try {
    return await readBytes(source)
  } catch (cause) {
    throw new ZhengceError('DICTIONARY_NOT_FOUND', `The dictionary ${String(source)} cannot be read.`, { cause })
  }
}

async function readBytes(source: DictionarySource): Promise<ArrayBufferLike | Uint8Array> {
  if (typeof source !== 'string' && !(source instanceof URL)) return source
  return isWebAddress(source) ? download(source) : (await import('node:fs/promises')).readFile(source)
}

/** Opens a model of `trainTaxonomy`. @throws MODEL_NOT_FOUND, MODEL_FOREIGN */
export async function openModel(source: DictionarySource): Promise<Sections> {
  let bytes: ArrayBufferLike | Uint8Array
  try {
    bytes = await readBytes(source)
  } catch (cause) {
    throw new ZhengceError('MODEL_NOT_FOUND', `The model ${String(source)} cannot be read.`, { cause })
  }
  try {
    const sections = Sections.open(bytes)
    sections.json('model')
    return sections
  } catch (cause) {
    throw new ZhengceError('MODEL_FOREIGN', 'The bytes are no model of this version of the library.', { cause })
  }
}

const isWebAddress = (source: URL | string): boolean => /^(https?|blob|data):/.test(String(source))

async function download(address: URL | string): Promise<ArrayBuffer> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.arrayBuffer()
}
