import { checkDoc } from '../guards.js'
import type { Doc, Entity } from '../types.js'

const LINE_BREAK = /[\r\n]/

/**
 * Words in columns for training and comparing taggers: word, start, end, BIO tag; tab separated, an empty line after each line of the text.
 * Where a document is mentioned a second tag follows on every line, since other mentions lie inside it.
 * Blanks are left out. A word that an entity cuts is cut there too, so that the tags give the entities back exactly.
 */
export function toConll(doc: Doc): string {
  checkDoc(doc, ['entities', 'tokens'])
  const documents = doc.entities.filter(({ type }) => type === 'document')
  const layers = [new Layer(documents.length > 0 ? doc.entities.filter(({ type }) => type !== 'document') : doc.entities)]
  if (documents.length > 0) layers.push(new Layer(documents))
  let lines = ''
  for (const token of doc.tokens) {
    if (!token.text.trim()) {
      if (LINE_BREAK.test(token.text) && lines && !lines.endsWith('\n\n')) lines += '\n'
      continue
    }
    for (let start = token.start; start < token.end; ) {
      const end = Math.min(token.end, ...layers.map(layer => layer.pieceEnd(start)))
      lines += `${doc.text.slice(start, end)}\t${start}\t${end}\t${layers.map(layer => layer.tagAt(start)).join('\t')}\n`
      start = end
    }
  }
  return lines
}

/** Entities that do not overlap, asked from left to right. */
class Layer {
  private next = 0

  constructor(private readonly entities: readonly Entity[]) {}

  /** Where the piece that starts at `start` must end because an entity ends or begins. */
  pieceEnd(start: number): number {
    const entity = this.reach(start)
    if (!entity) return Number.POSITIVE_INFINITY
    return start < entity.start ? entity.start : entity.end
  }

  tagAt(start: number): string {
    const entity = this.reach(start)
    if (!entity || start < entity.start) return 'O'
    return `${start === entity.start ? 'B' : 'I'}-${entity.type}`
  }

  private reach(start: number): Entity | undefined {
    while (this.next < this.entities.length && this.entities[this.next]!.end <= start) this.next++
    return this.entities[this.next]
  }
}
