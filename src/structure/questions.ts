import type { Source } from '../types.js'
import { describe, type Line } from './lines.js'
import { asksBackground } from './press.js'

const TURN = /(?:^|(?<=[。？！?!”）)]\s{0,4}))(?:问|答)\s?[：:]/g
const ANSWERS = '答'
const QUESTION = /^问\s?[：:]/
const ANSWER = /^答\s?[：:]/

/**
 * Replies to the press: puts each question and answer on a line of its own, and sets aside what answers a question for backgrounds or aims.
 * Texts without 问： and 答： come back as they are.
 */
export function splitReplies(source: Source, lines: readonly Line[]): Line[] {
  const { folded } = source
  let background = false
  let next = folded.indexOf(ANSWERS)
  if (next < 0) return [...lines]
  return lines.flatMap(line => {
    if (line.kind !== 'text' && line.kind !== 'bare') return [line]
    if (next >= 0 && next < line.start) next = folded.indexOf(ANSWERS, line.start)
    const replies = next >= 0 && next < line.end
    return (replies ? turns(source, line) : [line]).map(turn => {
      const text = folded.slice(turn.start, Math.min(turn.end, turn.start + 80))
      if (QUESTION.test(text)) background = asksBackground(/^[^。？?]*/.exec(text)?.[0] ?? '')
      const aside = QUESTION.test(text) || (background && ANSWER.test(text))
      return aside ? { ...turn, kind: 'note' as const } : turn
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
