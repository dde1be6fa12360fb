import { describe, expect, test } from 'vitest'
import { measuresOf, surfacesOf } from './source.js'

describe('the lowest items that begin a line', () => {
  test('headings of the outline are none', () => {
    const text = '一、重点任务\n（一）壮大主体\n1.培育龙头企业。给予奖励。\n2.扶持小微企业。给予贴息。\n（二）开拓市场。组织企业参展。'
    expect(surfacesOf(text)).toEqual(['1.培育龙头企业。给予奖励。', '2.扶持小微企业。给予贴息。', '（二）开拓市场。组织企业参展。'])
  })

  test('a list that nests the other way round', () => {
    const text = '1.支持企业\n（一）给予房租补贴。\n（二）给予贷款贴息。\n2.支持人才\n（一）发放安家补贴。\n（二）提供人才公寓。'
    expect(measuresOf(text).map(({ ordinal }) => ordinal)).toEqual([1, 2, 1, 2])
  })

  test('numbers that are skipped, repeated or run on under the next heading', () => {
    const text = '二、甲类\n3.设立资金池。\n4.开展试点。\n五、乙类\n5.建设园区。\n5.引进机构。'
    expect(measuresOf(text).map(({ ordinal }) => ordinal)).toEqual([3, 4, 5, 5])
  })

  test('an item takes the unnumbered paragraphs that follow it, and no blank', () => {
    const text = '一、加强培训。\n每年培训一万人次。  \n \n按人给予补贴。\n二、加强宣传。'
    expect(surfacesOf(text)[0]).toBe('一、加强培训。\n每年培训一万人次。  \n \n按人给予补贴。')
  })

  test('一 with nothing below it is a measure', () => {
    expect(surfacesOf('一、任务\n（一）修建道路。\n二、组织领导\n成立专班，统筹推进。')[1]).toBe('二、组织领导\n成立专班，统筹推进。')
  })

  test('page numbers and running heads stand inside an item and do not end it', () => {
    const text = '一、支持扩产。给予企业补\n- 3 -\n助，并优先供地。\n二、支持减排。安排专项资金。'
    expect(surfacesOf(text)[0]).toBe('一、支持扩产。给予企业补\n- 3 -\n助，并优先供地。')
  })

  test('markup at line ends is no text', () => {
    expect(surfacesOf('<p><strong>一、支持研发</strong></p><p>给予研发补助。</p><p>二、支持人才。发放津贴。</p>')).toEqual([
      '一、支持研发</strong></p><p>给予研发补助。',
      '二、支持人才。发放津贴。',
    ])
  })

  test('traditional script and half-width marks', () => {
    expect(measuresOf('第一條 鼓勵創業,對創業者給予補貼.\n第二條 對示范企業給予獎勵.')).toHaveLength(2)
  })
})

describe('ordinals inside a line', () => {
  test('are parts of their measure', () => {
    const [measure] = measuresOf('（一）完善服务。①设立专窗；②开通热线；③派驻专员。\n（二）降低成本。减免租金。')
    expect(measure.items.map(({ ordinal, text }) => [ordinal, text])).toEqual([
      [1, '①设立专窗；'],
      [2, '②开通热线；'],
      [3, '③派驻专员。'],
    ])
  })

  test('are measures where the whole list stands in one paragraph', () => {
    const text = '某市近日出台新政。\n主要措施：一是给予创业补贴；二是提供免费场地；三是减免税费。'
    expect(surfacesOf(text)).toEqual(['一是给予创业补贴；', '二是提供免费场地；', '三是减免税费。'])
  })

  test('the first one in the lead, the others on lines of their own', () => {
    const text = '方案提出三项任务。一是建设机场。修建跑道。\n二是开辟航线。给予补贴。\n三是培育航企。'
    expect(surfacesOf(text)).toEqual(['一是建设机场。修建跑道。', '二是开辟航线。给予补贴。', '三是培育航企。'])
  })

  test('a list of conditions is not split', () => {
    const text = '申请人必须具备两个条件：一是年满十八岁；二是有固定住所。'
    expect(surfacesOf(text)).toEqual([text])
  })
})

