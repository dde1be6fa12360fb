import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../src/', import.meta.url))

/** Lowest first; the rooms of one row do not know each other. What is not named belongs to a room by its folder. */
const LAYERS: readonly (readonly string[])[] = [
  ['types', 'errors'],
  ['span', 'guards', 'text', 'lexicon', 'options'],
  ['structure', 'segment', 'tag', 'provision', 'classify', 'output'],
  ['pipeline', 'load'],
  ['tagger', 'train'],
  ['corpus'],
  ['index', 'build'],
  ['cli'],
]
/** Rooms of one row that may still use one another, as they are one layer of plain helpers. */
const OPEN_ROW = 1

const files = (function list(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? list(path) : /(?<!\.d)\.ts$/.test(name) ? [path] : []
  })
})(root)

const roomOf = (path: string): string => relative(root, path).split(/[/\\]/)[0]!.replace(/\.ts$/, '')
const layerOf = (room: string): number => LAYERS.findIndex(rooms => rooms.includes(room))

interface Import {
  from: string
  to: string
}

const imports: Import[] = files.flatMap(from =>
  [...readFileSync(from, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g)].map(([, path]) => ({
    from,
    to: `${join(dirname(from), path!)}.ts`,
  })),
)

describe('layers', () => {
  it('has a place for every room', () => {
    expect(files.map(roomOf).filter(room => layerOf(room) < 0)).toEqual([])
  })

  it('imports only downward, and never from a sibling', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [a, b] = [roomOf(from), roomOf(to)]
      if (a === b) return false
      const [up, down] = [layerOf(a), layerOf(b)]
      return down > up || (down === up && up !== OPEN_ROW)
    })
    expect(wrong.map(({ from, to }) => `${relative(root, from)} → ${relative(root, to)}`)).toEqual([])
  })

  it('has no circles', () => {
    const next = new Map<string, string[]>()
    for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, trail: string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].map(path => relative(root, path)).join(' → '))
      if (done.has(file) || trail.includes(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...trail, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('keeps files short', () => {
    const long = files.filter(file => readFileSync(file, 'utf8').split('\n').length > 300)
    expect(long.map(file => relative(root, file))).toEqual([])
  })
})
