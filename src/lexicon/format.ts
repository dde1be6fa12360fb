import { ZhengceError } from '../errors.js'

/**
 * One buffer that opens by view: four little-endian 32-bit words (magic, version, checksum, length of the header), the header as JSON,
 * then the sections, each at a multiple of eight bytes. The checksum covers everything behind itself.
 */
const MAGIC = 0x45434a5a // "ZJCE"
export const FORMAT_VERSION = 3
const PREAMBLE_BYTES = 16
/** Of FNV-1a. */
const PRIME = 0x01000193

const VIEWS = { i8: Int8Array, u8: Uint8Array, u16: Uint16Array, i32: Int32Array, u32: Uint32Array, f32: Float32Array, f64: Float64Array }
type ViewName = keyof typeof VIEWS
export type View = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array
export type Section = View | { json: unknown }

interface Entry {
  name: string
  view: ViewName | 'json'
  offset: number
  bytes: number
}

/** Bytes of a view, shared or not, as a plain copy that every decoder takes. */
const copyBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const align = (offset: number): number => (offset + 7) & ~7

/**
 * 32-bit words mixed as FNV-1a mixes bytes, in four lanes that do not wait for each other; the tail is padded by zeros.
 * Every step is a bijection of its lane, so that no change of a single word goes unnoticed.
 */
function checksum(words: Uint32Array): number {
  let [a, b, c, d] = [0x811c9dc5, 0x01234567, 0x2e5be93d, 0x76f988da]
  const whole = words.length & ~3
  for (let i = 0; i < whole; i += 4) {
    a = Math.imul(a ^ words[i]!, PRIME)
    b = Math.imul(b ^ words[i + 1]!, PRIME)
    c = Math.imul(c ^ words[i + 2]!, PRIME)
    d = Math.imul(d ^ words[i + 3]!, PRIME)
  }
  for (let i = whole; i < words.length; i++) a = Math.imul(a ^ words[i]!, PRIME)
  return [b, c, d].reduce((hash, lane) => Math.imul(hash ^ lane, PRIME), a) >>> 0
}

export function writeSections(sections: Readonly<Record<string, Section>>): Uint8Array {
  const entries: Entry[] = []
  const bodies: Uint8Array[] = []
  let offset = 0
  for (const [name, section] of Object.entries(sections)) {
    const isJson = 'json' in section
    const body = isJson
      ? new TextEncoder().encode(JSON.stringify(section.json))
      : new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
    entries.push({ name, view: isJson ? 'json' : viewName(section), offset, bytes: body.length })
    bodies.push(body)
    offset = align(offset + body.length)
  }
  const header = new TextEncoder().encode(JSON.stringify(entries))
  const start = align(PREAMBLE_BYTES + header.length)
  const bytes = new Uint8Array(start + offset)
  bytes.set(header, PREAMBLE_BYTES)
  for (const [i, body] of bodies.entries()) bytes.set(body, start + entries[i]!.offset)
  const words = new Uint32Array(bytes.buffer)
  words[0] = MAGIC
  words[1] = FORMAT_VERSION
  words[3] = header.length
  words[2] = checksum(words.subarray(3))
  return bytes
}

const viewName = (section: View): ViewName => {
  for (const [name, view] of Object.entries(VIEWS)) if (section instanceof view) return name as ViewName
  throw new TypeError('unknown kind of view')
}

/** The sections of a buffer, by name. Views lie over the buffer itself where it is aligned; nothing is parsed before it is asked for. */
export class Sections {
  private readonly entries: ReadonlyMap<string, Entry>

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly start: number,
    entries: Entry[],
  ) {
    this.entries = new Map(entries.map(entry => [entry.name, entry]))
  }

  /** @throws DICTIONARY_FOREIGN, DICTIONARY_VERSION, DICTIONARY_DAMAGED */
  static open(buffer: ArrayBufferLike | Uint8Array): Sections {
    let bytes = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer)
    if (bytes.byteOffset % 8) bytes = copyBytes(bytes)
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
    if (words.length < 4 || words[0] !== MAGIC) throw new ZhengceError('DICTIONARY_FOREIGN', 'The buffer does not begin like a dictionary.')
    if (words[1] !== FORMAT_VERSION) {
      throw new ZhengceError('DICTIONARY_VERSION', `The dictionary has format ${words[1]}, this library reads ${FORMAT_VERSION}.`)
    }
    if (bytes.length % 8 || words[2] !== checksum(words.subarray(3))) {
      throw new ZhengceError('DICTIONARY_DAMAGED', 'The checksum of the dictionary does not match its content.')
    }
    const headerBytes = words[3]!
    const header = bytes.subarray(PREAMBLE_BYTES, PREAMBLE_BYTES + headerBytes)
    return new Sections(bytes, align(PREAMBLE_BYTES + headerBytes), JSON.parse(new TextDecoder().decode(copyBytes(header))))
  }

  view<V extends ViewName>(name: string, view: V): InstanceType<(typeof VIEWS)[V]> {
    const entry = this.entry(name, view)
    const View = VIEWS[view]
    const offset = this.bytes.byteOffset + this.start + entry.offset
    return new View(this.bytes.buffer as ArrayBuffer, offset, entry.bytes / View.BYTES_PER_ELEMENT) as InstanceType<(typeof VIEWS)[V]>
  }

  json<T>(name: string): T {
    const { offset, bytes } = this.entry(name, 'json')
    const from = this.start + offset
    return JSON.parse(new TextDecoder().decode(copyBytes(this.bytes.subarray(from, from + bytes)))) as T
  }

  private entry(name: string, view: Entry['view']): Entry {
    const entry = this.entries.get(name)
    if (entry?.view !== view) throw new ZhengceError('DICTIONARY_DAMAGED', `The dictionary lacks the section ${name} (${view}).`)
    return entry
  }
}
