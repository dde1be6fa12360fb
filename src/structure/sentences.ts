import type { NoMeasure } from '../types/structure.js'
import type { Source, Span } from '../types.js'
import { BLANK, BREAK, charSet, isBreak, isDigit, readTable, SEMICOLON, STOP, skipBlanks } from './chars.js'
import { CUE, meaningOf } from './cues.js'
import { ACTION, ANNOUNCES, CALLS, CUES, DEFINES, EXPLAINS, FRAMES, GRANTS, SPIRIT, VALID, WEIGHS, WHERE, WHY } from './words.js'

/** Grants, duties and bans: an action whatever else a sentence says. */
const STRONG =
  /应(?![急用对届收付税聘纳力变激邀考声时有])|必须|不得|禁止|严禁|给予|予以|奖励\d|奖励[^。]{0,12}元|补[助贴][^。]{0,14}(?:元|%)|一次性|最高(?:不超过)?\d|罚款|责令|吊销|撤销|免征|减征|免收|减免|有权|享受(?!.{0,8}(?:条件|对象|的人员))/
/** Money and favours that a line hands out. */
const GRANT =
  /一事一议|给予|予以(?!公布|公开)|(?:奖励|奖补|嘉奖|补[助贴]|资助|贴息|扶持)[^。；]{0,14}(?:[\d一二三四五六七八九十百千万]+(?:万|亿)?元|%|％)|[\d万亿]元[^。；]{0,10}(?:奖|补|资助|支持|扶持)|一次性|最高(?:不超过)?\d|罚款|免征|减征|免收|减免|标准[^。；]{0,12}\d+(?:\.\d+)?(?:万|亿)?元/
/** 本办法所称…是指: says what a word means. */
const DEFINITION =
  /是指|(?<!联)系指|所称|所指|包括以下(?:几|[一二三四五六七八九])?类|分为以?[下\d一二三四五六七八九十].{0,16}(?:类|级|种)|用语的?(?:含义|定义)|^(?:本|该)?[^，。]{2,20}(?:分为|包括|主要有|来源包括)/
/** X是指 at the head of a sentence, whatever follows. */
const PLAIN_DEFINITION = /^[^，。；]{1,24}(?:是指|系指)/
/** Says how weighty the matter is, or what was already reached. */
const SIGNIFICANCE =
  /具有重[要大][^。；]{0,8}意义|是[^。；]{0,60}(?:重[要大](?:举措|任务|内容|途径|保障|组成部分|方面|载体)|有效措施|必然要求|迫切需要)/
const PAST = /^(?:截至|截止)|^\d{4}年[^。；]{0,60}(?:已|累计|达到了?|设立了|安排了)/
/** 到2025年，产值达到…: says where one wants to be. */
const GOAL =
  /^(?:力争)?到[^，。；]{0,12}(?:\d{4}年|世纪|时期)[^，。；]{0,6}[，,][^。；]{0,80}(?:达到?|建成|形成|实现|超过|突破|基本|显著|明显|大幅)/
/** 为了…，制定本办法: how a sentence that says why begins. */
const PURPOSE = /^(?:为|根据|按照|依据)/
/** Where and for whom a text holds. */
const SCOPE =
  /适用本(?:办法|细则|规定|条例|政策|措施|意见|通知|方案|规程|规则|法|预案)|(?:本|此|该)[^，。；]{1,16}(?:主要|仅|也|均)?适用|不适用|^适用于|参照本[^，。；]{1,10}(?:执行|施行|办理)|^本[^，。]{1,12}(?:对象|范围)(?:为|是|包括)/
/** From when, how long, in place of what. */
const VALIDITY =
  /(?:自|从)[^。；]{1,40}(?:起|之日|日)[^。；]{0,6}(?:施行|实施|执行|生效|试行)|^(?:本|此|该)[^。；]{0,40}(?:有效期|试行期|执行期|实施期|施行|废止)|(?:同时|相应|即行|予以)废止|停止执行|有效期(?:至|为|到)?[\d一二三四五]{1,4}(?:年|个月)$|执行期限|从其规定|(?:规定|政策)(?:不一致的|相抵触)|就高不重复|另行(?:规定|制定|通知|公布)$/
