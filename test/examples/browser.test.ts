import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const root = fileURLToPath(new URL('../../examples/browser', import.meta.url))
const isReady = existsSync(executablePath) && existsSync(fileURLToPath(new URL('../../dist/index.js', import.meta.url)))
if (!isReady) console.warn(`The browser example is not tried: it needs ${executablePath} (or the path in CHROMIUM) and a built package.`)

const ARGUMENTS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

const folder = mkdtempSync(join(tmpdir(), 'browser-'))
let server: Server
let browser: Browser

beforeAll(async () => {
  if (!isReady) return
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  server = createServer((request, response) => {
    const path = join(folder, request.url === '/' ? 'index.html' : new URL(request.url!, 'http://localhost').pathname)
    if (!existsSync(path)) return void response.writeHead(404).end()
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(path))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch({ executablePath, args: ARGUMENTS.split(' ') })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true })
})

it.skipIf(!isReady)('segments and annotates in a page that a bundler built', { timeout: 60_000 }, async () => {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('response', response => response.status() >= 400 && !response.url().endsWith('favicon.ico') && faults.push(response.url()))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page
    .waitForSelector('body[data-ready]', { timeout: 30_000, state: 'attached' })
    .catch(() => faults.push('the page never became ready'))
  expect(faults).toEqual([])
  expect(await page.textContent('#words')).toContain('支持 低空经济 发展 的 若干 措施')
  expect(await page.$$eval('#entities li', items => items.map(item => item.textContent))).toEqual([
    '深圳市工业和信息化局 agency 深圳市工业和信息化局',
    '低空经济 industry 低空经济',
    '200万元 money 2000000',
  ])
  await page.fill('#text', '优化营商环境')
  expect(await page.textContent('#words')).toBe('优化 营商环境')
})
