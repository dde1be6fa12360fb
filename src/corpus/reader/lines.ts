/** Elements that show nothing, or nothing of the document. */
const UNSEEN = new Set(
  'head script style noscript template nav footer aside iframe object select option button textarea svg audio video'.split(' '),
)
const BLOCKS = new Set(
  (
    'address article blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hr html li main ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const ELEMENT = 1
const TEXT = 3
/** A cell of more lines is no cell of a table but a part of the page. */
const CELL_LINES = 12

export const nameOf = (element: Element): string => element.localName.toLowerCase()
/** Pages of the older kind write names in capitals. */
export const attributeOf = (element: Element, name: string): string =>
  [...element.attributes].find(attribute => attribute.name.toLowerCase() === name)?.value ?? ''
export const isUnseen = (element: Element): boolean => UNSEEN.has(nameOf(element))
export const isBlock = (element: Element): boolean => BLOCKS.has(nameOf(element))
export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT
export const isText = (node: Node): boolean => node.nodeType === TEXT

/**
 * The lines that a browser would show: one for each block, without blanks at their ends, none that is empty. A row of a table is one line,
 * its cells separated by tabs. `leaveOut` names elements to skip beside those that are never seen.
 */
export function linesOf(root: Node, leaveOut: (element: Element) => boolean = () => false): string[] {
  const lines: string[] = []
  let line = ''
  const end = () => {
    const text = tidy(line)
    if (text) lines.push(text)
    line = ''
  }
  const add = (text: string, preformatted: boolean) => {
    const [first, ...rest] = preformatted ? text.split('\n') : [text]
    line += first
    for (const next of rest) {
      end()
      line = next
    }
  }
  const visit = (node: Node, preformatted: boolean): void => {
    if (isText(node)) add(node.textContent ?? '', preformatted)
    if (isElement(node) && (isUnseen(node) || leaveOut(node))) return
    const block = isElement(node) && isBlock(node)
    if (block) end()
    const row = block && nameOf(node) === 'tr' ? rowLine(node, leaveOut) : undefined
    if (row) lines.push(...row)
    else for (const child of node.childNodes) visit(child, preformatted || (block && nameOf(node) === 'pre'))
    if (block) end()
  }
  visit(root, false)
  end()
  return lines
}

/** A row as one line; undefined for a row that lays out a page: of one cell, of tables, or of long columns. */
function rowLine(row: Element, leaveOut: (element: Element) => boolean): string[] | undefined {
  const cells = [...row.children].filter(cell => nameOf(cell) === 'td' || nameOf(cell) === 'th')
  if (cells.length < 2 || row.querySelector('table')) return undefined
  const contents = cells.map(cell => linesOf(cell, leaveOut))
  if (contents.some(lines => lines.length > CELL_LINES)) return undefined
  const line = contents.map(lines => lines.join(' ')).join('\t')
  return line.trim() ? [line] : []
}

const HAN = '[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]'
const BREAK_IN_HAN = new RegExp(`(?<=${HAN})[ \\t]?[\\r\\n]\\s*(?=${HAN})`, 'g')

/** Line breaks of the source between Chinese characters part nothing, others are blanks. */
const tidy = (text: string): string =>
  text
    .trim()
    .replace(BREAK_IN_HAN, '')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
