import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import schema from '../../dict/schemas/english.schema.json' with { type: 'json' }
import { parseTable } from '../../src/lexicon/source.js'
import { findRuns } from '../../src/tag/english/runs.js'
import { recognizeEnglish } from '../../src/tag/english.js'
import { tag } from '../../src/tag/tag.js'
import type { AgencyEntity, Entity, Segmented } from '../../src/types.js'
import { lexicon, sourceOf } from '../support/lexicon.js'

const read = (text: string) => recognizeEnglish(sourceOf(text), lexicon)

/** An organ is name, function and adcode; a place its name and code or id; an amount currency, value, role and what else it has. */
function show(entity: Entity): string {
  switch (entity.type) {
    case 'agency':
      return [entity.name, entity.function, entity.adcode ?? entity.level].join(' ')
    case 'region':
      return [entity.name, entity.adcode ?? entity.id].join(' ')
    case 'industry':
      return entity.concept
    case 'money': {
      const { low, high, rate, base, per } = entity
      const value = { exact: `=${low}`, about: `~${low}`, max: `<=${high}`, min: `>=${low}`, range: `${low}~${high}` }[entity.bound]
      const extra = Object.entries({ rate, base, per }).flatMap(([key, field]) => (field === undefined ? [] : [`${key}=${field}`]))
      return [entity.currency, value, entity.role, ...extra].join(' ')
    }
    default:
      return entity.type
  }
}

