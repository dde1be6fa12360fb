import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../src/corpus/reader.js'
import { docxOf } from '../support/docx.js'

const PDF = new URL('../fixtures/readers/notice.pdf', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'zhengce-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, bytes: string | readonly number[]): string {
  const path = join(folder, name)
  writeFileSync(path, typeof bytes === 'string' ? bytes : Uint8Array.from(bytes))
  return path
}

describe('plain text', () => {
  it.each([
    ['UTF-8, line ends as they are', '政策\r\n一\n', '政策\r\n一\n'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0xe6, 0x94, 0xbf], '政'],
    ['UTF-16 little endian', [0xff, 0xfe, 0x3f, 0x65], '政'],
    ['UTF-16 big endian', [0xfe, 0xff, 0x65, 0x3f], '政'],
    ['GBK, as older office files have it', [0xd5, 0xfe, 0xb2, 0xdf], '政策'],
    ['an empty file', '', ''],
  ])('reads %s', async (name, bytes, text) => {
    expect(await readDocument(file(name.slice(0, 8), bytes))).toBe(text)
  })

  it.each([
    ['a missing file', () => join(folder, 'none.txt'), 'does not exist'],
    ['a path below a file', () => join(file('plain', 'x'), 'y'), 'does not exist'],
    ['a folder', () => folder, 'is a folder'],
    ['an empty path', () => '', 'path is empty'],
    ['an address of the web', () => 'https://example.org/a.html', 'is not fetched'],
    ['the same as a URL', () => new URL('https://example.org/a.html'), 'is not fetched'],
  ])('refuses %s', async (_, path, message) => {
    await expect(readDocument(path())).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining(message) })
  })

  it.each([
    ['bytes with NUL', () => file('data', [0x61, 0, 0, 0x0d]), 'DOCUMENT_FORMAT', 'is a binary file'],
    ['noise under the name of a format', () => file('noise.pdf', [1, 0, 2, 0xff]), 'DOCUMENT_FORMAT', 'is no PDF'],
    ['a text with one wrong byte', () => file('one.txt', [0xe6, 0x94, 0xbf, 0xff, 0x0a]), 'DOCUMENT_DAMAGED', 'byte 3 is wrong'],
    ['bytes of no encoding', () => file('noise', [0xff, 0xff, 0x80, 0x81]), 'DOCUMENT_DAMAGED', 'neither UTF-8'],
    ['an empty PDF', () => file('empty.pdf', ''), 'DOCUMENT_DAMAGED', 'is empty'],
    ['an empty DOCX', () => file('empty.DOCX', ''), 'DOCUMENT_DAMAGED', 'is empty'],
    ['a number', () => 5 as never, 'INVALID_ARGUMENT', 'a number'],
    ['null', () => null as never, 'INVALID_ARGUMENT', 'null'],
  ])('refuses %s', async (_, source, code, message) => {
    await expect(readDocument(source())).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  })
})

const latin1 = (text: string) => Uint8Array.from(text, unit => unit.charCodeAt(0))

describe('readDocument', () => {
  it.each([
    ['a path', () => file('a.txt', '政策'), '政策'],
    ['an address', () => pathToFileURL(file('b.txt', '政策')), '政策'],
    ['bytes', () => new TextEncoder().encode('政策'), '政策'],
    ['a buffer', () => new TextEncoder().encode('政策').buffer, '政策'],
    ['nothing', () => new Uint8Array(), ''],
    ['text that speaks of tags', () => new TextEncoder().encode('按<表一>执行'), '按<表一>执行'],
    ['a page under any name', () => file('c.txt', '\ufeff<!-- x -->\n<!DOCTYPE html><p>政&nbsp;策'), '政 策'],
    ['a piece of a page, by its name', () => file('d.shtml', '政策<br>二'), '政策\n二'],
  ])('reads %s', async (_, source, text) => {
    expect(await readDocument(source())).toBe(text)
  })

  const META = '<html><head><meta charset=CODE></head><body><p>'
  it.each([
    ['GBK that calls itself gb2312', 'gb2312', [0x8b, 0x9e], '嫗'],
    ['GBK that calls itself nothing', '', [0xd5, 0xfe], '政'],
    ['UTF-8 that calls itself gb2312', 'gb2312', [0xe6, 0x94, 0xbf], '政'],
    ['UTF-8 with a broken character', 'utf-8', [0xe6, 0x94, 0xbf, 0xe6, 0x94], '政\ufffd'],
    ['Big5', 'big5', [0xac, 0x46], '政'],
    ['an encoding that is none', 'x-none', [0xd5, 0xfe], '政'],
  ])('decodes a page in %s', async (_, charset, bytes, text) => {
    expect(await readDocument(Uint8Array.of(...latin1(META.replace('CODE', charset)), ...bytes))).toBe(text)
  })

  const PNG = '\x89PNG\r\n\x1a\n\0\0\0\x0d'
  const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
  const LOCKED = `${OLE}${'\0'.repeat(512)}${[...'EncryptedPackage'].join('\0')}`
  const DOCX = docxOf(['政策'.repeat(200)])
  it.each<[string, string, Uint8Array, RegExp]>([
    ['a picture', 'DOCUMENT_FORMAT', latin1(PNG), /the document is a picture \(PNG\)/],
    ['a .doc', 'DOCUMENT_FORMAT', latin1(OLE + '\0'.repeat(600)), /old binary kind \(\.doc/],
    ['RTF', 'DOCUMENT_FORMAT', latin1('{\\rtf1'), /RTF/],
    ['an archive of another kind', 'DOCUMENT_FORMAT', latin1('Rar!\x1a'), /RAR/],
    ['a DOCX with a password', 'DOCUMENT_ENCRYPTED', latin1(LOCKED), /password/],
    ['a DOCX that was cut', 'DOCUMENT_DAMAGED', DOCX.slice(0, DOCX.length / 2), /as DOCX/],
    ['a DOCX of no XML', 'DOCUMENT_DAMAGED', zipSync({ 'word/document.xml': latin1('PNG') }), /as DOCX/],
    ['a PDF that was cut', 'DOCUMENT_DAMAGED', readFileSync(PDF).subarray(0, 9000), /as PDF/],
    ['a PDF that is none', 'DOCUMENT_DAMAGED', latin1('%PDF-1.7\nnothing'), /as PDF/],
  ])('refuses %s', async (_, code, bytes, message) => {
    await expect(readDocument(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('goes through a page with a script of a megabyte, and one of very deep nesting', async () => {
    const page = (inner: string) => new TextEncoder().encode(`<html><body>${inner}<p>支持企业。</p></body></html>`)
    expect(await readDocument(page(`<script>${'if (a < b) "，。"; '.repeat(6e4)}</script>`))).toBe('支持企业。')
    await expect(readDocument(page('<div>'.repeat(2e4)))).rejects.toMatchObject({ code: 'DOCUMENT_DAMAGED' })
  })
})
