/** What the elements of one kind of markup mean. */
export interface Markup {
  /** Elements that show nothing, or nothing of the document. */
  unseen: ReadonlySet<string>
  /** Elements that stand on lines of their own. */
  blocks: ReadonlySet<string>
  /** Elements whose text is shown; left out where all text is. */
  texts?: ReadonlySet<string>
  preformatted?: string
  table: string
  row: string
  cells: ReadonlySet<string>
}

export const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const ELEMENT = 1
const TEXT = 3
/** A cell of more lines is no cell of a table but a part of the page. */
const CELL_LINES = 12

export const nameOf = (element: Element): string => element.localName.toLowerCase()
export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT
export const isText = (node: Node): boolean => node.nodeType === TEXT

/**
 * The lines that are shown: one for each block, without blanks at their ends, none that is empty. A row of a table is one line, its cells
 * separated by tabs. `leaveOut` names elements to skip beside those that are never seen.
 */
export function linesOf(root: Node, markup: Markup, leaveOut: (element: Element) => boolean = () => false): string[] {
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
  const visit = (node: Node, parent: string, preformatted: boolean): void => {
    if (isText(node) && markup.texts?.has(parent) !== false) add(node.textContent ?? '', preformatted)
    const name = isElement(node) ? nameOf(node) : parent
    if (isElement(node) && (markup.unseen.has(name) || leaveOut(node))) return
    const block = isElement(node) && markup.blocks.has(name)
    if (block) end()
    const row = block && name === markup.row ? rowLine(node, markup, leaveOut) : undefined
    if (row) lines.push(...row)
    else for (const child of node.childNodes) visit(child, name, preformatted || name === markup.preformatted)
    if (block) end()
  }
  visit(root, '', false)
  end()
  return lines
}

/** A row as one line; undefined for a row that lays out a page: of one cell, of tables, or of long columns. */
function rowLine(row: Element, markup: Markup, leaveOut: (element: Element) => boolean): string[] | undefined {
  const cells = [...row.children].filter(cell => markup.cells.has(nameOf(cell)))
  if (cells.length < 2 || row.getElementsByTagName(markup.table).length > 0) return undefined
  const contents = cells.map(cell => linesOf(cell, markup, leaveOut))
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
