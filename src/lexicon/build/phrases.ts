/** A word of jieba's dictionary; the key is folded. */
export interface JiebaWord {
  key: string
  frequency: number
  tag: string
}

/**
 * jieba's dictionary holds many phrases that the PKU standard cuts: 公共服务, 由医保, 第十三条. Most came in with a token frequency of a few;
 * what the rules below take out by mistake, or leave in, stands in `dict/terms.tsv`.
 */
export function withoutPhrases(words: readonly JiebaWord[]): JiebaWord[] {
  const frequencies = new Map(words.map(({ key, frequency }) => [key, frequency]))
  const isWord = (key: string, least: number): boolean => (frequencies.get(key) ?? 0) >= least
  return words.filter(word => !isCompound(word, isWord) && !isClause(word, isWord) && !isCounted(word) && !isName(word))
}

type IsWord = (key: string, leastFrequency: number) => boolean

/** Compounds that are rarer than this may be taken apart; the frequent ones are words of the corpus that jieba counted. */
const RARE_COMPOUND = 60
/** Parts that are rarer than this prove nothing. */
const COMMON_PART = 40

/** 公共+服务, 国务院+办公厅: four characters or more that are words of two and more all through. */
function isCompound({ key, frequency }: JiebaWord, isWord: IsWord): boolean {
  if (key.length < 4 || frequency >= RARE_COMPOUND) return false
  for (let at = 2; at <= key.length - 2; at++) {
    if (isWord(key.slice(0, at), COMMON_PART) && isWhole(key.slice(at), isWord)) return true
  }
  return false
}

const isWhole = (rest: string, isWord: IsWord): boolean =>
  isWord(rest, COMMON_PART) || isCompound({ key: rest, frequency: 0, tag: '' }, isWord)

const RARE_CLAUSE = 80
/** Function words that jieba has grown onto words, before and behind. */
const BEFORE = new Set('由应未本各近按相无经为对从将其该与和并可已需再均不')
const BEHIND = new Set('内中后前难给商和等近计的时')

/** 由+医保, 期限+内. */
function isClause({ key, frequency }: JiebaWord, isWord: IsWord): boolean {
  if (key.length !== 3 || frequency >= RARE_CLAUSE) return false
  const grewBefore = BEFORE.has(key[0]!) && isWord(key.slice(1), COMMON_PART * 2)
  return grewBefore || (BEHIND.has(key[2]!) && isWord(key.slice(0, 2), COMMON_PART * 2))
}

const NUMBER_AND_UNIT = /^[第数几上]?[二三四五六七八九十百千万亿两多]+余?[^〇零一二三四五六七八九十百千万亿两余多]+$/
/** Words that only begin like a number, and months. */
const NO_COUNT = /月$|^(十分|千[克米瓦卡伏帕赫]|四[周处方面下]|三面|万岁|多[种次年样少么余数方半位重元]|百年)$/

/** 第十三+条, 两+个, 万+元; what begins with 一 stays whole. */
const isCounted = ({ key, tag }: JiebaWord): boolean =>
  (tag === 'm' || (tag === 'mq' && !key.includes('分之'))) && (NUMBER_AND_UNIT.test(key) || /^第一./.test(key)) && !NO_COUNT.test(key)

const RARE_NAME = 20

/** Full names of persons, which the standard cuts after the surname; rare ones only, since the tag also lies on common words. */
const isName = ({ key, frequency, tag }: JiebaWord): boolean => tag === 'nr' && key.length === 3 && frequency < RARE_NAME
