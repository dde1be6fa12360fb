import { describe, expect, test } from 'vitest'
import { Family, readLineOrdinal } from '../../src/structure/ordinals.js'
import { sourceOf } from './source.js'

const read = (line: string) => {
  const ordinal = readLineOrdinal(sourceOf(line), 0, line.length)
  return ordinal && { family: ordinal.family, value: ordinal.value, rest: line.slice(ordinal.end) }
}

describe('ordinals at the head of a line', () => {
  test.each([
    ['一、加大投入', 'cjk', 1, '加大投入'],
    ['二十一、加大投入', 'cjk', 21, '加大投入'],
    ['十 、加大投入', 'cjk', 10, '加大投入'],
    ['（三）培育人才', 'parenCjk', 3, '培育人才'],
    ['(三)培育人才', 'parenCjk', 3, '培育人才'],
    ['（ 三 ）培育人才', 'parenCjk', 3, '培育人才'],
    ['1.建设平台', 'arabic', 1, '建设平台'],
    ['１．建设平台', 'arabic', 1, '建设平台'],
    ['12、建设平台', 'arabic', 12, '建设平台'],
    ['（4）建设平台', 'parenArabic', 4, '建设平台'],
    ['5）建设平台', 'halfArabic', 5, '建设平台'],
    ['③建设平台', 'circled', 3, '建设平台'],
    ['⑵建设平台', 'circled', 2, '建设平台'],
    ['第十二条 市政府应当', 'clause', 12, '市政府应当'],
    ['第 2 条 市政府应当', 'clause', 2, '市政府应当'],
    ['第十二条之一 市政府应当', 'clause', 12, '市政府应当'],
    ['第十二条市政府应当', 'clause', 12, '市政府应当'],
    ['第三章　扶持', 'chapter', 3, '扶持'],
    ['第一节　分工', 'section', 1, '分工'],
    ['第二部分 任务', 'part', 2, '任务'],
    ['第一，加快立法', 'word', 1, '加快立法'],
    ['其二，加快立法', 'word', 2, '加快立法'],
    ['一是加快立法', 'is', 1, '加快立法'],
    ['四要加快立法', 'is', 4, '加快立法'],
    ['措施三：办节', 'named', 3, '办节'],
    ['政策2：租金', 'named', 2, '租金'],
    ['1.2 适用范围', 'decimal', 2, '适用范围'],
    ['1.2.3 省级响应', 'subdecimal', 3, '省级响应'],
    ['a.病历', 'letter', 1, '病历'],
    ['★1.首店', 'arabic', 1, '首店'],
    ['■ （二）首店', 'parenCjk', 2, '首店'],
    ['● 首店', 'bullet', undefined, '首店'],
    ['——绿色发展', 'bullet', undefined, '绿色发展'],
  ])('%s', (line, family, value, rest) => {
    expect(read(line)).toEqual({ family: Family[family as keyof typeof Family], value, rest })
  })

  test.each([
    '2.5平方公里创新带',
    '1.5万元',
    '二、三类医疗器械',
    '2、3号楼',
    '第三条规定的条件',
    '第五条第二款',
    '第五条、第六条',
    '2024年重点任务',
    '（2024—2026年）',
    '一些地方',
    '10万元',
    '-15%',
    '第一批名单',
  ])('%s opens no item', line => {
    expect(read(line)).toBeUndefined()
  })
})