/** Sentences with their mentions in [brackets], which are no part of the text, and what each mention is. */
const CASES: readonly (readonly [marked: string, ...mentions: string[]])[] = [
  // amounts: caps and floors
  ['每家企业最高一千万。Each company may receive up to [RMB 10 million].', 'CNY <=10000000 support'],
  ['资助不低于此数。The subsidy is no less than [US$2.5 million] for each project.', 'USD >=2500000 support per=each project'],
  ['补贴区间：Grants range between [CNY 1 million and CNY 2 million] per project.', 'CNY 1000000~2000000 support per=per project'],
  ['落户奖励 A one-off grant of [RMB 500,000] per company is paid on arrival.', 'CNY =500000 support per=per company'],
  ['The award shall not exceed a total of [RMB 3 million] in any year.', 'CNY <=3000000 support'],
  ['The maximum subsidy for each laboratory is [RMB 8 million].', 'CNY <=8000000 support'],
  ['Rewards for each team are capped at [500,000 yuan] per year.', 'CNY <=500000 support per=per year'],
  ['An allowance of at least [8,000 yuan] per person per month is paid.', 'CNY >=8000 support per=per person per month'],
  ['Funding of about [HK$1.2 billion] has been allocated.', 'HKD ~1200000000 support'],
  [
    'Winners are awarded [RMB 1 million], [RMB 500,000] and [RMB 200,000] respectively.',
    'CNY =1000000 support',
    'CNY =500000 support',
    'CNY =200000 support',
  ],
  [
    'Winners get prizes of up to [RMB 3 million], [RMB 2 million] and [RMB 1 million].',
    'CNY <=3000000 support',
    'CNY <=2000000 support',
    'CNY <=1000000 support',
  ],
  ['The cap on grants is raised from [RMB 5 million] to [RMB 10 million].', 'CNY <=5000000 support', 'CNY <=10000000 support'],
  // amounts: how they are written
  ['Grants of [RMB 1-2 million] are open to start-ups', 'CNY 1000000~2000000 support'],
  ['Grants of [RMB 500 to 1,000] per person are open to all', 'CNY 500~1000 support per=per person'],
  ['Subsidies of [5 to 10 million yuan] are open to all', 'CNY 5000000~10000000 support'],
  ['A subsidy of [RMB10m] or [US$2.5bn] may be granted', 'CNY =10000000 support', 'USD =2500000000 support'],
  ['A subsidy of [ten million yuan] is granted to the winner', 'CNY =10000000 support'],
  ['A subsidy of [one hundred and fifty million yuan] is granted', 'CNY =150000000 support'],
  ['The grant is worth [2.5 million US dollars] or [3 million euros]', 'USD =2500000 support', 'EUR =3000000 support'],
  ['The grant is worth [2.5 million U.S. dollars] in all', 'USD =2500000 support'],
  ['In 2026 [RMB 2.5 billion] will be allocated to research.', 'CNY =2500000000 support'],
  ['The first [5 million yuan] of the loan is interest-free.', 'CNY =5000000 finance'],
  ['贴息支持 Grants of [ＲＭＢ ５ million] are paid', 'CNY =5000000 support'],
  ['Grants of up to [RMB 10\nmillion] are paid\neach year', 'CNY <=10000000 support'],
  // amounts: what they do
  ['A fine of not less than [RMB 10,000] but not more than [RMB 100,000] is imposed.', 'CNY >=10000 penalty', 'CNY <=100000 penalty'],
  [
    'Companies with annual revenue of over [RMB 20 million] will be given a reward of up to [RMB 1 million].',
    'CNY >=20000000 threshold',
    'CNY <=1000000 support',
  ],
  [
    'Enterprises whose output reaches [100 million yuan] are rewarded with [300,000 yuan].',
    'CNY >=100000000 threshold',
    'CNY =300000 support',
  ],
  [
    'The city pays 10% of eligible R&D expenditure, up to [RMB 5 million], as a subsidy.',
    'CNY <=5000000 support rate=0.1 base=eligible R&D expenditure',
  ],
  [
    'Banks lend up to [30 million yuan] per borrower and the city adds [RMB 3 million] in interest subsidies.',
    'CNY <=30000000 finance per=per borrower',
    'CNY =3000000 support',
  ],
  ['A loan guarantee of no more than [RMB 5 million] is available.', 'CNY <=5000000 finance'],
  ['The industry aims for output value of [RMB 100 billion] by 2027.', 'CNY =100000000000 target'],
  ['Monthly rent is [RMB 3,000] per unit for young talent.', 'CNY =3000 price per=per unit'],
  ['Firms must have registered capital of no less than [RMB 10 million].', 'CNY >=10000000 threshold'],
  [
    'For projects with a total investment exceeding [RMB 1 billion], a subsidy equal to 5% of fixed-asset investment, capped at [RMB 20 million], is granted.',
    'CNY >=1000000000 threshold',
    'CNY <=20000000 support rate=0.05 base=fixed-asset investment',
  ],
  ['From January 2024 on, [RMB 30 million] is set aside each year.', 'CNY =30000000 support'],
  // organs of the centre
  [
    '国家发展改革委 The [National Development and Reform Commission] ([NDRC]) and the [Ministry of Commerce] said so.',
    '国家发展和改革委员会 development-and-reform national',
    '国家发展和改革委员会 development-and-reform national',
    '商务部 commerce national',
  ],
  [
    'Most firms follow rules made by [MOST], [MIIT] and the [PBOC].',
    '科学技术部 science-and-technology national',
    '工业和信息化部 industry-and-information-technology national',
    '中国人民银行 central-bank national',
  ],
  ['The [General Office of the State Council] issued new measures.', '国务院办公厅 state-council-office national'],
  [
    'The former [China Banking and Insurance Regulatory Commission] set the rules.',
    '中国银行保险监督管理委员会 banking-insurance-regulation national',
  ],
  // organs of places
  [
    'The [Shanghai Municipal Commission of Economy and Informatization] and the [Shanghai Municipal People’s Government] issued it.',
    '上海市经济和信息化委员会 industry-and-information-technology 310000',
    '上海市人民政府 government 310000',
  ],
  [
    'Apply to the [Shenzhen Municipal Bureau of Industry and Information Technology].',
    '深圳市工业和信息化局 industry-and-information-technology 440300',
  ],
  ['Apply to the [Department of Commerce of Guangdong Province] in time.', '广东省商务厅 commerce 440000'],
  ['Apply to the [Shaanxi Provincial Department of Science and Technology] first.', '陕西省科学技术厅 science-and-technology 610000'],
  ['Apply to the [Beijing Municipal Science & Technology Commission] first.', '北京市科学技术委员会 science-and-technology 110000'],
  ['Apply to the [Guangxi Zhuang Autonomous Region Department of Finance] first.', '广西壮族自治区财政厅 finance 450000'],
  ['Apply to the [Hangzhou Development and Reform Commission] first.', '杭州市发展和改革委员会 development-and-reform 330100'],
  ['Set up by the [Administrative Committee of Pudong New Area] last year.', '上海市浦东新区管理委员会 zone-administration 310115'],
  ['The [General Office of the Shanghai Municipal People’s Government] wrote to all.', '上海市人民政府办公厅 government-office 310000'],
  [
    'The [CPC Shanghai Municipal Committee] and the [Guangzhou Municipal Government] met.',
    '中共上海市委员会 party-committee 310000',
    '广州市人民政府 government 440100',
  ],
  ['The [Publicity Department of the CPC Guangdong Provincial Committee] met.', '中共广东省委宣传部 publicity 440000'],
  [
    'Goods clear [Shanghai Customs] and the [Zhejiang Provincial Tax Service] helps.',
    '上海海关 customs 310000',
    '国家税务总局浙江省税务局 taxation 330000',
  ],
  [
    'The [Ｓｈａｎｇｈａｉ Municipal Development and\nReform Commission] is in charge.',
    '上海市发展和改革委员会 development-and-reform 310000',
  ],
  ["[SHANGHAI MUNICIPAL PEOPLE'S GOVERNMENT] NOTICE ON FOREIGN INVESTMENT", '上海市人民政府 government 310000'],
  ['Apply to the [Finance Bureau of Nanshan District, Shenzhen] first.', '深圳市南山区财政局 finance 440305'],
  [
    'The [Beijing Haidian District Government] and the [Hangzhou City Government] met.',
    '北京市海淀区人民政府 government 110108',
    '杭州市人民政府 government 330100',
  ],
  [
    'Apply to the [China (Shanghai) Pilot Free Trade Zone Lin-gang Special Area Administration] first.',
    '中国（上海）自由贸易试验区临港新片区管理委员会 zone-administration 310115',
  ],
  ['Set up by the [Administrative Committee of Suzhou Industrial Park] last year.', '苏州工业园区管理委员会 zone-administration 320500'],
  // places and sectors
  ['Cities of the [Yangtze River Delta] and of [Guangdong Province] take part.', '长江三角洲 yangtze-river-delta', '广东省 440000'],
  ['Talent in the [Guangdong-Hong Kong-Macao Greater Bay Area] moves freely.', '粤港澳大湾区 guangdong-hong-kong-macao-greater-bay-area'],
  [
    'From [Shaanxi] to [Shanxi] and on to [Xizang] and [Macao]',
    '陕西省 610000',
    '山西省 140000',
    '西藏自治区 540000',
    '澳门特别行政区 820000',
  ],
  ['Branches open in [Suzhou], [Anhui Province], this year', '宿州市 341300', '安徽省 340000'],
  ['Labs open in [Huangpu District] of [Guangzhou] this year', '黄埔区 440112', '广州市 440100'],
  ['[Shanghai] Issues Measures to Support Banks', '上海市 310000'],
  ['[Xi’an]’s plans for [artificial intelligence] and for chips', '西安市 610100', 'artificial-intelligence'],
]

