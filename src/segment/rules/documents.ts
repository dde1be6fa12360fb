import { DIGIT, HAN, hasClass } from '../chars.js'
import type { Ends } from '../engine.js'

/** As many characters as the letters of a document number have at most. */
const LONGEST = 8
const set = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, character => character.charCodeAt(0)))
/** Characters that words of two or more are made of in such numbers: 国办, 市政, 财税, 人社. */
const ABBREVIATIONS = set(
  '国办发政府市省区县州旗委党财税科技工信经贸商农林水环住建规交运教卫健医保人社民司审统文旅体应急监药知金融证银海关外汇网数资源能规字综函投价格高法电气京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼内',
)
/** Single characters that introduce a number or stand between words. */
const OUTSIDE = set('据按照依印参考见原同以及和与的或由对在')

/**
 * The letters before the year of a document number (沪 府 发〔2024〕3号), joined backwards from the bracket at `middle`.
 * The tokens before it end at the places up to `kept` of `ends`, but for the last, `[start, middle)`; returns the new `kept`.
 */
export function joinLetters(codes: Uint16Array, ends: Ends, kept: number, start: number, middle: number): number {
  if (!isYear(codes, middle + 1) || !isPart(codes, start, middle)) return kept
  let place = kept
  let end = start
  while (place > 0) {
    const before = place > 1 ? ends[place - 2]! : 0
    if (middle - before > LONGEST || !isPart(codes, before, end)) break
    end = before
    place--
  }
  return place
}

function isPart(codes: Uint16Array, start: number, end: number): boolean {
  if (end - start > 4) return false
  for (let at = start; at < end; at++) if (!hasClass(codes, at, HAN) || (end - start > 1 && !ABBREVIATIONS.has(codes[at]!))) return false
  return !OUTSIDE.has(codes[start]!)
}

const isYear = (codes: Uint16Array, at: number): boolean =>
  hasClass(codes, at, DIGIT) && hasClass(codes, at + 3, DIGIT) && !hasClass(codes, at + 4, DIGIT)
