import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../src/output/html/escape.js'
import { SCRIPT } from '../../src/output/html/script.js'
import { toHtml } from '../../src/output/html.js'
import { docOf } from '../support/marked.js'
import { NAMES, SAMPLE } from '../support/sample.js'

const page = toHtml([{ source: 'sample.txt', ...SAMPLE }], { names: NAMES })

describe('toHtml', () => {
  it('marks every entity once, with what it resolves to', () => {
    expect([...page.matchAll(/<mark class="\w+" id="d0e\d+"/g)]).toHaveLength(SAMPLE.entities.length)
    expect(page).toContain('title="机构 · 广州市发展和改革委员会 · 440100">广州市发改委</mark>')
    expect(page).toContain('title="金额 · ≤ 200万元 · 支持 · 研发费用的10% · 每家企业">200万元</mark>')
  })

  it('links each provision to its place in the text', () => {
    const links = [...page.matchAll(/<a href="#([^"]+)"/g)].map(match => match[1])
    expect(links).toEqual(['d0e3', 'd0m0', 'd0e5', 'd0m1', 'd0e7', 'd0m2'])
    for (const id of links) expect(page.split(` id="${id}"`), id).toHaveLength(2)
  })

  it('offers the classes that occur, with how many measures bear them', () => {
    expect(page).toContain('<option value="fiscal-subsidy">财政奖补 2</option>')
    expect(page).toContain('<option value="finance-support">金融支持 2</option>')
    expect(page).toContain('data-instrument="fiscal-subsidy finance-support" data-domain="sci-tech"')
  })

  it('keeps the whole text, titles once', () => {
    const shown = page
      .slice(page.indexOf('<main>'), page.indexOf('</main>'))
      .replace(/<details.*?<\/details>|<p class="(?:facts|source|classes)">.*?<\/p>|<[^>]*>/gs, '')
    expect(shown.replace(/\s/g, '')).toBe(SAMPLE.text.replace(/\s/g, ''))
  })

  it('refers to nothing outside itself and allows only its own style and script', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!
    for (const tag of ['style', 'script']) {
      const inline = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)![1]!
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(inline).digest('base64')}'`)
    }
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toContain('unsafe')
    expect(page).not.toMatch(/https?:|\ssrc=|<link|\sstyle=|\son[a-z]+=/)
  })

  it('keeps the ids of several documents apart', () => {
    const both = toHtml([
      { source: 'a', ...SAMPLE },
      { source: 'b', ...SAMPLE },
    ])
    const ids = [...both.matchAll(/ id="([^"]+)"/g)].map(match => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(both).toContain('<h1>2 份政策文本</h1>')
    expect(both).toContain('<th colspan="7" scope="rowgroup"><a href="#d1">b</a></th>')
  })

  it('renders no document and an empty one', () => {
    for (const records of [[], [{ source: 'empty', ...docOf('') }]]) expect(toHtml(records)).toContain('文中没有给出支持标准')
  })
})

describe('hostile text', () => {
  const attack = `</p><script>alert(1)</script>"'><img src=x onerror=alert(1)>&lt;`
  const field = attack.replace(/;/g, '')
  const hostile = docOf(
    `⟦A⟧${attack}\u202e\u2066⟦M⟧${attack}{{${attack}|money|bound=max;high=5;role=support;per=${field};base=${field};rate=0.1}}{{x|region|name=${field};adcode=${field}}}⟦/M⟧⟦/A⟧`,
  )
  for (const measure of hostile.measures) {
    measure.heading = attack
    for (const label of [measure.instrument, measure.domain]) {
      label.label = attack
      label.secondary = [attack]
      label.evidence = [{ start: 0, end: 1, text: attack, rule: attack, leaf: attack, weight: 1 }]
    }
  }
  for (const article of hostile.articles) Object.assign(article, { section: attack, issuer: attack, documentNumber: attack, date: attack })
  const shown = toHtml([{ source: attack, ...hostile }], { title: attack })

  it('opens no element and closes no attribute', () => {
    expect(shown.match(/<script/g)).toHaveLength(1)
    expect(shown).not.toMatch(/<img|<\/p><script|&lt;&lt;/)
    expect(shown.split(SCRIPT)).toHaveLength(2)
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img')
    expect(shown.replace(/"[^"]*"/g, '""')).not.toMatch(/<[a-z][^>]*\son[a-z]+=/)
  })

  it('makes direction marks, controls and lone surrogates visible', () => {
    expect(shown).not.toMatch(/[\u202e\u2066]/)
    expect(shown).toContain('⟨U+202E⟩⟨U+2066⟩')
    expect(escapeHtml('\0\u001b\ud800a\ud83d\ude00')).toBe('⟨U+0000⟩⟨U+001B⟩⟨U+D800⟩a😀')
  })
})
