/** Words that the title of an official document ends with, as alternatives of a pattern. */
export const DOCUMENT_KINDS =
  '通知|意见|办法|方案|规定|条例|批复|复函|函|公告|通告|通报|决定|决议|答复|措施|规划|预案|细则|报告|请示|计划|指引|指南|规程|规范|标准|政策|要点|清单|行动|纲要|安排|解读|问答|解答|草案|建议|制度|规则|章程|法'

/** The second half of a 文号: 〔2024〕3号. */
export const DOCUMENT_NUMBER_TAIL = /\s?[〔[（(【［﹝]\s?(?:19|20)\d\d\s?[〕\])）】］﹞]\s?第?\s?\d{1,4}\s?号/
