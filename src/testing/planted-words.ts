import { isBankCard, isIdentityNumber } from '../core/redact/check-digits.js'

/** Puts a plant, or what must stand in its place, into a text. */
export type Plant = (personal: string) => string

/** A well-formed identity number of nobody: region 110000, born in 1900. Computed, so that none is written down. */
export function identityOf(first17: string): string {
  const digit = [...'0123456789X'].find((one) => isIdentityNumber(first17 + one))
  return first17 + (digit ?? '?')
}

/** A card number with a right Luhn digit; `start` lacks its last digit. */
export function cardOf(start: string): string {
  const digit = [...'0123456789'].find((one) => isBankCard(start + one))
  return start + (digit ?? '?')
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** Lines of a report with personal data in every shape; each plant goes through `plant`. */
export function plantedLines(plant: Plant): readonly string[] {
  const identity = identityOf('11000019000101000')
  const other = identityOf('11000019001231001')
  return [
    `填表人：${plant('陈小满')}　填报日期：2024年5月14日　联系电话：${plant('13800000000')}　单位负责人（签字）：${plant('何小寒')}`,
    `经 办 人：${plant('赵　小　暑')}　办公电话：${plant('２８５８００００')}`,
    `制表人:${plant('钱 立秋')} 审核人:${plant('孙白露')}`,
    `项目联系人为${plant('吴秋分')}，电子邮箱：${plant('wuqiufen@example.com')}，微信号：${plant('qiufen_001')}。`,
    `审核人 ${plant('郑寒露')} 复核人 ${plant('冯霜降')}`,
    '单位负责人签字：',
    plant('蒋立冬'),
    '联系电话',
    plant('0700 2123 4567'),
    `身份证号码：${plant(identity)}`,
    `户主的证件是${plant(`${other.slice(0, 6)} ${other.slice(6, 14)} ${other.slice(14)}`)}，已核对。`,
    `另一份写作${plant(fullWidth(identityOf('11000019000202000')))}。`,
    `身份证为${plant('110000000101001')}的对象已迁出。`,
    `补助打入银行卡，卡号${plant('6200 0000 0000 0005')}。`,
    `退款至${plant(cardOf('621700000000000001'))}。`,
    `请拨打${plant('138-0000-0001')}或${plant('+86 139 0000 0000')}联系。`,
    `夜间可打${plant('1 3 8 0 0 0 0 0 0 1 1')}。`,
    `传真：${plant('0700-2123456转802')}`,
    `座机（${plant('(0700)2123458')}）已换。`,
    `材料请发至${plant('box＠example．com')}或${plant('box2[at]example.com')}。`,
    `手机：${plant('一三八零零零零零零零零')}`,
    `法定代表人：${plant('欧阳谷雨')}　职务：主任`,
    `会后由${plant('陈小满')}同志归档，${plant('何 小 寒')}签收。`,
    `组长：${plant('韩小雪')}　成员：${plant('杨大雪')}、${plant('朱冬至')}、${plant('秦大寒')}`,
    `联系方式：${plant('许惊蛰')} ${plant('13900000001')}`,
    `住址：${plant('云溪县柳河镇三组7号')}`,
    `开户账号：${plant('1234 5678 9012 3')}`,
    `姓名\u200b：${plant('吕\u200b清明')}，手机\u00a0${plant('138\u200b00000002')}`,
    `Tel: ${plant('0700-2123459')}  E-mail: ${plant('a.b@mail.example.com')}`,
  ]
}

/** Lines that look alike and hold nobody's data: not a sign of them may go. */
export const harmlessLines: readonly string[] = [
  '根据财预〔2020〕10号和云财绩〔2024〕13号，云溪县水利局请财务负责人和股室经办人一起成立了小组。',
  '2080801 死亡抚恤 1,234.56万元，执行率98.76%，合计13700000000元。',
  '项目编码110000139000000001234，统一社会信用代码 11430000006123456X，邮政编码 414000。',
  '12345热线接听电话1200余次，服务热线：0700-2123400，全年拨打12333共3次。',
  '各项目负责人和科室参与预算绩效管理；负责人：由分管领导兼任。',
  '项目负责人：负责项目的整体推进。联系人：',
  '职工 150 2000 3000 400 人，面积 13812.34 平方米，2024-05-14 至 2024-12-31。',
  '填表人：　　　　填报日期：　　年　　月　　日　　联系电话：　　　　单位负责人签字：',
  '完成率100%，得分9.85分，资金到位13800.00万元，占比13.8%，编号6200000000000006。',
  '早高峰期间疏导，安全生产标准化；审核：通过。成员单位：水利局、民政局。',
]
