import { completeBrowser } from '../older-browsers/complete-browser.js'
import { createAnswerer } from './answer-command.js'
import type { EngineCommand } from './engine-messages.js'

const answer = createAnswerer()
const ready = completeBrowser()

self.addEventListener('message', ({ data }: MessageEvent<EngineCommand>) => {
  void ready.then(() => {
    const answered = answer(data)
    if (answered !== undefined) self.postMessage(answered)
  })
})