describe('bilingual sentences', () => {
  test.each(CASES)('%s', (marked, ...mentions) => {
    const text = marked.replace(/[[\]]/g, '')
    const found = read(text)
    let out = ''
    let at = 0
    for (const { start, end } of found) {
      out += `${text.slice(at, start)}[${text.slice(start, end)}]`
      at = end
    }
    expect(out + text.slice(at)).toBe(marked)
    expect(found.map(show)).toEqual(mentions)
  })
})

describe('what gives none', () => {
  test.each([
    '支持企业开展 AI、5G-A、APP 等应用，最高奖励1000万元，由上海市经信委负责。',
    '参加 WTCC、CES 展会的企业，型号 X200 Pro 的设备。',
    '详见 https://www.shanghai.gov.cn/nw12344/beijing/index.html?id=rmb10 或 info@miit.gov.cn。',
    '<p style="text-align: right;">上海市</p><p style="text-align: left;">',
    'const shanghai = await fetch(url); return rmb + 10',
    '“Innovation never comes from following the old road,” he said.',
    'He paid 10 million words of praise to 500 companies.',
    'Firms such as Bank of Shanghai, Shanghai Jiao Tong University and Beijing Capital Group take part.',
    'The municipal government and local departments of finance take part.',
    'The Department of Commerce may raise the most pressing points.',
    'RMB and CNY are names of the yuan and are no amounts.',
  ])('%s', text => expect(read(text).map(show)).toEqual([]))

  test('a Chinese text has no runs', () =>
    expect(findRuns(sourceOf('支持AI+制造，5G-A、AIGC、B2B 和 IPv6 应用；USB Type-C 接口，US$1.2 million。').codes)).toEqual([]))

  test('a run reaches from sign to sign', () => {
    const text = '通知：Measures for the support of firms，特此通知。'
    expect(findRuns(sourceOf(text).codes).map(({ start, end }) => text.slice(start, end))).toEqual(['Measures for the support of firms'])
  })
})

