import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { cellsOfChanges } from '../../core/editing/cells-of-changes.js'
import { changesBetween } from '../../core/editing/changes-between.js'
import { labelOfCell } from '../../core/editing/label-of-cell.js'
import type { Pack } from '../../core/pack/pack.js'
import { addressOf } from '../api.js'
import { useStream } from '../use-stream.js'
import { type FilingWhole, filingQuery } from './filing-whole.js'
import type { Filling } from './use-filling.js'
import { words } from './words.zh.js'

type FilingInHand = Readonly<{ whole: FilingWhole; accountName: string; packs: readonly Pack[] }>

/** Others who work on the same filing: their changes are pulled in, and one is told who changed what. */
export function useOthers({ whole, accountName, packs }: FilingInHand) {
  const client = useQueryClient()
  const filling = useRef<Filling>(null)
  const [notice, setNotice] = useState('')
  const { filingId } = whole.filing
  const pullIn = async (byName?: string) => {
    const fresh = await client.fetchQuery({ ...filingQuery(filingId), staleTime: 0 })
    const mine = filling.current
    if (mine === null) return
    const changes = changesBetween(mine.takeOver(fresh), mine.latest())
    const names = cellsOfChanges(changes).map((cell) => labelOfCell(mine.latest(), packs, cell))
    if (names.length > 0) setNotice(words.others(byName ?? words.someone, listed(names)))
  }
  useStream(addressOf('watchFiling', { params: { filingId } }), {
    saved: ({ revision, byName }) => {
      const isMine = byName === accountName || revision === filling.current?.saving.queue.revision()
      if (!isMine) void pullIn(typeof byName === 'string' ? byName : undefined)
    },
    moved: () => void client.invalidateQueries({ queryKey: ['filing', filingId] }),
  })
  return {
    notice,
    pullIn: () => void pullIn(),
    connect: (current: Filling) => {
      filling.current = current
    },
  }
}

const mostNamed = 3

function listed(names: readonly string[]): string {
  const more = names.length > mostNamed ? words.more(names.length) : ''
  return `${names.slice(0, mostNamed).join('、')}${more}`
}
