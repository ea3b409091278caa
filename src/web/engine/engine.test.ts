import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../core/editing/apply-changes.js'
import { checkContent } from '../../core/editing/check-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { loadPacks } from '../../packs/load-packs.js'
import { largeContent } from '../../testing/large-content.js'
import { createAnswerer } from './answer-command.js'
import { createClient, type EngineState } from './engine-client.js'
import type { EngineAnswer, EngineCommand } from './engine-messages.js'

const packs = loadPacks()

describe('the engine of a page', () => {
  it('says what the engine itself says, with only changes travelling', () => {
    const { client, sent, states, answerAll } = desk()
    client.check(largeContent, packs)
    answerAll()
    const typed = type(largeContent, '12')
    client.check(typed, packs)
    answerAll()
    expect(sent.map(({ kind }) => kind)).toEqual(['begin', 'changes'])
    const { checked } = states.at(-1) ?? fail()
    const whole = checkContent(typed, packs)
    expect(checked?.isWhole).toBe(true)
    expect(checked?.content).toBe(typed)
    expect(checked?.findings).toEqual(whole.findings)
    expect(checked?.computed).toEqual(whole.computed)
    expect(checked?.forms).toEqual(whole.printed.blocks.filter(({ kind }) => kind === 'form'))
  })

  it('answers for the forms before the rest of the filing, and already rightly', () => {
    const { client, states, answerAll } = desk()
    client.check(largeContent, packs)
    answerAll()
    const typed = amount(largeContent, '12')
    client.check(typed, packs)
    answerAll()
    const [first, rest] = states.slice(-2).map(({ checked }) => checked ?? fail())
    expect([first?.isWhole, rest?.isWhole]).toEqual([false, true])
    const { forms, computed, filled, scores } = rest ?? fail()
    expect(first).toMatchObject({ forms, computed, filled, scores, content: typed, report: typed.report })
    expect(rest?.report).not.toBe(typed.report)
  })

  it('shows columns that nothing stands in yet when asked to, each cell with its key', () => {
    const { client, states, answerAll } = desk()
    client.check(indicatorsOnly, packs)
    answerAll()
    client.check(indicatorsOnly, packs, true)
    answerAll()
    const [official, whole] = [states[0]?.checked, states.at(-1)?.checked]
    const fields = (of: typeof whole) => of?.forms[0]?.cells.map(({ field }) => field)
    expect(fields(official)).not.toContain('indicators[0].adjustedTarget')
    expect(fields(whole)).toContain('indicators[0].adjustedTarget')
    expect(whole?.findings).toEqual(official?.findings)
    client.check(applyChanges(indicatorsOnly, [adjusted]), packs, true)
    answerAll()
    const typed = states.at(-1)?.checked?.forms[0]
    const textOf = (column: string) =>
      typed?.cells.find(({ field }) => field === `indicators[0].${column}`)?.text
    expect([textOf('initialTarget'), textOf('adjustedTarget')]).toEqual(['≥10处', '≥12处'])
  })

  it('leaves out the rest when something newer is already typed', () => {
    const { client, answers, answerAll, answerOne } = desk()
    client.check(largeContent, packs)
    answerAll()
    for (const text of ['1', '12']) {
      client.check(amount(largeContent, text), packs)
      answerOne()
    }
    answerAll()
    expect(answers.map((one) => one.kind === 'checked' && one.checked.isWhole)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('lets the page draw what it was told before the rest is worked out', () => {
    const { client, answers, waiting, answerAll, answerOne, draw } = desk()
    client.check(largeContent, packs)
    answerAll()
    client.check(amount(largeContent, '12'), packs)
    answerOne()
    expect(waiting).toEqual([])
    draw()
    expect(waiting).toEqual([{ kind: 'rest', request: answers.at(-1)?.request }])
  })

  it('copies only the form that has changed', () => {
    const { client, answers, answerAll } = desk()
    client.check(largeContent, packs)
    answerAll()
    client.check(type(largeContent, '12'), packs)
    answerAll()
    const copied = answers.map(
      (one) => one.kind === 'checked' && one.checked.forms.map((form) => form !== null),
    )
    expect(copied).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ])
  })

  it('copies only findings that are new, also after an answer that came too late to be shown', () => {
    const { client, answers, states, answerAll, answerLate } = desk()
    client.check(largeContent, packs)
    answerAll()
    client.check(amount(largeContent, '83'), packs)
    answerLate(() => client.check(amount(largeContent, '838'), packs))
    answerAll()
    const shown = states.at(-1)?.checked
    expect(shown?.findings).toEqual(checkContent(amount(largeContent, '838'), packs).findings)
    const kept = answers.map(
      (one) =>
        one.kind === 'checked' && one.checked.findings.filter((finding) => typeof finding === 'number'),
    )
    expect(kept.map((positions) => positions && positions.length > 0)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
  })

  it('checks only the last of several contents that came while it was busy', () => {
    const { client, sent, states, answerAll } = desk()
    for (const text of ['1', '12', '123']) client.check(type(largeContent, text), packs)
    expect(sent).toHaveLength(1)
    answerAll()
    expect(sent).toHaveLength(2)
    expect(states.at(-1)?.checked?.content).toEqual(type(largeContent, '123'))
  })

  it('says what is wrong with a content that cannot be checked, and goes on with the next', () => {
    const { client, states, answerAll } = desk()
    const broken = { ...largeContent, forms: [{ id: 'f1', pack: 'no/such/pack', fields: {}, lists: {} }] }
    client.check(broken, packs)
    answerAll()
    expect(states.at(-1)?.problem).toContain('没有这个模板包')
    client.check(largeContent, packs)
    answerAll()
    expect(states.at(-1)?.problem).toBeUndefined()
    expect(states.at(-1)?.checked?.forms).toHaveLength(2)
  })

  it('sends what a message between page and worker can carry', () => {
    const answer = createAnswerer()({
      kind: 'begin',
      request: 1,
      packs,
      content: largeContent,
      showUnused: false,
    })
    expect(structuredClone(answer)).toEqual(answer)
  })
})

const indicatorsOnly: FilingContent = {
  ...largeContent,
  forms: [
    {
      id: 'f1',
      pack: 'any/indicators/2020',
      fields: {},
      lists: { indicators: [{ id: 'r1', cells: { name: '维修渠道', target: '≥10处', actual: '12处' } }] },
    },
  ],
}

const adjusted = {
  kind: 'cell',
  cell: 'f1/indicators/r1/adjustedTarget',
  from: '',
  to: '≥12处',
} as const

function type(content: FilingContent, to: string): FilingContent {
  return applyChanges(content, [{ kind: 'cell', cell: 'f1/indicators/r1/actual', from: '', to }])
}

function amount(content: FilingContent, to: string): FilingContent {
  const cell = 'f1/totalFunds.executedAmount'
  return applyChanges(content, [{ kind: 'cell', cell, from: '838.16', to }])
}

/** A page and its worker, with the messages between them delivered by hand. */
function desk() {
  const sent: EngineCommand[] = []
  const answers: EngineAnswer[] = []
  const states: EngineState[] = []
  const waiting: EngineCommand[] = []
  const answer = createAnswerer()
  const toDraw: (() => void)[] = []
  const client = createClient({
    send: (command) => {
      if (command.kind !== 'rest') sent.push(command)
      waiting.push(command)
    },
    show: (state) => states.push(state),
    whenDrawn: (run) => toDraw.push(run),
  })
  const receive = (answered: EngineAnswer) => {
    answers.push(answered)
    client.receive(answered)
  }
  const answerOne = () => {
    const answered = answer(waiting.shift() ?? fail())
    if (answered !== undefined) receive(answered)
  }
  const draw = () => {
    for (const run of toDraw.splice(0)) run()
  }
  const answerAll = () => {
    while (waiting.length + toDraw.length > 0) {
      draw()
      if (waiting.length > 0) answerOne()
    }
  }
  /** The answer for the forms, then something newer is typed before the rest arrives. */
  const answerLate = (typeMore: () => void) => {
    answerOne()
    draw()
    const rest = answer(waiting.shift() ?? fail())
    typeMore()
    receive(rest ?? fail())
  }
  return { client, sent, answers, states, waiting, draw, answerOne, answerAll, answerLate }
}

function fail(): never {
  throw new Error('nothing was shown')
}
