import { memo } from 'react'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { words } from '../words.zh.js'

/** Why not everything can be changed; nothing where it can. */
export const StandingLine = memo(function StandingLine({
  whole: { filing, open, flags },
}: Readonly<{ whole: FilingWhole }>) {
  if (!filing.actions.includes('edit'))
    return <p className="filling-closed">{words.readOnly(filing.stateName)}</p>
  if (open === null) return null
  return (
    <div className="filling-closed">
      <p>{words.returned(flags.length, Math.max(0, open.length - flags.length))}</p>
      <ul>
        {[...new Set(flags.map(({ reason }) => reason))].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
})
