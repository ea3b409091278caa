import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { PageHead } from '../shell/PageHead.js'
import { words as everywhere } from '../words.zh.js'
import { sendFile } from './send-file.js'
import './starting.css'
import { words } from './words.zh.js'

type Purpose = 'filing' | 'ledger'

/** Where a file is dropped: last year's filing, this year's, or the export of budget execution. */
export function DropPage() {
  const { filingId = '' } = useParams()
  const [purpose, setPurpose] = useState<Purpose>('filing')
  const [sent, setSent] = useState(0)
  const navigate = useNavigate()
  const send = useMutation({
    mutationFn: (file: File) => sendFile({ file, purpose, filingId, onProgress: setSent }),
    onSuccess: ({ uploadId }) => navigate(`/filings/${filingId}/file/${uploadId}`),
  })
  return (
    <div className="page">
      <PageHead title={words.title} crumbs={[{ words: everywhere.myTasks, to: '/' }]}>
        <Link className="button" to={`/filings/${filingId}`}>
          {words.blank}
        </Link>
      </PageHead>
      <PurposeChoice purpose={purpose} choose={setPurpose} />
      <DropZone
        take={(file) => {
          setSent(0)
          send.mutate(file)
        }}
        busy={send.isPending ? Math.round(sent * 100) : undefined}
      />
      {send.isError ? <Failure error={send.error} /> : null}
    </div>
  )
}

function PurposeChoice({
  purpose,
  choose,
}: Readonly<{ purpose: Purpose; choose: (purpose: Purpose) => void }>) {
  const choices = [
    ['filing', words.filing],
    ['ledger', words.ledger],
  ] as const
  return (
    <fieldset className="purposes">
      <legend>{words.kind}</legend>
      {choices.map(([value, name]) => (
        <label key={value}>
          <input type="radio" name="purpose" checked={purpose === value} onChange={() => choose(value)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

/** `busy`: how much is on its way, in per cent; undefined when nothing is. */
function DropZone({ take, busy }: Readonly<{ take: (file: File) => void; busy: number | undefined }>) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) take(file)
  }
  return (
    <section
      className={over ? 'drop over' : 'drop'}
      aria-label={words.dropTitle}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{words.dropTitle}</h2>
      <p>{words.dropSays}</p>
      <input
        ref={input}
        type="file"
        className="only-read"
        tabIndex={-1}
        aria-label={words.choose}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) take(file)
          target.value = ''
        }}
      />
      <Button filled className="large" busy={busy !== undefined} onClick={() => input.current?.click()}>
        {busy === undefined ? words.choose : busy < 100 ? words.sending(busy) : words.received}
      </Button>
      <p className="quiet">{words.kinds}</p>
    </section>
  )
}
