import { ZhengceError } from './errors.js'
import type { Doc } from './types.js'

/** What a caller without types passes wrong is told as an error with a code, not as a fault of ours. */

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a value is, for messages: null, an array, a number. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}

/** @throws INVALID_TEXT */
export function checkString(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new ZhengceError('INVALID_TEXT', `${what} is ${kindOf(value)}, not a string.`)
}

/** Options that may be left out, of which each must be one that there is. @throws INVALID_OPTION */
export function checkOptions(options: unknown, names: readonly string[]): void {
  if (!isObject(options)) throw new ZhengceError('INVALID_OPTION', `The options are ${kindOf(options)}, not an object.`)
  for (const key in options) {
    if (!names.includes(key)) throw new ZhengceError('INVALID_OPTION', `There is no option ${key}; there are ${names.join(', ')}.`)
  }
}

/** @throws INVALID_OPTION */
export function checkBoolean(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value
  throw new ZhengceError('INVALID_OPTION', `${name} must be true or false, not ${String(value)}.`)
}

/** @throws INVALID_ARGUMENT unless the value is an array of objects, as far as its first tells */
export function checkRecords(value: unknown, what: string): void {
  if (!Array.isArray(value)) throw new ZhengceError('INVALID_ARGUMENT', `${what} are ${kindOf(value)}, not an array.`)
  if (value.length > 0 && !isObject(value[0])) throw new ZhengceError('INVALID_ARGUMENT', `The first of ${what} is ${kindOf(value[0])}.`)
}

/** @throws INVALID_ARGUMENT unless the layers are there that are needed of a document */
export function checkDoc(doc: unknown, layers: readonly (keyof Doc)[]): void {
  if (!isObject(doc)) throw new ZhengceError('INVALID_ARGUMENT', `The document is ${kindOf(doc)}, not what annotate gives.`)
  const missing = layers.find(layer => !Array.isArray(doc[layer]))
  if (missing !== undefined) throw new ZhengceError('INVALID_ARGUMENT', `The document has no ${missing}; pass what annotate gives.`)
}

const WEB_ADDRESS = /^https?:/i

/** What the file system says of a file that cannot be read. */
export function unreadable(path: string | URL, cause: unknown): ZhengceError {
  const reason = WEB_ADDRESS.test(String(path))
    ? 'is an address of the web, which is not fetched: save it and pass the file'
    : reasonOf(cause)
  return new ZhengceError('FILE_UNREADABLE', path === '' ? 'The path is empty' : `${path} ${reason}`, { cause })
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user'
  if (code === 'EISDIR') return 'is a folder, not a file'
  return `cannot be read (${code ?? String(error)})`
}