describe('the package that reads English', () => {
  const fresh = async () => {
    vi.resetModules()
    return (await import('../../src/tag/english.js')).recognizeEnglish
  }
  const text = 'The Ministry of Commerce pays RMB 10 million'

  test('is asked for by the first run, and once', async () => {
    const asked = vi.spyOn(process, 'getBuiltinModule')
    const recognize = await fresh()
    recognize(sourceOf('上海市支持AI企业，最高1000万元。'), lexicon)
    expect(asked).not.toHaveBeenCalled()
    for (let i = 0; i < 2; i++) expect(recognize(sourceOf(text), lexicon)).toHaveLength(2)
    expect(asked).toHaveBeenCalledOnce()
    asked.mockRestore()
  })

  test('leaves runs untagged where it cannot be had', async () => {
    const asked = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never)
    expect((await fresh())(sourceOf(text), lexicon)).toEqual([])
    asked.mockRestore()
  })
})

describe('fields', () => {
  test('cues are spans of the text', () => {
    const text = '补贴 Subsidies are\nno more than RMB 5 million，or RMB 20,000 or more per year are paid'
    const cues = read(text).map(entity =>
      entity.type === 'money' && entity.cue ? text.slice(entity.cue.start, entity.cue.end) : undefined,
    )
    expect(cues).toEqual(['no more than', 'or more'])
  })

  test('a name that two cities share lists both', () => {
    expect(read('New plants open in Taizhou this year')[0]).toMatchObject({ adcode: '321200', candidates: ['321200', '331000'] })
  })

  test('groups have their members', () => {
    expect(read('Cities of the Yangtze River Delta')[0]).toMatchObject({ members: ['310000', '320000', '330000', '340000'] })
  })
})

