import { numberKinds } from '../core/checks/kinds/number-kinds/index.js'
import type { Paragraph } from '../core/document/document.js'
import type { Filing } from '../core/filing/filing.js'
import type { CheckDefinition } from '../core/law/check.js'
import { readNarrative } from '../core/narrative/read-narrative.js'

const title = '2023年度云溪县民政局部门整体支出绩效自评报告'

function filingOf(text: string): Filing {
  const lines = [title, ...text.split('\n')]
  const paragraphs = lines.map(
    (line, index): Paragraph => ({ kind: 'paragraph', index: index + 1, text: line, line: index + 1 }),
  )
  const narrative = readNarrative(paragraphs, { budgetYear: 2023 })
  const document = { blocks: paragraphs, notes: [] }
  return {
    unit: '云溪县民政局',
    budgetYear: 2023,
    document,
    forms: [],
    narrative,
    facts: narrative.facts,
    unplaced: [],
  }
}

/** Runs every number check on a report with these paragraphs: `kind verdict` for each outcome. */
export function runNumberChecks(text: string): readonly string[] {
  const filing = filingOf(text)
  return Object.entries(numberKinds).flatMap(([kind, check]) =>
    (kind === 'stated-ratio'
      ? [{}, { staff: true }]
      : kind === 'sum-of-parts'
        ? [{}, { documents: true }]
        : [{}]
    ).flatMap((parameters) => {
      const definition: CheckDefinition = {
        id: kind,
        rule: '',
        title: '',
        severity: 'error',
        basis: [],
        kind,
        parameters,
      }
      return check(filing, definition).map(({ verdict }) => `${kind} ${verdict}`)
    }),
  )
}
