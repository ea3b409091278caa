import { useQuery } from '@tanstack/react-query'
import type { CellKey } from '../../../core/editing/content.js'
import { addressOf, call } from '../../api.js'
import { monthAndDay } from '../../days.js'
import { words } from '../words.zh.js'

type Props = Readonly<{ filingId: string; nameOf: (cell: CellKey) => string }>

/** 佐证材料 of the filing, to be opened. */
export function Evidence({ filingId, nameOf }: Props) {
  const found = useQuery({
    queryKey: ['evidence', filingId],
    queryFn: () => call('listEvidence', { params: { filingId } }),
  })
  const items = found.data ?? []
  return (
    <section aria-labelledby="evidence">
      <h3 id="evidence">{words.evidenceFiles}</h3>
      {found.data !== undefined && items.length === 0 ? <p className="quiet">{words.noEvidence}</p> : null}
      <ul className="said">
        {items.map(({ evidenceId, name, bytes, cell, byName, addedAt }) => (
          <li key={evidenceId}>
            <a href={addressOf('downloadEvidence', { params: { filingId, evidenceId } })}>{name}</a>
            <p className="quiet">
              {cell === null ? '' : `${nameOf(cell)} · `}
              {sizeInWords(bytes)} · {byName} {monthAndDay(addedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sizeInWords(bytes: number): string {
  return bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`
}
