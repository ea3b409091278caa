import { type ReactNode, useEffect, useId, useRef } from 'react'
import { words } from '../words.zh.js'

/** A window over the page; Escape closes it, the focus goes in and comes back. */
export function Dialog({
  title,
  close,
  children,
  wide = false,
}: Readonly<{ title: string; close: () => void; children: ReactNode; wide?: boolean }>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby={id} className={wide ? 'wide' : ''} onClose={close}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="plain" aria-label={words.close} onClick={close}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  )
}
