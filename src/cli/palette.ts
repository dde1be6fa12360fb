import pc from 'picocolors'
import type { Palette } from '../output/text.js'
import type { EntityType } from '../types.js'
import { type Io, wantsColour } from './io.js'

/** Colours for a terminal; none in a pipe, in a file or under NO_COLOR. */
export function paletteFor(io: Io, toTerminal: boolean): Palette {
  const colours = pc.createColors(wantsColour(io.env, toTerminal))
  const ofType: Partial<Record<EntityType, (text: string) => string>> = {
    region: colours.blue,
    agency: colours.magenta,
    industry: colours.green,
    money: colours.yellow,
    document: colours.underline,
  }
  return {
    title: colours.bold,
    label: colours.cyan,
    faint: colours.dim,
    // figures and times in one colour: they seldom stand for one another
    entity: (type, text) => (ofType[type] ?? colours.cyan)(text),
  }
}
