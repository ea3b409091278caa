import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentChange } from '../../core/editing/content.js'
import { openKeeper } from './keeper.js'
import { SaveQueue, type SaveQueueGiven } from './save-queue.js'
import type { Batch, Keeper, SaveOutcome, Unsaved } from './save-state.js'

describe('the save queue', () => {
  it('sends what was typed as one change and says when it was saved', async () => {
    const desk = openDesk()
    desk.queue.add([typed('f1/a', '', '9')])
    desk.queue.add([typed('f1/a', '9', '98')])
    expect(desk.queue.state()).toEqual({ kind: 'saving' })
    await desk.settle()
    expect(desk.sent).toEqual([{ revision: '1', changeId: 'id1', changes: [typed('f1/a', '', '98')] }])
    expect(desk.queue.state()).toEqual({ kind: 'saved', at: 'at 2' })
    expect(desk.kept()).toBeNull()
  })

  it('sends nothing when a word was typed and taken back', async () => {
    const desk = openDesk()
    desk.queue.add([typed('f1/a', '', '9')])
    desk.queue.add([typed('f1/a', '9', '')])
    await desk.settle()
    expect(desk.sent).toEqual([])
    expect(desk.queue.state().kind).toBe('saved')
  })

  it('keeps changes on this machine while the server cannot be reached, and sends them again under the same id', async () => {
    const desk = openDesk()
    desk.answers.push({ kind: 'unreachable' }, { kind: 'unreachable' })
    desk.queue.add([typed('f1/a', '', '9')])
    await desk.tick()
    expect(desk.queue.state()).toEqual({ kind: 'offline' })
    desk.queue.add([typed('f1/b', '', '7')])
    expect(desk.kept()?.waiting).toEqual([typed('f1/b', '', '7')])
    await desk.settle()
    expect(desk.sent.map(({ changeId }) => changeId)).toEqual(['id1', 'id1', 'id1', 'id2'])
    expect(desk.queue.state().kind).toBe('saved')
  })

  it('goes on after the laptop was closed: the next page sends what the last one kept', async () => {
    const first = openDesk()
    first.answers.push({ kind: 'unreachable' })
    first.queue.add([typed('f1/a', '', '9')])
    await first.tick()
    const second = openDesk({ keeper: first.keeper, revision: '5' })
    expect(second.queue.unsent()).toEqual([typed('f1/a', '', '9')])
    second.queue.open('5')
    await second.settle()
    expect(second.sent[0]).toMatchObject({ revision: '1', changeId: 'id1' })
    expect(second.kept()).toBeNull()
  })

  it('puts its changes on top of those of somebody who saved first', async () => {
    const desk = openDesk()
    const theirs = [typed('f1/b', '', '7')]
    desk.answers.push({ kind: 'stale', revision: '4', changes: theirs })
    desk.queue.add([typed('f1/a', '', '9')])
    await desk.settle()
    expect(desk.told).toEqual([{ theirs, revision: '4' }])
    expect(desk.sent.map(({ revision, changeId }) => [revision, changeId])).toEqual([
      ['1', 'id1'],
      ['4', 'id2'],
    ])
    expect(desk.queue.state().kind).toBe('saved')
  })

  it.each([
    ['theirs', []],
    ['yours', [typed('f1/a', '7', '9')]],
  ] as const)(
    'asks when both wrote in one cell; choosing %s loses nothing else',
    async (whose, sentAfter) => {
      const desk = openDesk()
      desk.answers.push({ kind: 'stale', revision: '4', changes: [typed('f1/a', '', '7')] })
      desk.queue.add([typed('f1/a', '', '9'), typed('f1/b', '', '3')])
      await desk.settle()
      expect(desk.queue.state()).toMatchObject({
        kind: 'conflict',
        conflicts: [{ cell: 'f1/a', theirs: '7', yours: '9' }],
      })
      expect(desk.kept()?.conflicts).toHaveLength(1)
      const before = desk.sent.length
      desk.queue.choose('f1/a', whose)
      await desk.settle()
      expect(desk.sent.slice(before).flatMap(({ changes }) => changes)).toEqual(sentAfter)
      expect(desk.queue.state().kind).toBe('saved')
      expect(desk.kept()).toBeNull()
    },
  )

  it('says what the server refused and keeps the words until they are discarded', async () => {
    const desk = openDesk()
    desk.answers.push({ kind: 'refused', sentence: '这一格没有被退回' })
    desk.queue.add([typed('f1/a', '', '9')])
    await desk.settle()
    expect(desk.queue.state()).toEqual({ kind: 'refused', sentence: '这一格没有被退回' })
    expect(desk.kept()?.waiting).toHaveLength(1)
    desk.queue.discard()
    expect(desk.kept()).toBeNull()
    expect(desk.queue.state().kind).toBe('saved')
  })

  it('flushes everything before a submission', async () => {
    const desk = openDesk()
    desk.queue.add([typed('f1/a', '', '9')])
    const state = await desk.queue.flush()
    expect(state.kind).toBe('saved')
    expect(desk.sent).toHaveLength(1)
  })

  it('delivers every last word exactly once, whatever the network does', async () => {
    const step = fc.oneof(
      fc.record({ cell: fc.constantFrom('f1/a', 'f1/b', 'f1/c'), to: fc.constantFrom('', '1', '2', '3') }),
      fc.constant('unreachable' as const),
      fc.constant('tick' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const desk = openDesk()
        const page: Record<string, string> = {}
        for (const one of steps) {
          if (one === 'unreachable') desk.answers.push({ kind: 'unreachable' })
          else if (one === 'tick') await desk.tick()
          else {
            desk.queue.add([typed(one.cell, page[one.cell] ?? '', one.to)])
            page[one.cell] = one.to
          }
        }
        await desk.settle()
        const stored = new Map<string, string>()
        for (const { cell, from, to } of desk.taken()) {
          expect(stored.get(cell) ?? '').toBe(from)
          stored.set(cell, to)
        }
        for (const [cell, to] of Object.entries(page)) expect(stored.get(cell) ?? '').toBe(to)
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

describe('the keeper', () => {
  it('keeps by person and filing, and takes nothing damaged for changes', () => {
    const storage = memoryStorage()
    const unsaved: Unsaved = {
      revision: '3',
      sending: null,
      waiting: [typed('f1/a', '', '1')],
      conflicts: [],
    }
    openKeeper(storage, 'one', 'filing').keep(unsaved)
    expect(openKeeper(storage, 'one', 'filing').load()).toEqual(unsaved)
    expect(openKeeper(storage, 'two', 'filing').load()).toBeNull()
    storage.setItem('hengxiao.unsaved/two/filing', '{"revision":')
    expect(openKeeper(storage, 'two', 'filing').load()).toBeNull()
  })

  it('does not stop the typing when the storage is full', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() =>
      openKeeper(full, 'one', 'filing').keep({ revision: '1', sending: null, waiting: [], conflicts: [] }),
    ).not.toThrow()
  })
})

function typed(cell: string, from: string, to: string) {
  return { kind: 'cell', cell, from, to } as const
}

/** A page with its queue, a server that answers as told and saves otherwise, and time that passes on request. */
function openDesk(given: { keeper?: Keeper; revision?: string } = {}) {
  const answers: SaveOutcome[] = []
  const sent: (Batch & { revision: string })[] = []
  const saved = new Map<string, readonly ContentChange[]>()
  const told: { theirs: readonly ContentChange[]; revision: string }[] = []
  const plans = new Set<() => void>()
  let unsaved: Unsaved | null = null
  let ids = 0
  const keeper = given.keeper ?? { load: () => unsaved, keep: (next: Unsaved | null) => (unsaved = next) }
  const later = (_: number, run: () => void) => {
    plans.add(run)
    return () => plans.delete(run)
  }
  const transport: SaveQueueGiven['transport'] = async (batch, revision) => {
    sent.push({ ...batch, revision })
    const answer = answers.shift()
    if (answer !== undefined) return answer
    saved.set(batch.changeId, batch.changes)
    return { kind: 'saved', revision: String(sent.length + 1), savedAt: `at ${sent.length + 1}` }
  }
  const queue = new SaveQueue({
    revision: given.revision ?? '1',
    transport,
    keeper,
    rebase: rebaseCells,
    newId: () => {
      ids += 1
      return `id${ids}`
    },
    later,
    onTheirs: (theirs, revision) => told.push({ theirs, revision }),
  })
  const tick = async () => {
    const [plan] = plans
    if (plan !== undefined) {
      plans.delete(plan)
      plan()
    }
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  const settle = async () => {
    for (let turn = 0; turn < 80; turn += 1) await tick()
  }
  const taken = () => [...saved.values()].flat().filter((change) => change.kind === 'cell')
  return { queue, sent, answers, told, keeper, kept: () => keeper.load(), tick, settle, taken }
}

/** Stands in for the core's own: a cell that both changed is a conflict. */
function rebaseCells(mine: readonly ContentChange[], theirs: readonly ContentChange[]) {
  const later = new Map(theirs.flatMap((one) => (one.kind === 'cell' ? [[one.cell, one.to]] : [])))
  const clashes = mine.flatMap((one) => {
    const to = one.kind === 'cell' ? later.get(one.cell) : undefined
    return one.kind === 'cell' && to !== undefined && to !== one.to
      ? [{ cell: one.cell, theirs: to, yours: one.to }]
      : []
  })
  const clashing = new Set(clashes.map(({ cell }) => cell))
  return {
    changes: mine.filter((one) => one.kind !== 'cell' || !clashing.has(one.cell)),
    conflicts: clashes,
  }
}

function memoryStorage(): Storage {
  const entries = new Map<string, string>()
  return {
    length: 0,
    clear: () => entries.clear(),
    key: () => null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => void entries.delete(key),
    setItem: (key, value) => void entries.set(key, value),
  }
}
