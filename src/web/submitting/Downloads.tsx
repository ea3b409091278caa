import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { addressOf } from '../api.js'
import { words } from './words.zh.js'

const kinds = [
  { as: 'docx', name: words.word },
  { as: 'xlsx', name: words.excel },
  { as: 'pdf', name: words.pdf },
] as const

/** The official files of a filing, of the version in hand or of the one named. */
export function Downloads({ filingId, version }: Readonly<{ filingId: string; version?: number }>) {
  const [open, setOpen] = useState(false)
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and links inside
    <div className="who downloads" onBlur={leave} onKeyDown={escape}>
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.download}
        <span aria-hidden="true" className="caret" />
      </button>
      {open ? (
        <div className="who-menu">
          {kinds.map(({ as, name }) => (
            <a
              key={as}
              download
              href={addressOf('downloadFiling', {
                params: { filingId },
                query: version === undefined ? { as } : { as, version },
              })}
            >
              {name}
            </a>
          ))}
        </div>
      ) : null}
    </div>
  )
}
