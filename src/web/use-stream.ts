import { useEffect, useRef } from 'react'

export type StreamHandlers = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => void>>

/** Listens to server-sent events by their names; the browser reconnects by itself. `address` null: does not listen. */
export function useStream(address: string | null, handlers: StreamHandlers): void {
  const latest = useRef(handlers)
  latest.current = handlers
  const names = Object.keys(handlers).join(' ')
  useEffect(() => {
    if (address === null) return undefined
    const source = new EventSource(address)
    for (const name of names.split(' '))
      source.addEventListener(name, (event) => latest.current[name]?.(parseEvent(event)))
    return () => source.close()
  }, [address, names])
}

function parseEvent(event: Event): Readonly<Record<string, unknown>> {
  if (!(event instanceof MessageEvent) || typeof event.data !== 'string') return {}
  try {
    const data: unknown = JSON.parse(event.data)
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}
