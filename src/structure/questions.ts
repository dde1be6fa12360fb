import type { Source } from '../types.js'
import { describe, type Line } from './lines.js'
import { asksBackground } from './press.js'
import type { Page } from './runs.js'

const TURN = /(?:^|(?<=[。？！?!”）)]\s{0,4}))(?:问|答)\s?[：:]/g
const ANSWERS = '答'
const QUESTION = /^问\s?[：:]/
const ANSWER = /^答\s?[：:]/

/**
 * Replies to the press: puts each question and answer on a line of its own, and sets aside what answers a question for backgrounds or aims.
 * Texts without 问： and 答： come back as they are.
 */
export function splitReplies(source: Page, lines: readonly Line[]): readonly Line[] {
  if (!source.replies) return lines
  const { folded } = source
  let next = lines.length > 0 ? folded.indexOf(ANSWERS, lines[0].start) : -1
  if (next < 0 || next >= lines[lines.length - 1].end) return lines
  let background = false
  return lines.flatMap(line => {
    if (line.kind !== 'text' && line.kind !== 'bare') return [line]
    if (next >= 0 && next < line.start) next = folded.indexOf(ANSWERS, line.start)
    const replies = next >= 0 && next < line.end
    return (replies ? turns(source, line) : [line]).map(turn => {
      const text = folded.slice(turn.start, Math.min(turn.end, turn.start + 80))
      const asks = QUESTION.test(text)
      if (asks) background = asksBackground(/^[^。？?]*/.exec(text)?.[0] ?? '')
      return asks || (background && ANSWER.test(text)) ? { ...turn, kind: 'note' as const } : turn
    })
  })
}

function turns(source: Source, line: Line): Line[] {
  const text = source.folded.slice(line.start, line.end)
  const starts = [...text.matchAll(TURN)].map(match => line.start + match.index).filter(start => start > line.start)
  if (starts.length === 0) return [line]
  const bounds = [line.start, ...starts, line.end]
  return bounds.slice(0, -1).map((start, index) => describe(source, start, bounds[index + 1]))
}
