import type { StreamEvent, Streams } from './workplace.js'

type Listener = (event: StreamEvent) => void

/** Tells within this process; who listens elsewhere asks again. */
export function createStreams(): Streams {
  const listeners = new Map<string, Set<Listener>>()
  return {
    tell: (event) => {
      for (const listener of [...(listeners.get(event.topic) ?? [])]) listener(event)
    },
    listen: (topic, listener) => {
      const ofTopic = listeners.get(topic) ?? new Set()
      listeners.set(topic, ofTopic.add(listener))
      return () => {
        ofTopic.delete(listener)
        if (ofTopic.size === 0 && listeners.get(topic) === ofTopic) listeners.delete(topic)
      }
    },
  }
}
