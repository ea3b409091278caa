import type { Finding } from '../core/law/check.js'
import type { Mark, Marked } from '../documents/mark/marked.js'
import { groupFindings } from './output/groups.js'
import {
  basisWordsOf,
  comparisonWords,
  countWords,
  filingWords,
  noticesOf,
  placeWords,
  scoreWords,
  severityWords,
  suggestionWords,
  verdictSentence,
  whereWords,
} from './output/words.js'
import type { CheckedFile } from './report.js'

/** What to write on the file: a summary, and a mark at every place of every finding. */
export function marksOf(report: CheckedFile): Marked {
  const findings = groupFindings(report).flatMap((group) => group.findings)
  return {
    summary: [
      `衡效核对：${filingWords(report)}`,
      verdictSentence(report),
      countWords(report.counts),
      ...scoreLines(report),
      ...noticesOf(report).map((note) => `注意：${note}`),
      ...findings.map((finding, index) => summaryLine(finding, index + 1, report)),
    ],
    marks: findings.flatMap((finding, index) => marksOfFinding(finding, index + 1, report)),
  }
}

function scoreLines({ forms }: CheckedFile): string[] {
  return forms.flatMap((form) => {
    const words = scoreWords(form)
    return words === undefined ? [] : [`得分　${form.title}：${words}`]
  })
}

function summaryLine({ severity, places: [place], message }: Finding, number: number, report: CheckedFile) {
  const where = place === undefined ? '整份报告' : whereWords(place, report)
  return `${number}.【${severityWords[severity]}】${where}：${message}`
}

function marksOfFinding(finding: Finding, number: number, report: CheckedFile): Mark[] {
  const { severity, message, places } = finding
  const [first, ...others] = places
  if (first === undefined) return []
  const label = severityWords[severity]
  const main = { place: first, severity, number, isMain: true, title: `【${label}】${message}` }
  const title = `【${label}】见第${number}条批注：${placeWords(first, report)}`
  return [
    { ...main, lines: linesOf(finding, report) },
    ...others.map((place) => ({ place, severity, number, isMain: false, title, lines: [message] })),
  ]
}

function linesOf(finding: Finding, report: CheckedFile): string[] {
  const comparison = comparisonWords(finding)
  const suggestion = suggestionWords(finding, report)
  return [
    ...(comparison === '' ? [] : [`数字：${comparison}`]),
    ...(suggestion === undefined ? [] : [`改法：${suggestion}`]),
    `依据：${basisWordsOf(finding.basis, report)}`,
    `规则：${finding.rule}`,
  ]
}
