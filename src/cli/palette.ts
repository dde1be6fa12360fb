import pc from 'picocolors'
import type { Palette } from '../output/text.js'
import { type Io, wantsColour } from './io.js'

/** Colours for a terminal; none in a pipe, in a file or under NO_COLOR. */
export function paletteFor(io: Io, toTerminal: boolean): Palette {
  const colours = pc.createColors(wantsColour(io.env, toTerminal))
  const ofType = { region: colours.blue, agency: colours.magenta, industry: colours.green, money: colours.yellow }
  return {
    title: colours.bold,
    label: colours.cyan,
    faint: colours.dim,
    entity: (type, text) => ofType[type](text),
  }
}
