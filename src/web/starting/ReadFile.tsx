import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { applyChanges } from '../../core/editing/apply-changes.js'
import type { CellKey, FilingContent } from '../../core/editing/content.js'
import { labelOfCell } from '../../core/editing/label-of-cell.js'
import type { Pack } from '../../core/pack/pack.js'
import { contentOf } from '../opening/content-of.js'
import { type FilingWhole, packsQuery } from '../opening/filing-whole.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { cellsOnPaper } from './cells-on-paper.js'
import { FileHead } from './FileHead.js'
import { linksOf, type UploadWhole } from './links.js'
import { OriginalDocument } from './OriginalDocument.js'
import { changesOf, type Placement, placed } from './placements.js'
import { RecognisedForms } from './RecognisedForms.js'
import { UnplacedChips } from './UnplacedChips.js'
import { useImport } from './use-import.js'
import { useJoinedHighlight } from './use-joined-highlight.js'

type Both = Readonly<{ whole: FilingWhole; upload: UploadWhole }>

/** A filing read from a file; waits for the packs of its forms. */
export function ReadFile({ whole, upload }: Both) {
  const content = upload.content === null ? emptyContent(whole) : contentOf(upload.content)
  const packs = useQuery(packsQuery([...new Set(content.forms.map(({ pack }) => pack))].sort()))
  if (packs.isError) return <Failure error={packs.error} again={() => void packs.refetch()} />
  if (packs.data === undefined) return <Loading />
  return <BothSides whole={whole} upload={upload} content={content} packs={packs.data.packs} />
}

function BothSides({
  whole,
  upload,
  content,
  packs,
}: Both & Readonly<{ content: FilingContent; packs: readonly Pack[] }>) {
  const root = useRef<HTMLDivElement>(null)
  const links = useMemo(() => linksOf(upload.recognised), [upload.recognised])
  const hand = usePlacing(upload)
  const filled = useMemo(
    () => applyChanges(content, changesOf(content, hand.placements)),
    [content, hand.placements],
  )
  const cells = useMemo(
    () => cellsOnPaper(content, packs).map((cell) => ({ cell, name: labelOfCell(content, packs, cell) })),
    [content, packs],
  )
  const take = useImport(whole, upload.upload.uploadId, hand.placements)
  useJoinedHighlight(root, links)
  return (
    <div className="page wide" ref={root}>
      <FileHead
        whole={whole}
        upload={upload}
        left={hand.unplaced.length - hand.placements.length}
        take={take}
      />
      <UnplacedChips
        unplaced={hand.unplaced}
        placements={hand.placements}
        chosen={hand.chosen}
        cells={cells}
        choose={hand.choose}
        put={hand.put}
        takeBack={hand.takeBack}
      />
      <div className="sides">
        {upload.document === null ? null : <OriginalDocument document={upload.document} links={links} />}
        <RecognisedForms content={filled} packs={packs} byHand={hand.byHand} put={hand.put} />
      </div>
    </div>
  )
}

/** What the person has put into cells so far, and which chip is chosen. */
function usePlacing(upload: UploadWhole) {
  const unplaced = useMemo(() => upload.recognised.filter(({ cell }) => cell === undefined), [upload])
  const [placements, setPlacements] = useState<readonly Placement[]>([])
  const [chosen, choose] = useState<number | undefined>()
  const put = useCallback(
    (cell: CellKey, index: number | undefined = chosen) => {
      const text = index === undefined ? undefined : unplaced[index]?.quote
      if (index === undefined || text === undefined) return
      setPlacements((before) => placed(before, { cell, unplaced: index, text }))
      choose(undefined)
    },
    [chosen, unplaced],
  )
  const takeBack = (index: number) =>
    setPlacements((before) => before.filter((placement) => placement.unplaced !== index))
  const byHand = useMemo(() => new Set(placements.map(({ cell }) => cell)), [placements])
  return { unplaced, placements, chosen, choose, put, takeBack, byHand }
}

function emptyContent({ content }: FilingWhole): FilingContent {
  return { unit: content.unit, budgetYear: content.budgetYear, forms: [], report: [] }
}
