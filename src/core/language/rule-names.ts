import type { NumberRule } from './rule.js'

/** An expression in the words of the form: “执行率分值 × 全年执行数 ÷ 全年预算数”. */
export function renderNames(rule: NumberRule): string {
  switch (rule.kind) {
    case 'constant':
      return rule.text
    case 'reference':
      return `“${rule.reference.name}”`
    case 'binary':
      return `${renderNames(rule.left)} ${rule.sign} ${renderNames(rule.right)}`
    case 'smallest':
    case 'largest':
      return rule.items.map(renderNames).join(rule.kind === 'smallest' ? '与' : '或')
    case 'absolute':
      return `${renderNames(rule.item)}的大小`
    case 'sum':
      return rule.terms.length === 1 && rule.terms[0]?.kind === 'one'
        ? `“${rule.terms[0].reference.name}”`
        : `各行“${rule.name.replace('、', '的')}”合计`
    case 'count':
      return `“${rule.name}”的行数`
  }
}
