/** One label of a signature line with what stands after it. */
export type SignatureField = Readonly<{
  role: 'preparer' | 'date' | 'phone' | 'head'
  label: string
  value: string
  /** Label, colon and value as printed. */
  printed: string
}>

const labels: readonly (readonly [SignatureField['role'], string])[] = [
  ['head', '(?:单位|部门)?负责人(?:[（(]?(?:签字|签名|签章|盖章)[）)]?)?'],
  ['preparer', '填\\s*[表报]\\s*人(?:[（(]?(?:签字|签名|签章)[）)]?)?|经办人|制表人'],
  ['date', '(?:填[报表]|制表)(?:日期|时间)'],
  ['phone', '(?:联系)?(?:电话|方式)(?:号码)?'],
]
const anyLabel = new RegExp(`(?:${labels.map(([, pattern]) => pattern).join('|')})\\s*[:：]`, 'g')

/** What any of the labels begins with. */
const firstWords = /^\s*(?:单位|部门|负责|填|经办|制表|联系|电话|方式)/

/** Splits 填表人：… 填报日期：… 联系电话：… 单位负责人签字：… Undefined when the line is no signature line. */
export function readSignature(text: string): readonly SignatureField[] | undefined {
  if (!firstWords.test(text)) return undefined
  const found = [...text.matchAll(anyLabel)]
  const fields = found.map((match, position) => {
    const end = found[position + 1]?.index ?? text.length
    const label = match[0].replace(/\s*[:：]$/, '')
    const printed = text.slice(match.index, end)
    return { role: roleOf(label), label, value: printed.slice(match[0].length).trim(), printed }
  })
  const roles = new Set(fields.map(({ role }) => role))
  const begins = (found[0]?.index ?? 1) <= text.length - text.trimStart().length
  return begins && roles.size >= 2 && (roles.has('preparer') || roles.has('head')) ? fields : undefined
}

function roleOf(label: string): SignatureField['role'] {
  return labels.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(label))?.[0] ?? 'preparer'
}
