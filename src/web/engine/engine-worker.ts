import { createAnswerer } from './answer-command.js'
import type { EngineCommand } from './engine-messages.js'

const answer = createAnswerer()

self.addEventListener('message', ({ data }: MessageEvent<EngineCommand>) => {
  const answered = answer(data)
  if (answered !== undefined) self.postMessage(answered)
})
