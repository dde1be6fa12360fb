import { charSet, isHan } from '../chars.js'

/** Characters of a department's name before 局. */
const LONGEST_DEPARTMENT = 12
const breaksDepartment = charSet('的由在对将向被从把给为等各局厅委办部门省市区县，、')
/** Signs before 局 or 委 that make a word of it: 格局, 常委. */
const endsWord = charSet('布格当全大结僵破开定变政战残棋时常编党评组村居业纪执军监团支管主民长术')

/** 鉴定|委员会 is no 定局. */
const [FIXED, MEMBER] = [...'定员'].map(sign => sign.charCodeAt(0))

/** Where the name of a department may begin that ends with the bare suffix (局) at `start`, the nearest first; at least two characters before it. */
export function* departmentStarts({ start }: { start: number }, codes: Uint16Array): Generator<number> {
  if (endsWord(codes[start - 1] ?? 0) && !(codes[start - 1] === FIXED && codes[start + 1] === MEMBER)) return
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_DEPARTMENT); at--) {
    if (breaksDepartment(codes[at]!) || !isHan(codes[at]!)) return
    if (start - at >= 2) yield at
  }
}
