/** The family names of well over 99 in 100 people, and first signs of transcribed names. */
const familyNames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付代冼丘覃岳操闭仝苟苑佟佘鹿岩海原门南楚揭卿招植幺兰朴玉邸眭随缑帅仉信战侍么亓豆岐辜刀盘布罕买吐热麦阿图依努迪玛旦扎次尼拉索洛达根其格'.split(
    '',
  ),
)
const doubleFamilyNames =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|左丘|东门|西门|第五)/

/** Words of forms and offices: what holds one of them is no name. */
const officeWords =
  /指标|预算|决算|资金|分值|得分|目标|完成|执行|单位|项目|成本|时效|数量|质量|效益|满意|年度|合计|小计|情况|说明|备注|名称|日期|时间|电话|方式|地址|部门|科室|序号|金额|支出|收入|经费|签字|签名|签章|盖章|公章|办公|人员|负责|联系|填报|填表|审核|经办|职务|职称|岗位|姓名|性别|号码|账号|帐号|手机|邮箱|附件|如下|同上|同前|详见|暂无|没有|待定|不详|未定|按照|以及|管理|中心|委员|政府|公司|集团|学校|医院|银行|隐去|传真|单击|点击|输入|文字|合格|同意|意见|内容|标准|要求|计划|任务|工作|领导|小组|全体|本人|其他|左右|以上|以下/
/** What stands in a name's place and is none. */
const neverNames = new Set(
  '空的 无 有 是 否 略 空 章 职工 成员 通过 全部 国家 都有 相关 应当 支付 利用 解决 包括 其中 其它 根据 达到 达标 次数 次日 代码 关于 国有 国内 别的 那么 须知 单独 双方 经常 查看 空白 随时 从严 明确'.split(
    ' ',
  ),
)
/** Words that are also names of people: after a label and a colon they are names, anywhere else they are words. */
const wordsToo = new Set(
  '安全 平安 文明 和平 高峰 成功 常规 方案 时间 和谐 广泛 能力 计算 农业 农村 文化 公开 公示 游客 路面 江河 山区 海洋 水利 车辆 房屋 房产 边远 东部 南部 严格 强化 经济 危房 程度 广场 易地 文件 华侨 金融 金属 管道 石油 石材 井盖 山林 松木 白天 温度 连续 向上 古迹 步骤 满分 文书 文物 东西 利率 师生 游览 权限 益民 公路 公用 公共 公益 信访 信息 战略 布局 热线 图书 格式 高中 高度 高效 成长 方便 明显 安排 时期 时限 应急 容量 云计算 万元 高标准 强基础'.split(
    ' ',
  ),
)
const officeEndings =
  /(?:局|处|科|股|室|院|站|所|厅|委|办|组|队|中心|镇|乡|县|市|区|省|州|村|旗|校|社|场|馆|园|部|会|率|数|费|额|款)$/

const titles =
  '副?(?:局长|主任|科长|股长|书记|处长|所长|站长|院长|校长|经理|部长|秘书长|秘书|馆长|县长|市长|区长|镇长|乡长|主席|会长|厅长|组长|队长|会计师|会计|出纳|科员|干事|老师|医生|律师|同志|先生|女士)'
const titleAtEnd = new RegExp(`(?:${titles})+$`)
/** What may follow a name without a space: 王小明同志, 李红主任. */
export const titleAhead = new RegExp(`^(?:${titles})`)

/** True when the signs (no spaces) can be a Chinese name by its family name and its length. */
export function isPersonName(signs: string): boolean {
  return startsLikeName(signs) && !wordsToo.has(signs) && isNotOtherwise(signs)
}

/** True when the signs stand where a name is expected and nothing speaks against it; the family name may be rare. */
export function canBeName(signs: string): boolean {
  return (hasNameLength(signs) || isTranscribed(signs)) && isNotOtherwise(signs)
}

/** The name without the office that follows it: 王小明 of 王小明主任. Never empty. */
export function withoutTitle(signs: string): string {
  const bare = signs.replace(titleAtEnd, '')
  return bare === '' ? signs : bare
}

/** True for one of the names that a family name may be: a single sign written before an office. */
export function isFamilyName(signs: string): boolean {
  return familyNames.has(signs) || (signs.length === 2 && doubleFamilyNames.test(signs))
}

function startsLikeName(signs: string): boolean {
  if (isTranscribed(signs)) return true
  if (!hasNameLength(signs)) return false
  if (doubleFamilyNames.test(signs)) return signs.length > 2
  return signs.length < 4 && familyNames.has(signs.charAt(0))
}

function hasNameLength(signs: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(signs)
}

/** 阿卜杜拉·买买提 */
function isTranscribed(signs: string): boolean {
  return /^\p{Script=Han}{1,10}(?:[·•・]\p{Script=Han}{1,10}){1,3}$/u.test(signs)
}

function isNotOtherwise(signs: string): boolean {
  if (neverNames.has(signs) || officeWords.test(signs)) return false
  if (signs.length >= 3 && officeEndings.test(signs))
    return signs.length === 3 && familyNames.has(signs.charAt(0)) && !isOfficeByWord(signs)
  return true
}

/** 安全科, 党委办, 高新区: family name or not, these are offices and places. */
function isOfficeByWord(signs: string): boolean {
  return (
    /^(?:安全|党委|计划|文化|文教|农业|农村|水利|房管|公安|公用|综合|经济|经发|人事|国资|国库|信访|信息|高新|东城|南城|海关|平安|华南|金融|师范|宣传|应急|交通|卫健|居民|路政|车管|法规|统战|成都|广州|杭州|常州|温州|郑州|徐州|和平|江北|江南|向阳|万州|云南|山西|山东|江苏|江西|海南|广东|广西|安徽|甘肃|宁夏|贵州)/.test(
      signs,
    ) || /[局厅县市省州旗率费额款]$/.test(signs)
  )
}
