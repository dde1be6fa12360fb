import { ZhengceError } from '../../errors.js'
import { isElement, isText, linesOf, type Markup, nameOf, namesOf } from './lines.js'

const HTML: Markup = {
  unseen: namesOf('head script style noscript template nav footer aside iframe object select option button textarea svg audio video'),
  blocks: namesOf(
    'address article blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
      'hr html li main ol p pre section table tbody td tfoot th thead tr ul',
  ),
  preformatted: 'pre',
  table: 'table',
  row: 'tr',
  cells: namesOf('td th'),
}

/** Pages of the older kind write names in capitals. */
const attributeOf = (element: Element, name: string): string =>
  [...element.attributes].find(attribute => attribute.name.toLowerCase() === name)?.value ?? ''

/** The document of a page of a site: its title and its body, without menus, footers and related links. @throws DOCUMENT_WITHOUT_TEXT */
export async function readHtml(html: string, name: string): Promise<string> {
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(html)
  removeFurniture(document)
  const weights = weigh(document)
  const lines = linesOf(mainPart(document, weights), HTML, element => isMenu(element, weights.get(element)!))
  if (lines.length === 0)
    throw new ZhengceError('DOCUMENT_WITHOUT_TEXT', `${name} shows no text of its own, only links or what a script would fetch`)
  const title = titleOf(document)
  const shown = compact(lines.slice(0, TITLE_LINES).join(''))
  return (title && !shown.includes(compact(title)) ? [title, ...lines] : lines).join('\n')
}

/** Lines at the head of a body among which its title may stand. */
const TITLE_LINES = 15
/** A part with so much of the running text is the body of the page. */
const BODY_SHARE = 0.9
/** From this share of its letters on a block of links is a menu. */
const LINK_SHARE = 0.6
const MENU_LINKS = 2

/** What speaks for running text below a node: menus and footers have hardly a mark of punctuation. */
interface Weight {
  marks: number
  /** Full stops outside of links. */
  stops: number
  letters: number
  linked: number
  links: number
}

const MARKS = /[，。；,;]/g
const STOPS = /。/g
const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const compact = (text: string): string => text.replace(/\s+/g, '')

function weigh(root: Node): Map<Node, Weight> {
  const weights = new Map<Node, Weight>()
  const visit = (node: Node, linked: boolean): Weight => {
    const sum: Weight = { marks: 0, stops: 0, letters: 0, linked: 0, links: 0 }
    weights.set(node, sum)
    if (isText(node)) {
      const text = compact(node.textContent ?? '')
      sum.letters = text.length
      if (linked) sum.linked = text.length
      else Object.assign(sum, { marks: countOf(text, MARKS), stops: countOf(text, STOPS) })
    } else {
      const isLink = isElement(node) && nameOf(node) === 'a' && attributeOf(node, 'href') !== ''
      sum.links = isLink ? 1 : 0
      for (const child of node.childNodes) {
        const part = visit(child, linked || isLink)
        if (!isElement(child) || !HTML.unseen.has(nameOf(child))) for (const key of KEYS) sum[key] += part[key]
      }
    }
    return sum
  }
  visit(root, false)
  return weights
}

const KEYS = ['marks', 'stops', 'letters', 'linked', 'links'] as const

/** What sites name the parts around a document. */
const FURNITURE =
  /(?:^|[\s_-])(?:foot(?:er)?|bottom|copyright|nav|navbar|menu|crumbs?|breadcrumbs?|position|location|sidebar|share|related)(?:$|[\s_-])/i
/** A part with so much of the running text is no furniture, whatever its name. */
const BODY_LIKE = 0.5

function removeFurniture(document: Document): void {
  const weights = weigh(document)
  const limit = BODY_LIKE * weights.get(document)!.marks
  if (limit === 0) return
  for (const [node, { marks }] of weights)
    if (isElement(node) && marks <= limit && FURNITURE.test(`${attributeOf(node, 'id')} ${attributeOf(node, 'class')}`)) node.remove()
}

/** Paragraphs of links are kept: they list attachments or the documents that a text builds on. */
const isMenu = (element: Element, { links, marks, linked, letters }: Weight): boolean =>
  links >= MENU_LINKS && marks <= 1 && linked >= LINK_SHARE * letters && nameOf(element) !== 'p'

/**
 * The innermost part that holds nearly all running text of the page. No way leads into a paragraph, nor past
 * paragraphs beside the part: the opening or the signature of a notice often stands outside of the block that holds the rest.
 */
function mainPart(root: Node, weights: ReadonlyMap<Node, Weight>): Node {
  const all = weights.get(root)!.marks
  let part = root
  while (true) {
    const inner: Element | undefined = [...part.childNodes]
      .filter(isElement)
      .find(child => mayHoldBody(child) && weights.get(child)!.marks >= BODY_SHARE * all)
    if (!inner || all === 0 || standsInText(inner, weights)) return part
    part = inner
  }
}

const mayHoldBody = (element: Element): boolean =>
  !/^(?:p|h\d|li|pre|dd)$/.test(nameOf(element)) && element.querySelector('p,div,section,table,ul,ol,pre,br') !== null

/** Whether paragraphs stand beside the element, or a sentence before it. */
function standsInText(element: Element, weights: ReadonlyMap<Node, Weight>): boolean {
  const siblings = [...element.parentNode!.childNodes]
  const before = siblings.slice(0, siblings.indexOf(element))
  const isParagraph = (node: Node) => isElement(node) && nameOf(node) === 'p' && weights.get(node)!.linked < weights.get(node)!.letters
  return before.some(node => weights.get(node)!.stops > 0) || siblings.some(isParagraph)
}

/** The title by the standard of government sites (`ArticleTitle`), else the main heading, else that of the window if the page shows it too. */
function titleOf(document: Document): string {
  const named = [...document.querySelectorAll('meta')].find(meta => attributeOf(meta, 'name').toLowerCase() === 'articletitle')
  const heading = document.querySelector('h1')
  const title = (named && oneLine(attributeOf(named, 'content'))) || (heading && linesOf(heading, HTML).join(''))
  if (title) return title
  const window = oneLine(document.querySelector('title')?.textContent ?? '')
    .split(/[_|]|-(?=\D)|—/)[0]!
    .trim()
  const body = document.querySelector('body')
  return window.length > 4 && body && compact(linesOf(body, HTML).join('')).includes(compact(window)) ? window : ''
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
