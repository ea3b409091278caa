import { type ReactNode, useState } from 'react'
import { words } from '../words.zh.js'

type Props = Readonly<{ id: string; title: string; children: ReactNode; foldsBelow?: number }>

/** Up to this width the columns stand one below the other, and none needs to give way. */
const stacked = 1100

/** A column that can be folded to leave room for the others; below a width of the window it begins folded. */
export function Column({ id, title, children, foldsBelow = 0 }: Props) {
  const [isFolded, setIsFolded] = useState(
    () => window.innerWidth > stacked && window.innerWidth < foldsBelow,
  )
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
