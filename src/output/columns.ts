import type { ProvisionRow } from './provisions.js'
import { BOUND_NAMES, formatPer, formatRatio, KIND_NAMES, RELIEF_NAMES } from './wording.js'

export type CellValue = string | number | undefined

export interface ProvisionColumn {
  title: string
  /** Width in a workbook, in digits. */
  width: number
  /** Format of numbers in a workbook. */
  format?: string
  value(row: ProvisionRow): CellValue
}

const MONEY = '#,##0.##'
const SHARE = '0.##%'

/** The columns of provisions in CSV and workbooks: values apart from words, so that a spreadsheet can sort and add them. */
export const PROVISION_COLUMNS: readonly ProvisionColumn[] = [
  { title: '来源', width: 20, value: row => row.source },
  { title: '文件标题', width: 40, value: row => row.title },
  { title: '发文机关', width: 20, value: row => row.issuer },
  { title: '文号', width: 18, value: row => row.documentNumber },
  { title: '日期', width: 11, value: row => row.date },
  { title: '章节', width: 30, value: row => row.headingPath },
  { title: '措施', width: 30, value: row => row.heading },
  { title: '类型', width: 10, value: row => KIND_NAMES[row.kind] },
  { title: '减免方式', width: 10, value: row => row.relief && RELIEF_NAMES[row.relief] },
  { title: '金额', width: 16, value: row => row.amount },
  { title: '限度', width: 7, value: row => row.bound && BOUND_NAMES[row.bound] },
  { title: '金额下限', width: 14, format: MONEY, value: row => row.low },
  { title: '金额上限', width: 14, format: MONEY, value: row => row.high },
  { title: '币种', width: 6, value: row => row.currency },
  { title: '比例下限', width: 9, format: SHARE, value: row => row.lowRate },
  { title: '比例上限', width: 9, format: SHARE, value: row => row.highRate },
  { title: '配比', width: 7, value: row => row.ratio && formatRatio(row.ratio) },
  { title: '基数', width: 20, value: row => row.base },
  { title: '对象', width: 30, value: row => row.recipient },
  { title: '条件', width: 40, value: row => row.condition },
  { title: '用途', width: 20, value: row => row.purpose },
  { title: '计算单位', width: 14, value: row => formatPer(row.per) },
  { title: '累计', width: 6, value: row => (row.cumulative ? '是' : undefined) },
  { title: '原文', width: 60, value: row => row.text },
  { title: '起', width: 8, value: row => row.start },
  { title: '止', width: 8, value: row => row.end },
]
