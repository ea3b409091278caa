import { describe, expect, it } from 'vitest'
import type { Filing, Form } from '../filing/filing.js'
import { recognise } from '../recognise/recognise.js'
import { viewFiling } from './view-filing.js'

const filing: Filing = { ...recognise({ blocks: [], notes: [] }, []), unit: '云溪县水利局', budgetYear: 2024 }
const form: Form = {
  form: 'projectSelfEvaluation',
  pack: 'central/project-self-evaluation/2020',
  title: '项目支出绩效自评表',
  titlePlace: undefined,
  table: 1,
  year: 2024,
  fields: {},
  lists: {},
  signature: undefined,
}

describe('a filing with other forms', () => {
  it('has every part of the filing in a copy of it, and the other forms', () => {
    expect({ ...viewFiling(filing, { forms: [form] }) }).toEqual({ ...filing, forms: [form] })
  })

  it('reads nothing of the filing before it is asked, and tells what it was asked for', () => {
    const read: string[] = []
    const view = viewFiling(filing, { forms: [form], note: (part) => read.push(part) })
    expect(read).toEqual([])
    expect([view.unit, view.forms]).toEqual(['云溪县水利局', [form]])
    expect(read).toEqual(['unit', 'forms'])
  })
})
