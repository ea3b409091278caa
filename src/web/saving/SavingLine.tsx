import { useState } from 'react'
import { Button } from '../shell/Button.js'
import { Conflicts } from './Conflicts.js'
import type { OpenConflict } from './save-state.js'
import './saving.css'
import type { Saving } from './use-saving.js'
import { words } from './words.zh.js'

/** 已保存 10:32, or what stands in the way; opens the choice where two people wrote in one place. */
export function SavingLine({
  saving: { queue, state },
  nameOf,
}: Readonly<{ saving: Saving; nameOf: (cell: string) => string }>) {
  return (
    <span className={`saving saving-${state.kind}`} role="status">
      {state.kind === 'saved' ? savedWords(state.at) : null}
      {state.kind === 'saving' ? words.saving : null}
      {state.kind === 'offline' ? (
        <>
          {words.offline}
          <Button small onClick={() => queue.sendNow()}>
            {words.retry}
          </Button>
        </>
      ) : null}
      {state.kind === 'refused' ? (
        <>
          {words.refused}：{state.sentence}
          <Button small onClick={() => queue.discard()}>
            {words.discard}
          </Button>
        </>
      ) : null}
      {state.kind === 'conflict' ? (
        <ConflictLine conflicts={state.conflicts} nameOf={nameOf} queue={queue} />
      ) : null}
    </span>
  )
}

type ConflictProps = Readonly<{
  conflicts: readonly OpenConflict[]
  nameOf: (cell: string) => string
  queue: Saving['queue']
}>

/** Lives as long as the conflict: the next one does not open the choice by itself, over what is being typed. */
function ConflictLine({ conflicts, nameOf, queue }: ConflictProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      {words.conflict(conflicts.length)}
      <Button small onClick={() => setChoosing(true)}>
        {words.choose}
      </Button>
      {choosing ? (
        <Conflicts
          conflicts={conflicts}
          nameOf={nameOf}
          choose={(cell, whose) => queue.choose(cell, whose)}
          close={() => setChoosing(false)}
        />
      ) : null}
    </>
  )
}

function savedWords(at: string | null): string {
  if (at === null) return words.nothingChanged
  const time = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return words.saved(`${two(time.getHours())}:${two(time.getMinutes())}`)
}
