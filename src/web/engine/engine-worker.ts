import { createAnswerer } from './answer-command.js'
import type { EngineCommand } from './engine-messages.js'

const { answer, answerRest } = createAnswerer()

/** The rest waits behind commands that have come meanwhile: a newer one makes it pointless. */
const rest = new MessageChannel()
rest.port1.onmessage = () => {
  const answered = answerRest()
  if (answered !== undefined) self.postMessage(answered)
}

self.addEventListener('message', ({ data }: MessageEvent<EngineCommand>) => {
  self.postMessage(answer(data))
  rest.port2.postMessage(undefined)
})
