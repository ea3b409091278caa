/** Endings that only names of offices have. */
const strongEndings =
  '委员会办公室|管理委员会|委员会|人民政府办公室|人民政府|办事处|事务局|管理局|服务中心|指导中心|中心|联合会|管理处|服务站|管理所|研究所|医院|学校|学院|大学|中学|小学|幼儿园|法院|检察院|图书馆|档案馆|博物馆|文化馆|纪念馆|党校|支队|大队|总队|局|厅|总工会|妇联|团委|司法所|工作队'
/** Endings that also close other words; trusted only where a name is expected. */
const weakEndings = '处|站|所|院|馆|会|委|办|部|社|园|校|队|场|公司|办公室|政府|室|厂|台|联|集团'

const strongName = new RegExp(`^[\\u4e00-\\u9fa5（）()“”、]{2,40}?(?:${strongEndings})`)
const anyName = new RegExp(`^[\\u4e00-\\u9fa5A-Z0-9（）()“”·、]{2,40}(?:${strongEndings}|${weakEndings})$`)
const regionStart = /^[\u4e00-\u9fa5]{1,8}?(?:省|市|县|区|州|旗|盟|镇|乡|街道)/

/** True when the whole text can be the name of an office: 云溪县民政局. */
export function isUnitName(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  return anyName.test(bare) && !/^(?:部门|单位|本|我|各|财政部门|主管部门|预算)/.test(bare)
}

/** The longest name of an office at the head of the text: 云溪县民政局 of 云溪县民政局高龄津贴项目. */
export function unitNameAtHead(text: string): string | undefined {
  let name: string | undefined
  let rest = text.replace(/\s/g, '')
  for (let match = strongName.exec(rest); match !== null; match = strongName.exec(rest)) {
    name = (name ?? '') + match[0]
    rest = rest.slice(match[0].length)
    if (!new RegExp(`^[\\u4e00-\\u9fa5]{0,12}?(?:${strongEndings})`).test(rest)) break
  }
  return name !== undefined && isUnitName(name) ? name : undefined
}

/** A name at the head of a sentence that begins with a region: 青岭市档案馆核定编制12人. */
export function regionalUnitAtHead(text: string): string | undefined {
  return regionStart.test(text) ? unitNameAtHead(text) : undefined
}

/** True when both can name the same office: one is the end of the other, or they differ by their region. */
export function sameUnit(left: string, right: string): boolean {
  const [a, b] = [bareName(left), bareName(right)]
  if (a === '' || b === '') return false
  return a.endsWith(b) || b.endsWith(a) || withoutRegion(a) === withoutRegion(b)
}

function bareName(name: string): string {
  return name.replace(/[\s（）()]/g, '')
}

function withoutRegion(name: string): string {
  return name.replace(regionStart, '').replace(regionStart, '') || name
}
