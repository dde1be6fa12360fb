import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readText } from '../../src/corpus/reader.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengce-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, bytes: string | readonly number[]): string {
  const path = join(folder, name)
  writeFileSync(path, typeof bytes === 'string' ? bytes : Uint8Array.from(bytes))
  return path
}

describe('readText', () => {
  it.each([
    ['UTF-8, line ends as they are', '政策\r\n一\n', '政策\r\n一\n'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0xe6, 0x94, 0xbf], '政'],
    ['UTF-16 little endian', [0xff, 0xfe, 0x3f, 0x65], '政'],
    ['UTF-16 big endian', [0xfe, 0xff, 0x65, 0x3f], '政'],
    ['GBK, as older office files have it', [0xd5, 0xfe, 0xb2, 0xdf], '政策'],
    ['an empty file', '', ''],
  ])('reads %s', async (name, bytes, text) => {
    expect(await readText(file(name.slice(0, 8), bytes))).toBe(text)
  })

  it.each([
    ['a missing file', () => join(folder, 'none.txt'), 'does not exist'],
    ['a path below a file', () => join(file('plain', 'x'), 'y'), 'does not exist'],
    ['a folder', () => folder, 'is a folder'],
    ['an image', () => file('a.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'is a binary file'],
    ['bytes of no encoding', () => file('noise', [0xff, 0xff, 0x80, 0x81]), 'is a binary file'],
  ])('refuses %s', async (_, path, message) => {
    await expect(readText(path())).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining(message) })
  })
})
