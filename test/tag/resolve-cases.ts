import { readFileSync } from 'node:fs'
import { createSegmenter } from '../../src/segment/segmenter.js'
import { structure } from '../../src/structure/structure.js'
import { tag } from '../../src/tag/tag.js'
import type { AgencyEntity, EntityType, RegionEntity, Tagged } from '../../src/types.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

const segmenter = createSegmenter(lexicon)

/** A text as the pipeline gives it to the tag stage, tagged. */
export function tagText(text: string): Tagged {
  const source = sourceOf(text)
  return tag({ ...structure(source), tokens: segmenter.segment(source) }, source, lexicon)
}

/** What a mark says of a mention: [江苏=320000]. */
export interface Mark {
  start: number
  end: number
  text: string
  value: string
}

/** A line of a case table: `[surface=value]` marks a mention, ⏎ a line break. */
export function readCase(line: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let text = ''
  for (const part of line.replaceAll('⏎', '\n').split(/(\[[^\]=]+=[^\]]*\])/)) {
    const mark = /^\[([^=]+)=(.*)\]$/.exec(part)
    if (mark) marks.push({ start: text.length, end: text.length + mark[1]!.length, text: mark[1]!, value: mark[2]! })
    text += mark ? mark[1] : part
  }
  return { text, marks }
}

/** The lines of a case table under their `#` headings. */
export function readCases(file: string): { heading: string; line: string }[] {
  let heading = ''
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .flatMap(line => {
      if (line.startsWith('#')) heading = line.slice(1).trim()
      return line === '' || line.startsWith('#') ? [] : [{ heading, line }]
    })
}

/** The text again with what was found marked as in the table, so that a failed case shows both readings below each other. */
export function markFound(text: string, type: EntityType, value: (entity: RegionEntity & AgencyEntity) => string): string {
  let marked = ''
  let at = 0
  for (const entity of tagText(text).entities) {
    if (entity.type !== type) continue
    marked += `${text.slice(at, entity.start)}[${entity.text}=${value(entity as RegionEntity & AgencyEntity)}]`
    at = entity.end
  }
  return (marked + text.slice(at)).replaceAll('\n', '⏎')
}
