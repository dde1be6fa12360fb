import { HAN, hasClass, NUMERAL, SURNAME } from '../chars.js'

/** Single characters that stand behind a surname's character without being part of a name: 周 设 为, 黄 茶 等, 唐 卡 手. */
const NO_NAME = new Set(
  Array.from('的在和与及等为后前将是对按由设路街市县区镇村县省项防界茶卡屋语年月日', character => character.charCodeAt(0)),
)

/** Whether two characters that the route left single are the given name of the surname before them: 张 少 春 is 张 少春. */
export const isGivenName = (codes: Uint16Array, start: number): boolean =>
  hasClass(codes, start - 1, SURNAME) && canName(codes, start) && canName(codes, start + 1)

const canName = (codes: Uint16Array, at: number): boolean =>
  hasClass(codes, at, HAN) && !hasClass(codes, at, NUMERAL) && !NO_NAME.has(codes[at]!)
