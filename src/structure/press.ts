import type { Source, Span } from '../types.js'

/** Paragraphs that close a document after its last item. */
const CLOSING =
  /^(?:以上|上述)(?:意见|各?项|政策|规定|措施|标准|通知|通告|办法|奖励)|^(?:本|此|该)(?:通知|意见|办法|规定|措施|政策|方案|公告|通告|细则|预案|条例|计划)[^。]{0,30}(?:自|由|从|有效期|印发|适用|执行|施行)|^(?:感谢|特此|此复|附件|附[：:]|联系|咨询|抄送|来源|执行中|专此|另外，|现将)|^请(?:各|认真|结合|遵照)|^各(?:地区|省|级党委|部门|有关)[^。]{0,24}(?:要|应)|^各(?:地|级|市|县|区县|单位)[^。]{0,30}(?:要|应|可)[^。]{0,60}(?:充分认识|高度重视|加强领导|加强组织领导|抓好贯彻|贯彻落实|摆在|及时报)|系统工程|如无不妥|执行期限(?:为|至)|^本[^。]{2,20}自[^。]{2,20}起[^。]{0,4}(?:施行|执行|实施)/

/** Those of them that close whatever stands above. */
const FAREWELL = /^(?:特此|此复|专此|抄送|附件?[：:]|感谢)/

/** Most that is read of a paragraph. */
const READ = 240

export const isClosingParagraph = ({ folded }: Source, { start, end }: Span): boolean =>
  CLOSING.test(folded.slice(start, Math.min(end, start + READ)))

export const isFarewell = ({ folded }: Source, { start, end }: Span): boolean =>
  FAREWELL.test(folded.slice(start, Math.min(end, start + 4)))

/** Reports and voices of the press: what somebody said, saw or counted. */
const NARRATION =
  /记者|笔者|告诉|说[。，：]|介绍说|认为|坦言|感慨|据[^，。]{0,14}(?:统计|监测|数据)|数据显示|同比|累计(?:已|达|投放)|位列|排名|增[长幅]{1,2}[达为了]|[\d.]+%[。，]/
const LEAD = /日前|近日|近期|最近|获悉|^[^，。]{0,30}\d{1,2}月\d{1,2}日|^[^，。]{0,24}(?:讯|电)[\s(（]|近年来|多年来|答记者问/
const PLAN =
  /将|要|应|须|不得|鼓励|支持|给予|予以|奖励|补[助贴]|可(?:以|享|在|凭|到|由|按|向|用|直接)|无需|须|允许|实行|执行|设置|纳入|提高|降低|取消|优先|采取|推[动进广]|安排|发放|加[强快大]|建立|完善|开展|打造|构建|实施|利用|通过/

/** 问：…遵循什么原则？ asks for aims or backgrounds, and what answers it is no measure. */
const ASKS_BACKGROUND = /背景|意义|原则|目标|总体(?:要求|思路)|依据|过程|现状|成效|情况/

export const asksBackground = (question: string): boolean => ASKS_BACKGROUND.test(question)
const COMMENTARY = /[（(][^（()）]{0,40}(?:研究员|教授|评论员|作者)[^（()）]{0,10}[)）]$/

/** What a feature tells of the policy itself: 《办法》明确，…; 下一步，…. */
const ANNOUNCED =
  /^(?:下一步|接下来|今后|(?:据悉|据了解|同时|此外|其中)?[，,]?(?:《[^》]{2,30}》|措施|办法|意见|方案|通知|政策|规定|细则|条例|新政)还?(?:明确|提出|规定|要求|强调))/
const ANSWER = /^答\s?[：:]/

/** 《规程》的发布，是…: praises what was issued. */
const PRAISE = /^[^。]{0,40}(?:发布|出台|实施|印发|落地)[，,]?(?:是|旨在|有利于|有助于|将为|对于?[^。]{2,30}(?:具有|意义))/

export const isPraise = (paragraph: string): boolean => PRAISE.test(paragraph)
export const isAnnounced = (paragraph: string): boolean => ANNOUNCED.test(paragraph)
export const isAnswer = (paragraph: string): boolean => ANSWER.test(paragraph)

/** Whether a text ends as a comment does, signed by its author in brackets. */
export const isCommentary = (text: string): boolean => COMMENTARY.test(text)
export const isNarration = (paragraph: string): boolean => NARRATION.test(paragraph)
export const isLeadParagraph = (paragraph: string): boolean => LEAD.test(paragraph)
export const isPlan = (paragraph: string): boolean => PLAN.test(paragraph)
