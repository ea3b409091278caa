import { type ReactNode, useState } from 'react'
import { words } from '../words.zh.js'

/** A column that can be folded to leave room for the others. */
export function Column({
  id,
  title,
  children,
}: Readonly<{ id: string; title: string; children: ReactNode }>) {
  const [isFolded, setIsFolded] = useState(false)
  return (
    <section aria-labelledby={`${id}-title`} className={isFolded ? 'column folded' : 'column'} id={id}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        <button
          aria-expanded={!isFolded}
          className="plain"
          onClick={() => setIsFolded(!isFolded)}
          type="button"
        >
          {isFolded ? words.unfold : words.fold}
          <span className="only-read">{title}</span>
        </button>
      </header>
      {isFolded ? null : children}
    </section>
  )
}