/** Who may explain the text. */
const INTERPRETATION = /(?:负责|进行)[^。；]{0,6}解释|解释权/
/** 遵循…原则: says in what spirit. */
const PRINCIPLE = /^[^。；]{0,40}(?:遵循|坚持|贯彻|按照|秉持|应当公开|应当遵守法律)[^。；]{0,60}(?:原则|方针)$/

/** First characters of what says what was reached, or is to be. */
const DATED = charSet('到力截')

const isQuestion = (code: number): boolean => code === 0xff1f || code === 0x3f
const ENDS = STOP | SEMICOLON | BREAK
const TABLE = CUES.table(ENDS, BLANK)
const [END, GAP] = [1, 2]

/** Reads a stretch of text sentence by sentence, a clause between semicolons being one, and notes what words each holds. */
class Sentences {
  start: number
  end: number
  cues = 0

  constructor(
    private readonly source: Source,
    from: number,
    private readonly limit: number,
  ) {
    this.start = from
    this.end = from - 1
  }

  /** Goes on to the next sentence of two characters or more; false where there is none. */
  next(): boolean {
    const { codes } = this.source
    const { limit } = this
    let start = this.end + 1
    let cues = 0
    let next = readTable(TABLE, codes, start)
    for (let i = start; i <= limit; i++) {
      const own = next
      next = readTable(TABLE, codes, i + 1)
      const classes = i === limit ? END : meaningOf(own, next)
      if (classes === 0) continue
      if (classes & CUE) cues |= CUES.at(codes, i, limit)
      else if (classes === GAP) start += i === start ? 1 : 0
      else if (i - start > 1) {
        this.start = start
        this.end = i
        this.cues = cues
        return true
      } else {
        start = i + 1
        cues = 0
      }
    }
    return false
  }

  get text(): string {
    return this.source.folded.slice(this.start, this.end)
  }

  get isDeed(): boolean {
    return (this.cues & ACTION) !== 0 && this.end - this.start >= 4 && !this.asks && !this.frames
  }

  /** Whether a question mark closes the line. */
  private get asks(): boolean {
    const { codes } = this.source
    return isQuestion(codes[this.end]) && isBreak(codes[skipBlanks(codes, this.end + 1, this.limit)])
  }

  get grants(): boolean {
    return (this.cues & GRANTS) !== 0 && GRANT.test(this.text)
  }

  /** Whether the sentence states no action of its own, whatever verbs it holds. */
  get frames(): boolean {
    return this.frame !== undefined
  }

  /** Why the sentence states no action of its own, whatever verbs it holds; undefined where it may state one. */
  get frame(): NoMeasure | undefined {
    const { cues } = this
    const first = this.source.codes[this.start]
    const dated = isDigit(first) || DATED.has(first)
    if ((cues & FRAMES) === 0 && !dated) return undefined
    const text = this.text
    if (this.fixesTime(text)) return (cues & EXPLAINS) !== 0 && INTERPRETATION.test(text) ? 'interpretation' : 'validity'
    if (this.fixesPlace(text)) return 'scope'
    if ((cues & CALLS) !== 0) return 'contact'
    if ((cues & WHY) !== 0 || ((cues & ANNOUNCES) !== 0 && PURPOSE.test(text))) return 'purpose'
    if ((cues & SPIRIT) !== 0 && PRINCIPLE.test(text)) return 'aims'
    if ((cues & DEFINES) !== 0 && PLAIN_DEFINITION.test(text)) return 'definition'
    const report = this.report(text, dated)
    return report && !STRONG.test(text) ? report : undefined
  }

