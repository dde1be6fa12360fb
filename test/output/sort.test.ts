import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { toHtml } from '../../src/output/html.js'
import { SAMPLE } from '../support/sample.js'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const ARGUMENTS =
  '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync'

it.skipIf(!existsSync(executablePath))(
  'provisions sort by a click or a key, documents apart and empty cells last',
  async () => {
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS.split(' ') })
    try {
      const page = await browser.newPage()
      await page.setContent(toHtml(['a', 'b'].map(source => ({ source, ...SAMPLE }))))
      const column = (index: number) =>
        page.$$eval('#provisions tr[data-row]', (rows, at) => rows.map(row => (row as HTMLTableRowElement).cells[at]!.textContent), index)
      const amounts = ['3000元–5000元', '≤ 200万元', '≤ 1000万元'].map(text => (text.startsWith('3') ? `累计 ${text}` : text))
      const head = page.locator('#provisions th', { hasText: '金额' })
      await head.locator('button').click()
      expect(await column(1)).toEqual([...amounts, ...amounts])
      expect(await head.getAttribute('aria-sort')).toBe('ascending')
      await head.locator('button').focus()
      await page.keyboard.press('Enter')
      const falling = [...amounts].reverse()
      expect(await column(1)).toEqual([...falling, ...falling])
      await page.locator('#provisions th button', { hasText: '比例' }).click()
      expect(await head.getAttribute('aria-sort')).toBeNull()
      expect((await column(2)).slice(0, 3)).toEqual(['研发费用的10%', '', ''])
      expect(await page.$$eval('#provisions tbody', bodies => bodies.map(body => body.querySelector('tr')!.textContent))).toEqual([
        'a',
        'b',
      ])
    } finally {
      await browser.close()
    }
  },
  60_000,
)
