import type { Doc, Entity } from '../types.js'

const LINE_BREAK = /[\r\n]/

/**
 * Words in columns for training and comparing taggers: word, start, end, BIO tag; tab separated, an empty line after each line of the text.
 * Blanks are left out. A word that an entity cuts is cut there too, so that the tags give the entities back exactly.
 */
export function toConll(doc: Doc): string {
  let lines = ''
  let next = 0
  for (const token of doc.tokens) {
    if (!token.text.trim()) {
      if (LINE_BREAK.test(token.text) && lines && !lines.endsWith('\n\n')) lines += '\n'
      continue
    }
    for (let start = token.start; start < token.end; ) {
      while (next < doc.entities.length && doc.entities[next]!.end <= start) next++
      const entity = doc.entities[next]
      const end = Math.min(token.end, pieceEnd(start, entity))
      lines += `${doc.text.slice(start, end)}\t${start}\t${end}\t${tagAt(start, entity)}\n`
      start = end
    }
  }
  return lines
}

/** Where the piece that starts at `start` must end because `entity` ends or begins. */
function pieceEnd(start: number, entity: Entity | undefined): number {
  if (!entity) return Number.POSITIVE_INFINITY
  return start < entity.start ? entity.start : entity.end
}

function tagAt(start: number, entity: Entity | undefined): string {
  if (!entity || start < entity.start) return 'O'
  return `${start === entity.start ? 'B' : 'I'}-${entity.type}`
}