  private report(text: string, dated: boolean): NoMeasure | undefined {
    const { cues } = this
    if (dated && GOAL.test(text)) return 'aims'
    if ((dated && PAST.test(text)) || ((cues & WEIGHS) !== 0 && SIGNIFICANCE.test(text))) return 'results'
    return (cues & DEFINES) !== 0 && DEFINITION.test(text) ? 'definition' : undefined
  }

  private fixesTime(text: string): boolean {
    return ((this.cues & VALID) !== 0 && VALIDITY.test(text)) || ((this.cues & EXPLAINS) !== 0 && INTERPRETATION.test(text))
  }

  private fixesPlace(text: string): boolean {
    return (this.cues & WHERE) !== 0 && SCOPE.test(text)
  }

  /** Whether the sentence fixes where, for whom or from when a text holds, and grants nothing. */
  get fixesScope(): boolean {
    if ((this.cues & (VALID | EXPLAINS | WHERE)) === 0) return false
    const text = this.text
    return this.fixesTime(text) || (this.fixesPlace(text) && !GRANT.test(text))
  }
}

/** Whether the first sentence fixes where, for whom or from when a text holds. */
export function opensScope(source: Source, { start, end }: Span): boolean {
  const sentences = new Sentences(source, start, end)
  return sentences.next() && sentences.fixesScope
}

/** Whether a text does more than define, explain and date itself. The question that a reply takes up (…？) is no statement. */
export function statesAction(source: Source, { start, end }: Span): boolean {
  const sentences = new Sentences(source, start, end)
  while (sentences.next()) if (sentences.isDeed) return true
  return false
}

/** Whether a text states an action and does not open with its own scope. */
export function actsItself(source: Source, { start, end }: Span): boolean {
  const sentences = new Sentences(source, start, end)
  if (!sentences.next() || sentences.fixesScope) return false
  do if (sentences.isDeed) return true
  while (sentences.next())
  return false
}

/** Whether the first sentence says what a word means. */
export function opensDefinition(source: Source, { start, end }: Span): boolean {
  const sentences = new Sentences(source, start, end)
  return sentences.next() && sentences.frame === 'definition'
}

/** Figures that are to be reached. */
const TARGET =
  /\d[^。；]{0,20}(?:达到?|超过?|突破|以上|左右)|(?:达到?|超过?|突破|增长|提[高升]到?|降[至低到]|下降|不低于|力争|实现|建成|培育)[^。；]{0,30}\d/

export const statesTarget = ({ folded }: Source, { start, end }: Span): boolean => TARGET.test(folded.slice(start, end))

export function statesGrant(source: Source, { start, end }: Span): boolean {
  const sentences = new Sentences(source, start, end)
  while (sentences.next()) if (sentences.grants && !sentences.frames) return true
  return false
}

/** Whether a text says anything of its own, deed or not. */
export function statesAnything(source: Source, { start, end }: Span): boolean {
  const sentences = new Sentences(source, start, end)
  while (sentences.next()) if (sentences.end - sentences.start > 8 && !sentences.frames) return true
  return false
}

/** Why a text that is no measure states no action, by the first of its sentences that tells. */
export function reasonAgainst(source: Source, { start, end }: Span): NoMeasure {
  const sentences = new Sentences(source, start, end)
  while (sentences.next()) {
    const { frame } = sentences
    if (frame) return frame
  }
  return 'statement'
}

/** Whether a text is no more than frame: purpose, scope, validity. */
export const isFraming = (source: Source, span: Span): boolean => !statesAnything(source, span)

/** Whether a verb of action is among the first words: 共同开拓市场. */
export const startsActing = ({ codes }: Source, { start, end }: Span): boolean =>
  (CUES.within(codes, start, Math.min(end, start + 6)) & ACTION) !== 0

export const isGrant = ({ folded }: Source, { start, end }: Span): boolean => GRANT.test(folded.slice(start, end))
