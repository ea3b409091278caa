import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FilingContent } from '../../core/editing/content.js'
import type { Pack } from '../../core/pack/pack.js'
import { createClient, type EngineClient, type EngineState } from './engine-client.js'
import type { EngineAnswer } from './engine-messages.js'
import { words } from './words.zh.js'

const nothingYet: EngineState = { checked: undefined, problem: undefined }

/** The engine of a page, and how it is asked. */
export type Engine = EngineState & Readonly<{ check: EngineClient['check'] }>

/** A worker of its own that checks contents; the page never waits. The same engine as the server's. */
export function useEngineWorker(): Engine {
  const [state, setState] = useState(nothingYet)
  const client = useRef<EngineClient>(undefined)
  useEffect(() => {
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
    const own = createClient({ send: (command) => worker.postMessage(command), show: setState, whenDrawn })
    // At once: the answer for the forms is not to wait until the rest has come too.
    worker.addEventListener('message', ({ data }: MessageEvent<EngineAnswer>) =>
      flushSync(() => own.receive(data)),
    )
    worker.addEventListener('error', () => setState((before) => ({ ...before, problem: words.notStarted })))
    client.current = own
    return () => {
      client.current = undefined
      worker.terminate()
    }
  }, [])
  const check: EngineClient['check'] = useCallback(
    (content, packs, showUnused) => client.current?.check(content, packs, showUnused),
    [],
  )
  return { ...state, check }
}

/** Runs something after the next frame has been drawn; at once in a window that draws nothing. */
function whenDrawn(run: () => void): void {
  if (document.hidden) run()
  else requestAnimationFrame(() => setTimeout(run))
}

/** Checks a content, again whenever it changes. `packs` undefined while they are being fetched. */
export function useEngine(content: FilingContent, packs: readonly Pack[] | undefined): EngineState {
  const { check, ...state } = useEngineWorker()
  useEffect(() => {
    if (packs !== undefined) check(content, packs)
  }, [content, packs, check])
  return state
}
