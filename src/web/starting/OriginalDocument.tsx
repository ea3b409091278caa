import { memo } from 'react'
import { type Links, placeName, type UploadWhole } from './links.js'
import { words } from './words.zh.js'

type Block = NonNullable<UploadWhole['document']>['blocks'][number]
type Table = Extract<Block, { kind: 'table' }>

/** The file as it was read: its paragraphs and tables in order, every word of it, as plain text. */
export const OriginalDocument = memo(function OriginalDocument({
  document,
  links,
}: Readonly<{ document: NonNullable<UploadWhole['document']>; links: Links }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="side original" aria-label={words.original} tabIndex={0}>
      <h2>{words.original}</h2>
      {document.notes.map((note) => (
        <p key={note} className="late">
          {note}
        </p>
      ))}
      {numbered(document.blocks).map(({ part, block }) =>
        block.kind === 'paragraph' ? (
          <p key={part} data-place={part} className={markOf(part, links)}>
            {block.text}
          </p>
        ) : (
          <OriginalTable key={part} part={part} table={block} links={links} />
        ),
      )}
    </section>
  )
})

function OriginalTable({ part, table, links }: Readonly<{ part: string; table: Table; links: Links }>) {
  const rows = Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row))
  return (
    <div className="sheet">
      <table>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never move
            <tr key={row}>
              {cells.map(({ column, rowSpan, columnSpan, text }) => {
                const place = placeName({ part, row, column })
                return (
                  <td
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    data-place={place}
                    className={markOf(place, links)}
                  >
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function markOf(place: string, { cellsAt, unplacedAt }: Links): string {
  if (unplacedAt.has(place)) return 'unplaced'
  return cellsAt.has(place) ? 'recognised' : ''
}

/** Paragraphs and tables count separately, from 1, in the order of the file. */
function numbered(blocks: readonly Block[]): readonly { part: string; block: Block }[] {
  const counts = { paragraph: 0, table: 0 }
  return blocks.map((block) => {
    counts[block.kind] += 1
    return { part: `${block.kind} ${counts[block.kind]}`, block }
  })
}
