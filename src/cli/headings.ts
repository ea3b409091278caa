import type { Filing } from '../core/filing/filing.js'

/** The form or the section of the report that a part belongs to: `整体支出绩效自评表（第2张表）`, `正文 二、项目支出情况`. */
export function findHeading(part: string, { forms, narrative }: Filing): string {
  const [kind, number = ''] = part.split(' ')
  const index = Number.parseInt(number, 10)
  if (kind === 'table') {
    const form = forms.find(({ table }) => table === index)
    return `${form === undefined || form.title === '' ? '表格' : form.title.replace(/\s+/g, '')}（第${index}张表）`
  }
  const signed = forms.find(({ signature }) => signature?.index === index)
  if (signed !== undefined) return `${signed.title.replace(/\s+/g, '')}（第${signed.table}张表）`
  const section = narrative.sections.findLast(({ level, heading }) => level === 1 && heading.index <= index)
  return section === undefined ? '封面和标题' : `正文 ${section.number}${section.title}`
}
