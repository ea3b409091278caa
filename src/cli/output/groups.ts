import type { Finding, Severity } from '../../core/law/check.js'
import type { CheckedFile } from '../report.js'

/** Findings of one form or one section of the report. */
export type FindingGroup = Readonly<{ heading: string; findings: readonly Finding[] }>

const rank = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>

/** Findings by form and section: the group with the worst findings first, and in each the worst first. */
export function groupFindings({ findings, headings }: CheckedFile): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const part = finding.places[0]?.part
    const heading = (part === undefined ? undefined : headings[part]) ?? '整份报告'
    groups.set(heading, [...(groups.get(heading) ?? []), finding])
  }
  return [...groups]
    .map(([heading, found]) => ({ heading, findings: [...found].sort(compareFindings) }))
    .sort((left, right) => compareGroups(left.findings, right.findings))
}

/** The worst severity first, then the group with more of it. */
function compareGroups(left: readonly Finding[], right: readonly Finding[]): number {
  return worst(left) - worst(right) || countOf(right, worst(right)) - countOf(left, worst(left))
}

function countOf(findings: readonly Finding[], level: number): number {
  return findings.filter(({ severity }) => rank[severity] === level).length
}

/** The worst first; of the same severity, from top to bottom. */
function compareFindings(left: Finding, right: Finding): number {
  const [one, other] = [left.places[0], right.places[0]]
  return (
    rank[left.severity] - rank[right.severity] ||
    (one?.row ?? 0) - (other?.row ?? 0) ||
    (one?.column ?? 0) - (other?.column ?? 0)
  )
}

function worst(findings: readonly Finding[]): number {
  return Math.min(...findings.map(({ severity }) => rank[severity]))
}
