import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { call } from '../../api.js'
import { Button } from '../../shell/Button.js'
import { Dialog } from '../../shell/Dialog.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { words as everywhere } from '../../words.zh.js'
import { useChange } from '../use-change.js'
import { words } from './words.zh.js'

type Upload = AnswerOf<Routes['uploadPack']>

/** Takes a pack as .zip and says what its own cases say of it. */
export function UploadDialog({ close }: Readonly<{ close: () => void }>) {
  const change = useChange<Upload>('packs-kept')
  const send = (file: File) => {
    const form = new FormData()
    form.append('file', file)
    change.mutate(() => call('uploadPack', { form }))
  }
  return (
    <Dialog close={close} title={words.uploadTitle}>
      <p>{words.uploadSays}</p>
      <label className="field">
        <span>{words.file}</span>
        <input
          accept=".zip"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file !== undefined) send(file)
          }}
          type="file"
        />
      </label>
      {change.isPending ? <Loading /> : null}
      {change.error === null ? null : <Failure error={change.error} />}
      {change.data === undefined ? null : <Outcome upload={change.data} />}
      <Button onClick={close}>{everywhere.close}</Button>
    </Dialog>
  )
}

function Outcome({
  upload: { packIds, problems, warnings, cases, failed, kept },
}: Readonly<{ upload: Upload }>) {
  return (
    <>
      <p role="status">
        {kept ? words.kept(packIds.join('、'), cases) : words.notKept(problems.length, cases, failed.length)}
      </p>
      <ul className="choices">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {failed.map((one) => (
          <li key={`${one.name} ${one.check}`}>{words.failedCase(one)}</li>
        ))}
        {warnings.map((warning) => (
          <li key={warning}>{words.warning(warning)}</li>
        ))}
      </ul>
    </>
  )
}
