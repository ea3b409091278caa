import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { call } from '../../api.js'
import { Button } from '../../shell/Button.js'
import { Dialog } from '../../shell/Dialog.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { useChange } from '../use-change.js'

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
    <Dialog close={close} title="上传模板包">
      <p>
        把模板包的文件夹（pack.yaml、checks、cases……）压缩成
        .zip。上传后先跑它自己的用例，全部通过才留下，不会马上启用。
      </p>
      <label className="field">
        <span>模板包（.zip）</span>
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
      <Button onClick={close}>关闭</Button>
    </Dialog>
  )
}

function Outcome({ upload: { packIds, problems, cases, failed, kept } }: Readonly<{ upload: Upload }>) {
  return (
    <>
      <p role="status">
        {kept
          ? `已留下 ${packIds.join('、')}，${cases} 个用例全部通过。下一步：用往年的自评试算。`
          : `没有留下：${problems.length} 处写错，${cases} 个用例里 ${failed.length} 个不符。请改好再上传。`}
      </p>
      <ul className="choices">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {failed.map(({ name, check, expected, actual }) => (
          <li key={`${name} ${check}`}>
            情形“{name}”：{check} 应为{expected}，结果是{actual}
          </li>
        ))}
      </ul>
    </>
  )
}
