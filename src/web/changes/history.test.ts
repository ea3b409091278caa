import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../core/editing/apply-changes.js'
import type { ContentChange, FilingContent } from '../../core/editing/content.js'
import { randomFrom } from '../../testing/random.js'
import { type History, noHistory, recordStep, redoStep, undoStep } from './history.js'

const start: FilingContent = {
  unit: '云溪县文化馆',
  budgetYear: 2024,
  report: [],
  forms: [
    {
      id: 'f1',
      pack: 'hunan/project-self-evaluation/2024',
      fields: { projectName: '演出' },
      lists: { indicators: ['r1', 'r2', 'r3'].map((id) => ({ id, cells: { name: id } })) },
    },
  ],
}

describe('undo', () => {
  it('takes back a paste with its new rows as one step', () => {
    const changes: ContentChange[] = [
      { kind: 'cell', cell: 'f1/indicators/r1/name', from: 'r1', to: '甲' },
      { kind: 'addRow', form: 'f1', list: 'indicators', row: 'r4', after: 'r3', cells: { name: '乙' } },
    ]
    const { content, history } = make({ content: start, history: noHistory }, changes)
    const taken = undoStep(history, content)
    expect(applyChanges(content, taken?.changes ?? [])).toEqual(start)
    expect(taken?.at).toBe('f1/projectName')
  })

  it('puts a removed row back in its place with its words', () => {
    const remove: ContentChange = { kind: 'removeRow', form: 'f1', list: 'indicators', row: 'r2' }
    const { content, history } = make({ content: start, history: noHistory }, [remove])
    expect(applyChanges(content, undoStep(history, content)?.changes ?? [])).toEqual(start)
  })

  it('leaves what somebody else has changed since', () => {
    const mine: ContentChange = { kind: 'cell', cell: 'f1/projectName', from: '演出', to: '我的' }
    const { content, history } = make({ content: start, history: noHistory }, [mine])
    const theirs = applyChanges(content, [{ ...mine, from: '我的', to: '别人的' }])
    expect(undoStep(history, theirs)?.changes).toEqual([])
  })

  it('has nothing to take back at the beginning', () => {
    expect(undoStep(noHistory, start)).toBeUndefined()
    expect(redoStep(noHistory, start)).toBeUndefined()
  })

  it('comes back to the beginning and to the end, whatever was done', () => {
    const random = randomFrom(4)
    for (let round = 0; round < 50; round++) {
      let state = { content: start, history: noHistory }
      for (let step = 0; step < 8; step++) state = make(state, [randomChange(state.content, random)])
      const end = state.content
      state = { content: end, history: state.history }
      state = walk(state, undoStep)
      expect(state.content).toEqual(start)
      expect(walk(state, redoStep).content).toEqual(end)
    }
  })
})

type State = Readonly<{ content: FilingContent; history: History }>

function make({ content, history }: State, changes: readonly ContentChange[]): State {
  return {
    content: applyChanges(content, changes),
    history: recordStep(history, changes, { content, at: 'f1/projectName' }),
  }
}

function walk({ content, history }: State, step: typeof undoStep): State {
  const taken = step(history, content)
  if (taken === undefined) return { content, history }
  return walk({ content: applyChanges(content, taken.changes), history: taken.history }, step)
}

function randomChange(content: FilingContent, random: () => number): ContentChange {
  const rows = content.forms[0]?.lists.indicators ?? []
  const any = rows[Math.floor(random() * rows.length)]
  const kind = random()
  if (any === undefined || kind < 0.4)
    return {
      kind: 'addRow',
      form: 'f1',
      list: 'indicators',
      row: `n${Math.floor(random() * 1e9)}`,
      after: any?.id,
      cells: { name: '新' },
    }
  if (kind < 0.6) return { kind: 'removeRow', form: 'f1', list: 'indicators', row: any.id }
  const to = `值${Math.floor(random() * 9)}`
  return { kind: 'cell', cell: `f1/indicators/${any.id}/name`, from: any.cells.name ?? '', to }
}
