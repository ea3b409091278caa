import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../core/checks/check-document.js'
import { checkKinds } from '../../core/checks/kinds/index.js'
import { problemText } from '../../core/pack-source/source.js'
import { checkPacks } from '../../packs/check-packs.js'

const report = checkPacks('packs', { kinds: Object.keys(checkKinds), checkDocument })

describe('the packs that ship', () => {
  it('are written without mistakes, every check with a passing and a failing case', () => {
    expect(report.problems.map(problemText)).toEqual([])
  })
  it('declare nothing that is read by nothing, print every field, and replace signs only on purpose', () => {
    expect(report.warnings.map(problemText)).toEqual([])
  })
  it('include every pack of the design', () => {
    expect(report.packs).toEqual(
      expect.arrayContaining([
        'hunan/department-self-evaluation/2023',
        'hunan/department-self-evaluation/2024',
        'hunan/base-data/2023',
        'hunan/project-self-evaluation/2024',
        'shanxi/department-self-evaluation/2021',
        'yunnan/project-self-evaluation/2023',
        'central/project-self-evaluation/2020',
        'central/department-self-evaluation/2021',
      ]),
    )
  })
  it.each(report.outcomes)('$check: $name', ({ actual, expected }) => {
    expect(actual).toBe(expected)
  })
})
