import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { addressOf, csrfHeaders } from '../api.js'
import { ApiProblem, problemOf } from '../api-problem.js'
import { words } from '../words.zh.js'

export type UploadShown = AnswerOf<Routes['uploadFiles']>['uploads'][number]

type Sending = Readonly<{
  file: File
  purpose: 'filing' | 'ledger'
  filingId: string
  /** Part that is on its way, 0 to 1. */
  onProgress: (part: number) => void
}>

/** Uploads one file; `fetch` cannot tell how far it is, so this does not use it. @throws ApiProblem */
export function sendFile({ file, purpose, filingId, onProgress }: Sending): Promise<UploadShown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf('uploadFiles', { query: { purpose, filingId } }))
    for (const [name, value] of Object.entries(csrfHeaders())) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () =>
      reject(new ApiProblem({ status: 0, code: 'UNREACHABLE', sentence: words.unreachable }))
    request.onload = () => {
      const upload = parseUpload(request.response)
      if (request.status < 300 && upload !== undefined) resolve(upload)
      else reject(problemOf(request.status, request.response))
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function parseUpload(answer: unknown): UploadShown | undefined {
  return (answer as AnswerOf<Routes['uploadFiles']> | null)?.uploads?.[0]
}
