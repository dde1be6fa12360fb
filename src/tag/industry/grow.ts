import type { Source } from '../../types.js'
import type { Name } from './names.js'
import { INSTITUTIONS, NAME_ENDINGS, NOT_ENDINGS, NOT_INSTITUTIONS } from './words.js'

/** A name with what the text adds to it. */
export interface Grown extends Name {
  /** Whether a part of the span is not in the tables. */
  grown: boolean
}

/** Where the name ends once 产业, 业 or 制造业 behind it are taken in. */
export function endOf(folded: string, end: number): number {
  const ending = NAME_ENDINGS.at(folded, end)
  if (ending === undefined || NOT_ENDINGS.at(folded, end) !== undefined) return end
  return end + ending.length
}

/** Whether the word behind the name makes it a kind of institution or of people. */
export const namesInstitution = (folded: string, end: number): boolean =>
  INSTITUTIONS.at(folded, end) !== undefined && NOT_INSTITUTIONS.at(folded, end) === undefined

/** A technology stands for all that is built on it: 人工智能|大模型 is 人工智能. */
const isTechnology = (name: Name): boolean => name.row.marks?.includes('technology') ?? false

/** Joins names that are written as one word (医疗|康养), adds endings, and drops kinds of institutions. */
export function growNames(names: readonly Name[], { folded }: Source): Grown[] {
  const grown: Grown[] = []
  for (let i = 0; i < names.length; i++) {
    const first = names[i]!
    let name: Grown = { ...first, grown: false }
    for (let next = names[i + 1]; next?.start === name.end; next = names[++i + 1]) {
      if (isTechnology(name)) name = { ...name, end: next.end, grown: true }
      else name = { ...compound(name, next), grown: true }
    }
    const stem = isTechnology(first) ? first.end : name.end
    if (namesInstitution(folded, name.end)) continue
    const end = endOf(folded, stem)
    if (end !== stem && namesInstitution(folded, end)) continue
    grown.push({ ...name, end, grown: name.grown || end !== stem })
  }
  return grown
}

/** The last part says what kind of sector it is (商业|零售); if either part is a sector anywhere, the whole is. */
function compound(first: Name, second: Name): Name {
  const { use, ...row } = second.row
  return { start: first.start, end: second.end, row: first.row.use === undefined || use === undefined ? row : second.row }
}
