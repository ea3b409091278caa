/** Runs in the page: from a key to the engine's answers standing in the laid-out page. */
let start = 0
let latency = null

window.takeLatency = () => latency
window.addEventListener(
  'keydown',
  (event) => {
    start = event.timeStamp
    latency = {}
  },
  true,
)

/** Notes when a stage is laid out, and when the frame with it has been painted. */
window.noteDrawn = (stage) => {
  if (latency === null || latency[stage] !== undefined) return
  document.body.getBoundingClientRect()
  latency[stage] = performance.now() - start
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    const noted = latency
    port1.onmessage = () => {
      noted[`${stage}Shown`] = performance.now() - start
    }
    port2.postMessage(0)
  })
}

/** The first moment of its kind after the key. */
function note(stage) {
  if (latency !== null) latency[stage] ??= performance.now() - start
}

const post = Worker.prototype.postMessage
Worker.prototype.postMessage = function (...message) {
  note('sent')
  return post.apply(this, message)
}

/** The page draws within the event that brings an answer. */
const listen = Worker.prototype.addEventListener
Worker.prototype.addEventListener = function (type, listener, ...rest) {
  const watched = (event) => {
    if (type === 'message') note('answered')
    listener(event)
    if (type !== 'message') return
    window.noteDrawn('form')
    if (event.data.checked?.isWhole) window.noteDrawn('whole')
  }
  return listen.call(this, type, watched, ...rest)
}
