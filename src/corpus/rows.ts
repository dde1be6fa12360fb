import { ZhengceError } from '../errors.js'

/** Objects of a file of JSON lines, one a line; blank lines are passed over. @throws ROW_MALFORMED with the line */
export function parseRows<Row>(text: string, name: string): Row[] {
  return text.split('\n').flatMap((line, i) => {
    if (!line.trim()) return []
    try {
      return [JSON.parse(line) as Row]
    } catch (cause) {
      throw new ZhengceError('ROW_MALFORMED', `${name}:${i + 1}: the line is no JSON.`, { cause })
    }
  })
}
