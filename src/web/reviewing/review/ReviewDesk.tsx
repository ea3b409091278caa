import { useRef, useState } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import { labelOfCell } from '../../../core/editing/label-of-cell.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import type { PaperFormHandle } from '../../filling/paper/paper-props.js'
import type { FilingWhole, PackSet } from '../../opening/filing-whole.js'
import { Failure } from '../../shell/Failure.js'
import { Versions } from '../../versions/Versions.js'
import { words } from '../words.zh.js'
import { Column } from './Column.js'
import { CommentBox } from './CommentBox.js'
import { Evidence } from './Evidence.js'
import { FindingsAndComments } from './FindingsAndComments.js'
import { openFindings } from './marks.js'
import { PaperColumn } from './PaperColumn.js'
import { ReturnDialog } from './ReturnDialog.js'
import { ReviewHead } from './ReviewHead.js'
import { Scores } from './Scores.js'
import { TrailInWords } from './TrailInWords.js'
import { useMarks } from './use-marks.js'
import { useReview } from './use-review.js'
import { useReviewKeys } from './use-review-keys.js'
import { useWalk } from './use-walk.js'

type Props = Readonly<{ whole: FilingWhole; packSet: PackSet; checked: EngineChecked }>

/** What is open on the page besides the columns. */
type Opened = 'comment' | 'return' | undefined

/** Three columns that can be folded: the paper, what is said of it, and evidence with the trail. */
export function ReviewDesk({ whole, packSet, checked }: Props) {
  const review = useReview(whole)
  const [cell, setCell] = useState<CellKey>()
  const [opened, setOpened] = useState<Opened>()
  const [toReturn, setToReturn] = useState<ReadonlySet<CellKey>>(new Set())
  const [showsLastYear, setShowsLastYear] = useState(false)
  const paper = useRef(new Map<string, PaperFormHandle>())
  const { content } = checked
  const { groups, mended, marks } = useMarks({ whole, checked, comments: review.comments, showsLastYear })
  const nameOf = (key: CellKey) =>
    key === 'page' ? words.wholePage : labelOfCell(content, packSet.packs, key)
  const { chosen, choose, goTo, step } = useWalk({ groups, paper: paper.current, setCell })
  useDeskKeys(whole.filing.actions, step, setOpened)
  return (
    <div className="page wide review">
      <ReviewHead open={setOpened} openErrors={countErrors(groups)} review={review} whole={whole} />
      {review.failure === undefined ? null : <Failure error={review.failure} />}
      <div className="review-columns">
        <PaperColumn
          {...{ checked, cell, marks, mended, nameOf, showsLastYear, setShowsLastYear, whole }}
          addToReturn={(key) => setToReturn(new Set([...toReturn, key]))}
          choose={setCell}
          comment={() => setOpened('comment')}
          paper={paper.current}
        />
        <Column id="said" title={words.findings}>
          <FindingsAndComments
            {...{ chosen, groups, goTo, nameOf, review, whole }}
            choose={choose}
            laws={packSet.laws}
          />
        </Column>
        <Column foldsBelow={1500} id="beside" title={words.evidence}>
          <Scores {...{ cell, checked, nameOf, review, whole }} />
          <Evidence filingId={whole.filing.filingId} nameOf={nameOf} />
          <Versions filingId={whole.filing.filingId} />
          <TrailInWords filingId={whole.filing.filingId} />
        </Column>
      </div>
      <Window
        {...{ cell, content, groups, nameOf, opened, review, toReturn }}
        close={() => setOpened(undefined)}
      />
    </div>
  )
}

function useDeskKeys(
  actions: FilingWhole['filing']['actions'],
  step: (by: number) => void,
  open: (what: Opened) => void,
) {
  const accepts = actions.some((action) => action === 'acceptByDepartment' || action === 'acceptByBureau')
  useReviewKeys({
    j: () => step(1),
    k: () => step(-1),
    a: () => accepts && document.getElementById('accept')?.click(),
    r: () => actions.includes('sendBack') && open('return'),
    c: () => open('comment'),
  })
}

type WindowProps = Omit<Parameters<typeof ReturnDialog>[0], 'review'> &
  Parameters<typeof CommentBox>[0] &
  Readonly<{ opened: Opened }>

/** What stands over the page: a comment to write, or the return. */
function Window({ opened, groups, toReturn, cell, content, nameOf, review, close }: WindowProps) {
  if (opened === 'comment') return <CommentBox {...{ cell, content, nameOf, review, close }} />
  return opened === 'return' ? <ReturnDialog {...{ groups, nameOf, review, toReturn, close }} /> : null
}

function countErrors(groups: Parameters<typeof openFindings>[0]): number {
  return openFindings(groups).filter(({ finding }) => finding.severity === 'error').length
}
