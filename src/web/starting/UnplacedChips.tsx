import { useId, useState } from 'react'
import type { CellKey } from '../../core/editing/content.js'
import { Button } from '../shell/Button.js'
import { placeName, type Recognised } from './links.js'
import type { Placement } from './placements.js'
import { words } from './words.zh.js'

type ChipsProps = Readonly<{
  unplaced: readonly Recognised[]
  placements: readonly Placement[]
  chosen: number | undefined
  cells: readonly Readonly<{ cell: CellKey; name: string }>[]
  choose: (unplaced: number | undefined) => void
  put: (cell: CellKey, unplaced: number) => void
  takeBack: (unplaced: number) => void
}>

/** What no cell took, as chips: to be dragged, or chosen and put into a cell of the list. */
export function UnplacedChips({ unplaced, placements, chosen, cells, choose, put, takeBack }: ChipsProps) {
  if (unplaced.length === 0) return null
  const whereOf = (index: number) => {
    const cell = placements.find(({ unplaced: number }) => number === index)?.cell
    return cells.find((one) => one.cell === cell)?.name ?? cell
  }
  return (
    <section className="panel unplaced-chips" aria-label={words.unplacedTitle}>
      <h2>{words.unplacedTitle}</h2>
      <p className="quiet">{words.unplacedSays}</p>
      <ul>
        {unplaced.map((one, index) => (
          <Chip
            // biome-ignore lint/suspicious/noArrayIndexKey: what is unplaced keeps its number
            key={index}
            one={one}
            index={index}
            isChosen={chosen === index}
            where={whereOf(index)}
            choose={choose}
            takeBack={takeBack}
          />
        ))}
      </ul>
      {chosen === undefined ? null : (
        <CellChoice
          key={chosen}
          cells={cells}
          quote={unplaced[chosen]?.quote ?? ''}
          put={(cell) => put(cell, chosen)}
        />
      )}
    </section>
  )
}

function Chip({
  one,
  index,
  isChosen,
  where,
  choose,
  takeBack,
}: Readonly<{
  one: Recognised
  index: number
  isChosen: boolean
  /** Name of the cell that it was put into. */
  where: string | undefined
  choose: (unplaced: number | undefined) => void
  takeBack: (unplaced: number) => void
}>) {
  return (
    <li>
      <button
        type="button"
        className="chip"
        draggable
        aria-pressed={isChosen}
        data-place={placeName(one)}
        onClick={() => choose(isChosen ? undefined : index)}
        onDragStart={(event) => event.dataTransfer.setData('text/x-unplaced', String(index))}
      >
        {one.quote}
      </button>
      {where === undefined ? null : (
        <>
          <span>→ {where}</span>
          <Button small onClick={() => takeBack(index)}>
            {words.takeBack}
          </Button>
        </>
      )}
    </li>
  )
}

function CellChoice({
  cells,
  quote,
  put,
}: Readonly<{
  cells: readonly Readonly<{ cell: CellKey; name: string }>[]
  quote: string
  put: (cell: CellKey) => void
}>) {
  const [cell, setCell] = useState('')
  const id = useId()
  return (
    <p className="cell-choice" role="status">
      {words.chosenSays(quote)}
      <label htmlFor={id}>{words.placeIn}</label>
      <select id={id} value={cell} onChange={({ target }) => setCell(target.value)}>
        <option value="">{words.chooseCell}</option>
        {cells.map((one) => (
          <option key={one.cell} value={one.cell}>
            {one.name}
          </option>
        ))}
      </select>
      <Button disabled={cell === ''} onClick={() => put(cell)}>
        {words.place}
      </Button>
    </p>
  )
}
