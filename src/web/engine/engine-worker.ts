import { createAnswerer } from './answer-command.js'
import type { EngineCommand } from './engine-messages.js'

const { answer, answerRest } = createAnswerer()

/** Milliseconds in which the page draws what it was told, without the rest being worked out beside it. */
const pause = 12

/** The rest waits: a command that comes meanwhile makes it pointless. */
let rest: ReturnType<typeof setTimeout> | undefined

function sendRest(): void {
  const answered = answerRest()
  if (answered !== undefined) self.postMessage(answered)
}

self.addEventListener('message', ({ data }: MessageEvent<EngineCommand>) => {
  clearTimeout(rest)
  self.postMessage(answer(data))
  rest = setTimeout(sendRest, pause)
})
