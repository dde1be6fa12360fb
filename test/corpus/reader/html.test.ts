import { describe, expect, it } from 'vitest'
import { readHtml as readPage } from '../../../src/corpus/reader/html.js'

const readHtml = (html: string) => readPage(html, 'page.html')

const MENU = ['首页', '政务公开', '办事服务', '互动交流'].map(name => `<li><a href="/${name}">${name}</a></li>`).join('')
const FOOT = '<div class="footer">主办：青浦镇人民政府　地址：人民路1号，邮编：200000。未经许可，不得转载。</div>'
const page = (body: string, head = '') =>
  `<html><head>${head}</head><body><div class="nav"><ul>${MENU}</ul></div>${body}<div class="related"><a href="/1">相关解读，请看这里。</a><a href="/2">下一篇</a></div>${FOOT}</body></html>`

const ITEMS = [
  '一、支持项目落地',
  '对新引进的项目，竣工投产后，按设备投资的8%给予补助，最高100万元；属于重点产业链的，比例提高到10%。',
  '二、优化服务',
  '设立服务专窗，实行一次告知、一次办结；需要跨部门办理的，由镇经济发展办公室牵头，五个工作日内答复。',
]
const paragraphs = (lines: readonly string[]) => lines.map(line => `<p>　　${line}</p>`).join('\n')

describe('readHtml', () => {
  it.each([
    ['paragraphs in a container', `<div class="pages_content" id="UCAP-CONTENT">${paragraphs(ITEMS)}</div>`],
    ['lines parted by <br> alone, in capitals', `<DIV ID=zoom><FONT size=3>${ITEMS.join('<BR>&nbsp;&nbsp;')}</FONT></DIV>`],
    ['paragraphs that are not closed', `<div class=TRS_Editor>${ITEMS.map(line => `<p>${line}`).join('\n')}</div>`],
    ['nested spans', `<div>${ITEMS.map(line => `<p><span><span lang=EN-US>${line[0]}</span>${line.slice(1)}</span></p>`).join('')}</div>`],
    ['preformatted lines', `<div><pre>${ITEMS.join('\n')}</pre></div>`],
    ['blocks of their own for every paragraph', ITEMS.map(line => `<div>${line}</div>`).join('')],
    [
      'a table that lays out the page',
      `<table><tr><td width=180><ul>${MENU}</ul></td><td><table><tr><td>${paragraphs(ITEMS)}</td></tr></table></td></tr></table>`,
    ],
    [
      'a section for each measure',
      `<div><section>${paragraphs(ITEMS.slice(0, 2))}</section><section>${paragraphs(ITEMS.slice(2))}</section></div>`,
    ],
    ['a form around the page', `<form><div>${paragraphs(ITEMS)}</div><select><option>选择，站点。</option></select></form>`],
  ])('takes the body alone: %s', async (_, body) => {
    expect((await readHtml(page(body))).split('\n')).toEqual(ITEMS)
  })

  it('keeps short paragraphs, an opening in a block of its own and the signature', async () => {
    const opening = '<div><p>各村（居）委员会：</p><p>现将有关措施印发给你们。</p></div>'
    const rules = Array.from({ length: 30 }, (_, index) => `第${index + 1}条　禁止停车。`)
    const lines = (await readHtml(page(`<div>${opening}<div>${paragraphs(rules)}</div><p>青浦镇人民政府</p></div>`))).split('\n')
    expect(lines).toEqual([
      '各村（居）委员会：',
      '现将有关措施印发给你们。',
      ...rules.map(rule => rule.replace('　', ' ')),
      '青浦镇人民政府',
    ])
  })

  it('makes a line of each row of a table', async () => {
    const table =
      '<table><tr><th>项目</th><th>标准<br>（万元）</th></tr><tr><td><p>展会</p></td><td>20</td></tr><tr><td></td><td> </td></tr></table>'
    expect((await readHtml(page(`<div>${paragraphs(ITEMS)}${table}</div>`))).split('\n')).toEqual([
      ...ITEMS,
      '项目\t标准 （万元）',
      '展会\t20',
    ])
  })

  it('joins a line break of the source between Chinese characters, not between words', async () => {
    expect(await readHtml('<p>支持企业\n   发展，Made in\nChina</p>')).toBe('支持企业发展，Made in China')
  })

  const body = `<div>${paragraphs(ITEMS)}</div>`
  it.each([
    [
      'the title that the page declares',
      page(body, '<META NAME="articletitle" CONTENT="青浦镇若干措施"><title>门户网站</title>'),
      '青浦镇若干措施',
    ],
    ['the main heading', page(`<h1>青浦镇<br>若干措施</h1>${body}`), '青浦镇若干措施'],
    [
      'the title of the window where the page shows it',
      page(`<div class=tit>青浦镇若干措施</div>${body}`, '<title>青浦镇若干措施_青浦镇</title>'),
      '青浦镇若干措施',
    ],
  ])('begins with %s', async (_, html, title) => {
    expect((await readHtml(html)).split('\n')).toEqual([title, ...ITEMS])
  })

  it('does not take the name of the site for a title, nor say a title twice', async () => {
    expect((await readHtml(page(body, '<title>青浦镇人民政府</title>'))).split('\n')).toEqual(ITEMS)
    const twice = await readHtml(page(`<h1>青浦镇若干措施</h1><div><p>青浦镇</p><p>若干措施</p>${body}</div>`))
    expect(twice.split('\n')).toEqual(['青浦镇', '若干措施', ...ITEMS])
  })

  it.each([
    ['menus alone', `<body><ul>${MENU}</ul></body>`],
    ['what a script fills', '<html><body><div id=app></div><script>render("支持企业。")</script></body></html>'],
  ])('refuses a page of %s', async (_, html) => {
    await expect(readHtml(html)).rejects.toMatchObject({ code: 'DOCUMENT_WITHOUT_TEXT' })
  })

  it('keeps a list of attachments and links in running text', async () => {
    const links =
      '<p>按<a href="/a">《管理办法》</a>执行，详见<a href="/b">附件</a>。</p><p>附件：<a href="/x.doc">1.申请表</a> <a href="/y.doc">2.指南</a></p>'
    expect((await readHtml(page(`<div>${paragraphs(ITEMS)}${links}</div>`))).split('\n').slice(-2)).toEqual([
      '按《管理办法》执行，详见附件。',
      '附件：1.申请表 2.指南',
    ])
  })
})
