import { useEffect, useRef, useState } from 'react'
import type { FilingContent } from '../../core/editing/content.js'
import type { Pack } from '../../core/pack/pack.js'
import { createClient, type EngineClient, type EngineState } from './engine-client.js'
import type { EngineAnswer } from './engine-messages.js'

const nothingYet: EngineState = { checked: undefined, pending: true, problem: undefined }

/**
 * Checks a content in a worker of its own, again whenever it changes; the page never waits. `packs` undefined while
 * they are being fetched. The same engine as the server's.
 */
export function useEngine(content: FilingContent, packs: readonly Pack[] | undefined): EngineState {
  const [state, setState] = useState(nothingYet)
  const client = useRef<EngineClient>(undefined)
  useEffect(() => {
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
    const own = createClient((command) => worker.postMessage(command), setState)
    worker.addEventListener('message', ({ data }: MessageEvent<EngineAnswer>) => own.receive(data))
    worker.addEventListener('error', () =>
      setState((before) => ({ ...before, pending: false, problem: '核对程序没有启动，请刷新页面再试。' })),
    )
    client.current = own
    return () => {
      client.current = undefined
      worker.terminate()
    }
  }, [])
  useEffect(() => {
    if (packs !== undefined) client.current?.check(content, packs)
  }, [content, packs])
  return state
}