describe('a notice that lost its line breaks', () => {
  test('is cut at its outline; lists inside a sentence stay', () => {
    const text =
      '各市人民政府：现提出如下意见：一、稳岗。对不裁员的企业返还失业保险费。二、创业。（一）给予补贴。每人五千元。（二）提供场地。对下列人员免费：1.大学生；2.退役军人。某省人民政府2020年1月2日（此件公开发布）'
    expect(surfacesOf(text)).toEqual([
      '一、稳岗。对不裁员的企业返还失业保险费。',
      '（一）给予补贴。每人五千元。',
      '（二）提供场地。对下列人员免费：1.大学生；2.退役军人。',
    ])
  })

  test('clauses that run on in one line', () => {
    const text = '第一条 企业应当备案。第二条 备案机关应当公示下列事项：（一）名称；（二）住所。第三条 不备案的，处罚款。'
    expect(surfacesOf(text)).toEqual([
      '第一条 企业应当备案。',
      '第二条 备案机关应当公示下列事项：（一）名称；（二）住所。',
      '第三条 不备案的，处罚款。',
    ])
  })
})

describe('items that state no action', () => {
  test('aims, principles, background and all below them', () => {
    const text =
      '一、总体要求\n（一）指导思想。坚持创新。\n（二）基本原则。\n——统筹推进。加强协调。\n二、发展现状\n建成园区十个。\n三、任务\n建设园区。'
    expect(surfacesOf(text)).toEqual(['三、任务\n建设园区。'])
  })

  test('purpose, definition, scope, interpretation and validity in a law-like text', () => {
    const text = [
      '第一条 为了规范管理，制定本办法。',
      '第二条 本办法所称企业，是指在本市注册的法人。',
      '第三条 本办法适用于全市范围。',
      '第四条 企业应当建立台账。',
      '第五条 本办法由市工信局负责解释。',
      '第六条 本办法自2020年1月1日起施行，有效期5年。',
    ].join('\n')
    expect(measuresOf(text).map(({ ordinal }) => ordinal)).toEqual([4])
  })

  test('联系指挥部 defines nothing', () => {
    expect(surfacesOf('（1）根据部署，联系指挥部成员开展巡查。\n（2）起草简报。')).toHaveLength(2)
  })

  test('a target is no action', () => {
    expect(surfacesOf('（一）到2025年，产业规模达到1000亿元。\n（二）建设三个园区。\n（三）组建一支基金。')).toHaveLength(2)
  })

  test('conditions, cases and papers belong to the item that asks for them', () => {
    const text =
      '第三条 有下列情形之一的，不予受理：\n（一）材料不全的；\n（二）逾期申报的。\n第四条 申请人应当提交下列材料：\n（一）申请表；\n（二）营业执照。'
    expect(measuresOf(text).map(({ ordinal, items }) => [ordinal, items.length])).toEqual([
      [3, 2],
      [4, 2],
    ])
  })

  test('grants in a list are measures of their own', () => {
    const text = '第五条 对符合下列条件的企业给予奖励：\n（一）产值首次突破1亿元的，奖励10万元；\n（二）产值首次突破5亿元的，奖励50万元。'
    expect(measuresOf(text).map(({ ordinal }) => ordinal)).toEqual([1, 2])
  })

  test('lists of who may apply and what to hand in', () => {
    expect(surfacesOf('一、申报条件\n1.依法注册；\n2.信用良好。\n二、申报材料\n1.申请书；\n2.审计报告。')).toEqual([])
  })

  test('the close, the signature and the enclosures after the last item', () => {
    const text =
      '一、建设平台。\n二、培育人才。\n三、加大投入。每年安排资金。\n各地区要高度重视，加强组织领导，确保落实。\n某省人民政府\n2021年5月6日\n附件：任务分工表\n1.任务分工表.docx'
    expect(surfacesOf(text)).toEqual(['一、建设平台。', '二、培育人才。', '三、加大投入。每年安排资金。'])
  })
})

