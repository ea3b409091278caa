import { describe, expect, it } from 'vitest'
import type { FilingContent } from './content.js'
import { pointsOfCell } from './points-of-cell.js'

function content(score: string | undefined): FilingContent {
  const cells = score === undefined ? {} : { score }
  const form = { id: 'f1', pack: 'any', fields: {}, lists: { indicators: [{ id: 'r1', cells }] } }
  return { unit: '', budgetYear: 2024, forms: [form], report: [] }
}

const cell = 'f1/indicators/r1/score'

describe('pointsOfCell', () => {
  it.each([
    ['9.50', '9.5'],
    [' 10分', '10'],
    ['优', undefined],
  ])('reads %s as the unit wrote it', (written, points) => {
    expect(pointsOfCell(content(written), { computed: { [cell]: '1' } }, cell)).toBe(points)
  })

  it('takes what is computed where nothing is written, and nothing where nothing is', () => {
    expect(pointsOfCell(content(undefined), { computed: { [cell]: '8.25' } }, cell)).toBe('8.25')
    expect(pointsOfCell(content(undefined), { computed: {} }, cell)).toBeUndefined()
  })
})
