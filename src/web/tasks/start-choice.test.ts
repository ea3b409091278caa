import { describe, expect, it } from 'vitest'
import { beginnings, type Choices, isReady, startOf } from './start-choice.js'

const whole = {
  packId: 'any/department-self-evaluation/2020',
  title: '部门整体支出绩效自评表',
  kind: 'departmentSelfEvaluation' as const,
  areaName: '通用',
  years: [2020],
  companions: [],
}
const project = {
  ...whole,
  packId: 'any/project-self-evaluation/2020',
  kind: 'projectSelfEvaluation' as const,
}
const choices: Choices = {
  budgetYear: 2025,
  hasLastYear: true,
  hasBegun: false,
  forms: [whole, project],
  projects: [{ name: '农村饮水', hasLastYear: true, hasBegun: false }],
}

describe('starting a self-evaluation', () => {
  it('begins with last year where there is one of the same unit or project', () => {
    expect(beginnings(choices, whole, '')).toEqual(['lastYear', 'file', 'blank'])
    expect(beginnings({ ...choices, hasLastYear: false }, whole, '')).toEqual(['blank', 'file'])
    expect(beginnings(choices, project, ' 农村饮水 ')[0]).toBe('lastYear')
    expect(beginnings(choices, project, '校舍修缮')).toEqual(['blank', 'file'])
  })

  it('asks for the name of the project on its form only', () => {
    const given = { form: project, projectName: ' ', from: 'blank', year: 2025 } as const
    expect(isReady(given)).toBe(false)
    expect(isReady({ ...given, projectName: '饮水' })).toBe(true)
    expect(isReady({ ...given, form: whole })).toBe(true)
  })

  it('imports a file into a blank form, and names no project for the whole unit', () => {
    const given = { form: whole, projectName: '农村饮水', from: 'file', year: 2025 } as const
    expect(startOf(given)).toEqual({
      kind: whole.kind,
      packId: whole.packId,
      budgetYear: 2025,
      from: 'blank',
    })
    expect(startOf({ ...given, form: project, from: 'lastYear' })).toMatchObject({
      projectName: '农村饮水',
      from: 'lastYear',
    })
  })
})
