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
  const phrases = [isCompound, isClause, isCounted, isSpan, isDetermined, isDeputy, isOrgan, isName]
  return words.filter(word => !phrases.some(isPhrase => isPhrase(word, isWord)))
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
const BEFORE = new Set('由应未本各近按相无经为对从将其该与和并可已需再均不新')
const BEHIND = new Set('内中后前难给商和等近计的时')

/** 由+医保, 期限+内. */
function isClause({ key, frequency }: JiebaWord, isWord: IsWord): boolean {
  if (key.length !== 3 || frequency >= RARE_CLAUSE) return false
  const grewBefore = BEFORE.has(key[0]!) && isWord(key.slice(1), COMMON_PART * 2)
  return grewBefore || (BEHIND.has(key[2]!) && isWord(key.slice(0, 2), COMMON_PART * 2))
}

const NUMBER_AND_UNIT =
  /^(?:余|[第数几上]?[二三四五六七八九十百千万亿两多]|第一|一[十百千万亿])[一二三四五六七八九十百千万亿零两多]*余?[^〇零一二三四五六七八九十百千万亿两余多]+$/
/** Words that only begin like a number, and months. */
const NO_COUNT = /月$|^(十分|千[克米瓦卡伏帕赫]|四[周处方面下]|三面|万岁|多[种次年样少么余数方半位重元]|百年)$/

/** 第十三+条, 两+个, 万+元, 余+家, 一千+名; what begins with 一 alone stays whole. */
const isCounted = ({ key, tag }: JiebaWord): boolean =>
  (tag === 'm' || (tag === 'mq' && !key.includes('分之'))) && NUMBER_AND_UNIT.test(key) && !NO_COUNT.test(key)

const SPAN = /^[二三四五六七八九十两]+(?:[年日天周季时晚夜期节代]|个月|星期|年期|月八)$/

/** Spans of time, which jieba counts among the dates: 五+年, 七+日. */
const isSpan = ({ key, tag }: JiebaWord): boolean => tag === 't' && SPAN.test(key)

const DETERMINER = /^[各该这此某每]/
/** What the standard keeps whole. */
const DETERMINED = new Set(
  (
    '各个 各自 各类 各级 各界 各种 各地 各方 各式 各异 各色 各别 各半 各处 该当 这个 这些 这种 这样 这么 这里 这儿 这边 这时 这次 这会儿 ' +
    '此外 此次 此前 此后 此时 此处 此间 此刻 此致 此地 此岸 某个 某些 某种 某某 某人 每年 每月 每日 每天 每周 每人 每个 每次 每每 每当 每逢 每晚 每时'
  ).split(' '),
)
const LONGEST_DETERMINED = 3

/** 各+县区, 该+项, 每+平方米. */
const isDetermined = ({ key }: JiebaWord): boolean => {
  const isShort = key.length > 1 && (key.length <= LONGEST_DETERMINED || /^每(?:平方米|[一千百])/.test(key))
  return isShort && DETERMINER.test(key) && !DETERMINED.has(key)
}

/** 副+市长. */
const isDeputy = ({ key }: JiebaWord, isWord: IsWord): boolean => /^副.+(?:[长理记席]|主任)$/.test(key) && isWord(key.slice(1), 1)

const ORGAN = /^(?:国家|省|市|县|区)(..+[局厅委署办])$/
const GOVERNMENT = /^..+[省市县区](?:人民)?政府$/

/** 国家+统计局, 省+公安厅, 湖北省+人民政府. */
const isOrgan = ({ key }: JiebaWord, isWord: IsWord): boolean => {
  const organ = ORGAN.exec(key)?.[1]
  return GOVERNMENT.test(key) || (organ !== undefined && isWord(organ, 1))
}

const RARE_NAME = 20

/** Full names of persons, which the standard cuts after the surname; rare ones only, since the tag also lies on common words. */
const isName = ({ key, frequency, tag }: JiebaWord): boolean => tag === 'nr' && key.length === 3 && frequency < RARE_NAME