describe('lists that lost a heading or a number', () => {
  test('numbers that start again below a heading that is set aside stand under a heading that was lost', () => {
    const text = '一、申报条件\n1.依法注册；\n2.信用良好。\n1.企业向区商务局提出申请。\n2.区商务局组织评审并拨付资金。'
    expect(surfacesOf(text)).toEqual(['1.企业向区商务局提出申请。', '2.区商务局组织评审并拨付资金。'])
  })

  test('a bare line above a list that starts anew is no part of the item before', () => {
    const text = '1.建设冷库，给予补贴；\n2.购置冷藏车，给予补贴\n电商扶持\n1.开设网店，给予奖励；\n2.参加展销，给予奖励'
    expect(surfacesOf(text)[1]).toBe('2.购置冷藏车，给予补贴')
  })

  test('a catalogue of conditions holds no measure', () => {
    const text =
      '1、在本市注册满1年\n2、研发投入占销售收入比例不低于3%\n3、拥有发明专利1件以上\n4、企业创新能力较强，能够引领行业技术进步与产业升级'
    expect(surfacesOf(text)).toEqual([])
  })

  test('an excerpt that strings clauses together with commas', () => {
    const text = '第一条适用范围本措施适用于全区企业,第二条资金安排每年安排一千万元,第五条企业须按期报送数据。'
    expect(surfacesOf(text)).toEqual(['第二条资金安排每年安排一千万元,', '第五条企业须按期报送数据。'])
  })

  test('a paragraph that counts what was reached is none', () => {
    const text = '某县推进水库加固。\n截至上月底，已完成加固二十座，有力促进了生产。\n县财政将安排专项资金，支持剩余水库加固。'
    expect(surfacesOf(text)).toEqual(['县财政将安排专项资金，支持剩余水库加固。'])
  })
})

describe('what lists hold beside numbers', () => {
  test('bullets below a number are parts of its measure', () => {
    const text = '一、补贴标准\n● 新建厂房每平方米补贴60元。\n● 改建厂房每平方米补贴30元。\n二、办理方式。向镇政府申请。'
    const [first] = measuresOf(text)
    expect(surfacesOf(text)[0]).toBe('一、补贴标准\n● 新建厂房每平方米补贴60元。\n● 改建厂房每平方米补贴30元。')
    expect(first.ordinal).toBe(1)
  })

  test('bullets with no number above are measures', () => {
    expect(surfacesOf('某县人才八条\n● 安家：直接发放五万元。\n● 租房：每月补贴600元。\n● 子女入学：就近安排公办学校。')).toHaveLength(3)
  })

  test('a count of names is no measure, nor is the heading above such counts', () => {
    const text =
      '一、支持创新的典型经验\n（一）审批改革方面3项：一证准营、拿地即开工、验收即投产。\n（二）监管方面2项：信用分级、扫码入企。\n二、有关要求\n各地要学习借鉴。'
    expect(surfacesOf(text)).toEqual(['二、有关要求\n各地要学习借鉴。'])
  })

  test('numbered targets with figures are measures, aims without are none', () => {
    const text =
      '一、总体要求\n（一）指导思想。坚持创新引领。\n（二）发展目标。产业体系更加完善。\n1.规模壮大。到2028年产值突破300亿元。\n2.结构优化。体系更加健全。'
    expect(surfacesOf(text)).toEqual(['1.规模壮大。到2028年产值突破300亿元。'])
  })

  test('articles of a closing chapter are judged by themselves', () => {
    const text =
      '第四章 附则\n第九条 各县应当依照本办法制定实施细则，报市财政局备案。\n第十条 本办法由市财政局负责解释。\n第十一条 本办法自发布之日起施行。'
    expect(measuresOf(text).map(({ ordinal }) => ordinal)).toEqual([9])
  })

  test('definitions below an article that acts belong to it', () => {
    const text =
      '第六条 项目采用以下方式评审，择优立项：\n（一）书面评审是指由专家审阅材料的方式。\n（二）现场评审是指由专家到场查验的方式。\n（三）答辩是指由专家当面质询，并应当公开的方式。'
    expect(measuresOf(text).map(({ ordinal }) => ordinal)).toEqual([6])
  })

  test('a panel beside the text begins a list of its own', () => {
    const text =
      '（一）发展水产。建设渔港三座。专栏2 渔港工程\n1.扩建码头。新增泊位十个。\n2.疏浚航道。清淤两万方。\n（二）发展林业。造林一万亩。'
    expect(surfacesOf(text)).toEqual([
      '（一）发展水产。建设渔港三座。',
      '1.扩建码头。新增泊位十个。',
      '2.疏浚航道。清淤两万方。',
      '（二）发展林业。造林一万亩。',
    ])
  })

  test('【政策一】 and 第一条、 are ordinals', () => {
    expect(
      measuresOf('【政策一】房租补贴\n补贴标准：每月500元。\n【政策二】社保补贴\n补贴标准：按缴费的一半给予补贴。').map(
        ({ ordinal }) => ordinal,
      ),
    ).toEqual([1, 2])
    expect(measuresOf('第一条、对入园企业免收租金。\n第二条、对骨干人才发放津贴。')).toHaveLength(2)
  })
})

