const PEOPLES =
  '哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|蒙古|朝鲜|满|回|藏|羌|彝|苗|侗|土家|布依|仡佬|水|壮|瑶|毛南|仫佬|黎|畲|傣|景颇|傈僳|独龙|怒|普米|白|哈尼|拉祜|佤|纳西|布朗|土|撒拉|东乡|保安|裕固|德昂|阿昌|基诺|京|高山|塔塔尔|乌孜别克|俄罗斯|门巴|珞巴|赫哲'
/** 鄂温克族, 各族, or a people's name without 族: 哈萨克自治州. */
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES}|各)族|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古)*(?:自治(?:区|州|县|旗)|(?<=族)区)$`)
const SUFFIX = /(?:特别行政区|(?<=..)(?:新区|林区|矿区|特区|地区)|[市省盟县旗区州])$/
/** Places whose people's name is the place's own, and regions whose official name runs on. */
const OWN_STEMS: Readonly<Record<string, string>> = {
  内蒙古自治区: '内蒙古',
  鄂伦春自治旗: '鄂伦春',
  鄂温克族自治旗: '鄂温克',
  莫力达瓦达斡尔族自治旗: '莫力达瓦',
  东乡族自治县: '东乡',
  万柏林区: '万柏林',
  六枝特区: '六枝',
}

/** The name without what tells its level: 江苏省 → 江苏, 延边朝鲜族自治州 → 延边, 浦东新区 → 浦东; the name itself where nothing is left. */
export function stemOf(name: string): string {
  const stem = OWN_STEMS[name] ?? name.replace(/自治|族区$/.test(name) ? AUTONOMOUS : SUFFIX, '')
  return stem || name
}
