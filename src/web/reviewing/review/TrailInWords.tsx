import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.js'
import { Button } from '../../shell/Button.js'
import { words } from '../words.zh.js'

const few = 20

/** 留痕 of the filing in sentences, the newest first; more on demand, never cut without a word. */
export function TrailInWords({ filingId }: Readonly<{ filingId: string }>) {
  const [size, setSize] = useState(few)
  const found = useQuery({
    queryKey: ['trail', filingId, size],
    queryFn: () => call('listFilingEvents', { params: { filingId }, query: { size } }),
    placeholderData: (before) => before,
  })
  if (found.data === undefined) return null
  const { items, total } = found.data
  return (
    <section aria-labelledby="trail">
      <h3 id="trail">
        {words.trail} <span className="quiet">{total}</span>
      </h3>
      <ol className="said">
        {items.map(({ sequence, words: said }) => (
          <li key={sequence}>{said}</li>
        ))}
      </ol>
      {total > items.length && size < 200 ? (
        <Button onClick={() => setSize(200)} small>
          {words.earlier(Math.min(total, 200) - items.length, total)}
        </Button>
      ) : null}
    </section>
  )
}