describe('tables, contents and enclosures', () => {
  test('rows of an enclosed table that was run together', () => {
    const text =
      '一、总则性要求。各单位要落实责任。\n附件\n任务分工表\n序号任务内容1开通热线　　市政务办建立热线，全天受理。2下放审批　　市住建局下放8项审批，限时办结。'
    expect(surfacesOf(text).slice(1)).toEqual(['1开通热线　　市政务办建立热线，全天受理。', '2下放审批　　市住建局下放8项审批，限时办结。'])
  })

  test('rows whose cells stand on lines of their own', () => {
    const text = '附件\n分工表\n序号\n任务\n单位\n1\n建设平台，归集数据。\n市数据局\n2\n推广证照，免交材料。\n市政务办'
    expect(surfacesOf(text)).toEqual(['1\n建设平台，归集数据。\n市数据局', '2\n推广证照，免交材料。\n市政务办'])
  })

  test('a table of names has no rows', () => {
    expect(surfacesOf('附件\n名单\n序号\n单位\n1\n某建设公司\n2\n某发展公司')).toEqual([])
  })

  test('rows between bars', () => {
    expect(
      measuresOf('序号 | 项目 | 条款 |\n1 | 单项冠军 | 给予100万元奖励。 | 工业科 |\n2 | 首台套 | 按售价的20%给予补助。 | 科技科 |').map(
        ({ ordinal }) => ordinal,
      ),
    ).toEqual([1, 2])
  })

  test('a table of contents is no outline', () => {
    const text =
      '一、发展基础……1\n二、重点工程……3\n（一）道路工程……3\n一、发展基础\n已通车百里。\n二、重点工程\n（一）道路工程\n新建公路五十公里。'
    expect(surfacesOf(text)).toEqual(['（一）道路工程\n新建公路五十公里。'])
  })

  test('rules enclosed in a law-like text begin an outline of their own', () => {
    const text = '第八条 本办法自印发之日起施行。\n附件\n操作细则\n一、评审时间\n（一）每年组织一次评审。\n（二）结果应当公示。'
    expect(surfacesOf(text)).toEqual(['（一）每年组织一次评审。', '（二）结果应当公示。'])
  })
})

