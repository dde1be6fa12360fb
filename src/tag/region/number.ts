import type { PlaceIndex } from './index.js'
import type { Place } from './place.js'

/** Beijing, Tianjin, Shanghai, Chongqing: their districts stand below them at once. */
const MUNICIPALITIES: ReadonlySet<number> = new Set([110000, 120000, 310000, 500000])

/**
 * Places whose organs may have given a document number, by the letters that it begins with: 沪府发 Shanghai, 穗埔府规 Huangpu in Guangzhou,
 * 深龙华府规 Longhua in Shenzhen, 柳政规 Liuzhou or Liuhe. Those that the table has the sign of go first, the higher before the lower.
 */
export function placesOfNumber(letters: string, index: PlaceIndex): readonly Place[] {
  const [sign = ''] = letters
  const outer = index.short(sign)
  const inner = outer && districtOfNumber(letters, outer, index)
  if (inner) return [inner]
  return [...new Set([...index.shorts(sign), ...index.beginning(sign)])]
}

/** The second letter of a province is its organ's (粤农), never a district's. */
function districtOfNumber(letters: string, outer: Place, index: PlaceIndex): Place | undefined {
  if (outer.level === 'province' && !MUNICIPALITIES.has(outer.home)) return undefined
  const inside = index.inside(outer.home).filter(({ level }) => level === 'county')
  const whole = inside.find(({ stem }) => stem === letters.slice(1, 3))
  if (whole || !/^.[^府政委办][府政委办]/.test(letters)) return whole
  const [sign] = letters.slice(1)
  const signed = inside.filter(({ stem }) => stem.includes(sign!))
  const first = signed.filter(({ stem }) => stem.startsWith(sign!))
  return signed.length === 1 ? signed[0] : first.length === 1 ? first[0] : undefined
}
