import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import type { Role } from '../../core/workflow/role.js'
import { call } from '../api.js'
import { pathOfFiling } from '../filing-place.js'
import { words } from '../words.zh.js'
import { useYear } from '../year.js'

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl+K'

/** Search over filings and units, from anywhere by Ctrl+K. */
export function Search({ role }: Readonly<{ role: Role }>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const show = () => setOpen(true)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button type="button" className="search-button" onClick={show} aria-keyshortcuts="Control+K Meta+K">
        <span>{words.search}</span>
        <kbd>{shortcut}</kbd>
      </button>
      <dialog ref={dialog} className="search" aria-label={words.search} onClose={() => setOpen(false)}>
        {open ? <SearchBox role={role} close={() => setOpen(false)} /> : null}
      </dialog>
    </>
  )
}

function SearchBox({ role, close }: Readonly<{ role: Role; close: () => void }>) {
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim())
  const year = useYear()
  const found = useQuery({
    queryKey: ['search', year, query],
    enabled: query !== '',
    queryFn: ({ signal }) =>
      call('listFilings', { query: { query, size: 12, ...(year === undefined ? {} : { year }) }, signal }),
  })
  return (
    <>
      <input
        type="search"
        aria-label={words.searchHint}
        placeholder={words.searchHint}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {query !== '' && found.data !== undefined ? (
        <Found answer={found.data} role={role} close={close} />
      ) : null}
    </>
  )
}

function Found({
  answer,
  role,
  close,
}: Readonly<{ answer: AnswerOf<Routes['listFilings']>; role: Role; close: () => void }>) {
  if (answer.total === 0) return <p role="status">{words.nothingFound}</p>
  return (
    <>
      <p role="status">{words.moreFound(answer.total)}</p>
      <ul>
        {answer.items.map((filing) => (
          <li key={filing.filingId}>
            <Link to={pathOfFiling(filing, role)} onClick={close}>
              <strong>{filing.unitName}</strong> {filing.projectName ?? filing.title}
              <span>{filing.stateName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