describe('excerpts', () => {
  test('one line that begins in the middle of a list', () => {
    const text = '的企业,给予奖励。 4.支持上云。对上云企业给予补助。 5.支持技改。对技改项目给予贴息。 二、引育人才 6.引进专家。发放津贴。'
    expect(surfacesOf(text)).toEqual(['4.支持上云。对上云企业给予补助。', '5.支持技改。对技改项目给予贴息。', '6.引进专家。发放津贴。'])
  })

  test('articles behind the heading of their chapter', () => {
    const text = '第三章 奖补标准 第七条 对新建冷库给予补助。 第八条 对冷链车辆给予补助。 第四章 附则 第九条 本办法由商务局负责解释。'
    expect(surfacesOf(text)).toEqual(['第七条 对新建冷库给予补助。', '第八条 对冷链车辆给予补助。'])
  })

  test('text after a list that stands whole in one paragraph is no part of its last item', () => {
    const text = '会议要求，一要排查隐患，二要备足物资，三要压实责任。\n会上还表扬了先进单位。'
    expect(surfacesOf(text)).toEqual(['一要排查隐患，', '二要备足物资，', '三要压实责任。'])
  })

  test('a reply closes with its farewell', () => {
    expect(surfacesOf('一、同意设立园区。\n二、省科技厅要加强指导。\n此复。')[1]).toBe('二、省科技厅要加强指导。')
  })

  test('what was done already is none in a reply', () => {
    const text = '二、已开展的工作\n（一）完善制度。先后出台了三项办法。\n三、下一步打算\n（一）新建驿站。今年新建二十个。'
    expect(surfacesOf(text)).toEqual(['（一）新建驿站。今年新建二十个。'])
  })
})

describe('a text without ordinals', () => {
  test('a feature tells what the policy says', () => {
    const text =
      '某市出台助餐新政\n记者获悉，某市印发助餐办法。\n《办法》明确，食堂应当公示价格，不得拒收现金。\n“吃得香了。”王大爷说。\n数据显示，全市已有食堂三百家。\n这份办法的出台，是民生的一大步。'
    expect(surfacesOf(text)).toEqual(['《办法》明确，食堂应当公示价格，不得拒收现金。'])
  })

  test('a label that says who qualifies', () => {
    expect(surfacesOf('补贴对象：失业一年以上的人员，须有求职登记。\n补贴标准：按每人每月800元给予补贴。')).toEqual([
      '补贴标准：按每人每月800元给予补贴。',
    ])
  })

  test('each paragraph that states actions is a measure, the lead is none', () => {
    const text =
      '甲市支持民宿发展\n近日，甲市印发《民宿管理办法》，规范行业发展。\n办法明确，对新建民宿给予每间一万元补助，并优先安排用地。\n上述工作具有重要意义。'
    expect(surfacesOf(text)).toEqual(['办法明确，对新建民宿给予每间一万元补助，并优先安排用地。'])
  })

  test('voices of a feature are none', () => {
    const text =
      '记者来到村里，地里一片金黄。\n老王说，今年收成好，要再种十亩。\n小李告诉记者，他将扩大养殖。\n村支书认为，路子走对了，应坚持下去。'
    expect(surfacesOf(text)).toEqual([])
  })

  test('replies: what answers a question for aims is set aside', () => {
    const text = '问：《意见》的背景是什么？答：为加强管理，推进改革。问：有哪些措施？答：主要措施有：一是建立台账；二是开展检查。'
    expect(surfacesOf(text)).toEqual(['一是建立台账；', '二是开展检查。'])
  })
})

describe('parts of a measure', () => {
  test('heading and body', () => {
    expect(
      measuresOf('（一）加大投入力度。市财政每年安排资金。\n（二）【引才】给予津贴。\n（三）建设园区\n规划建设三个园区。'),
    ).toMatchObject([
      { ordinal: 1, heading: '加大投入力度。', body: '市财政每年安排资金。' },
      { ordinal: 2, heading: '【引才】', body: '给予津贴。' },
      { ordinal: 3, heading: '建设园区', body: '规划建设三个园区。' },
    ])
  })

  test('a sentence that acts is no heading', () => {
    expect(measuresOf('1.对首店给予最高100万元奖励。\n2.对名店给予最高50万元奖励。')[0]).toMatchObject({
      heading: '',
      body: '对首店给予最高100万元奖励。',
    })
  })
})