describe('agreement with the Chinese names', () => {
  const chinese = (text: string): AgencyEntity | undefined => {
    const doc = { text, articles: [], measures: [], tokens: [] } as unknown as Segmented
    return tag(doc, sourceOf(text), lexicon).entities.find(entity => entity.type === 'agency')
  }

  test.each([
    ['Shanghai Municipal Commission of Economy and Informatization', '上海市经信委'],
    ['Shanghai Municipal Education Commission', '上海市教委'],
    ['Shenzhen Municipal Bureau of Commerce', '深圳市商务局'],
    ['Department of Culture and Tourism of Jiangsu Province', '江苏省文旅厅'],
    ['Guangdong Provincial Department of Science and Technology', '广东省科技厅'],
    ['People’s Government of Xuhui District, Shanghai', '上海市徐汇区政府'],
    ['General Office of the People’s Government of Anhui Province', '安徽省政府办公厅'],
    ['Guangxi Zhuang Autonomous Region Development and Reform Commission', '广西壮族自治区发展改革委'],
    ['CPC Shanghai Municipal Committee', '上海市委'],
    ['Nanjing Municipal Administration for Market Regulation', '南京市市场监管局'],
    ['National Development and Reform Commission', '国家发改委'],
    ['Ministry of Industry and Information Technology', '工信部'],
    ['State Administration for Market Regulation', '市场监管总局'],
  ])('%s is %s', (english, name) => {
    const [found] = read(`The ${english}`) as AgencyEntity[]
    const { name: full, function: id, adcode, level } = chinese(name)!
    expect([found!.name, found!.function, found!.adcode, found!.level]).toEqual([full, id, adcode, level])
  })
})

describe('the table of English names', () => {
  const rows = parseTable(readFileSync(new URL('../../dict/english.tsv', import.meta.url), 'utf8'), 'dict/english.tsv')
  const check = new Ajv().compile(schema)

  test('keeps to its schema', () => {
    for (const { line, fields } of rows) expect(check(fields), `english.tsv:${line} ${JSON.stringify(check.errors)}`).toBe(true)
  })

  test.each(['regions', 'agencies'])('every name of the table of %s is found', table => {
    for (const { line, fields } of rows.filter(({ fields }) => fields.table === table)) {
      const [found] = read(`We went to see the ${fields.name} as well`)
      expect(found?.type, `english.tsv:${line} ${fields.name}`).toBe(table === 'regions' ? 'region' : 'agency')
    }
  })

  test('every function makes an organ', () => {
    for (const { line, fields } of rows.filter(({ fields }) => fields.table === 'functions')) {
      const organ = ['', ' Bureau', ' Department of the CPC Nanjing Municipal Committee'].map(noun =>
        read(`We saw ${noun.includes('CPC') ? '' : 'Nanjing Municipal '}${fields.name}${noun} today`).find(({ type }) => type === 'agency'),
      )
      expect(organ.some(Boolean), `english.tsv:${line} ${fields.name}`).toBe(true)
    }
  })
})

describe('hostile and random input', () => {
  test.each(['a', 'word ', 'RMB ', '10 ', 'RMB 10 million ', 'Shanghai ', 'of the ', '. ', "'s ", '\n ', '(', 'U.S. ', 'up to '])(
    'a hundred thousand units of %j',
    unit => expect(Array.isArray(read(`three English words ${unit.repeat(100_000 / unit.length)}`))).toBe(true),
  )

  test('spans are sorted and cut from the text', () => {
    const piece = fc.constantFrom(
      ...'Shanghai|Municipal|Commission|of|the|Commerce|RMB|US$|10|1,000|million|yuan|to|between|and|up to|grant|,|.|(|)|-|’s|\n|上海|，|ｍｉｌｌｉｏｎ|５|Bank|NDRC|CPC|Committee|General Office|can’t|gonna|the first'.split(
        '|',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = `We saw that ${pieces.join(' ')}`
        let last = 0
        for (const { start, end, text: surface } of read(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(surface).toBe(text.slice(start, end))
          last = start
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('takes no word for a property of its tables', () => {
  for (const word of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    expect(() =>
      recognizeEnglish(sourceOf(`The ${word} of up to 5 ${word} and RMB 5 ${word} shall be paid by ${word} of Shanghai.`), lexicon),
    ).not.toThrow()
  }
})
