/** Runs in the page: from a key to the first change of the findings or of the line above the form. */
let start = 0
let latency = null

window.takeLatency = () => latency
window.addEventListener(
  'keydown',
  (event) => {
    start = event.timeStamp
    latency = null
  },
  true,
)

new MutationObserver((changes) => {
  const isAnswer = changes.some(({ target }) => {
    const element = target instanceof Element ? target : target.parentElement
    return Boolean(element?.closest('.filling-side, .filling-standing'))
  })
  if (!isAnswer || latency !== null || start === 0) return
  document.body.getBoundingClientRect()
  const drawn = performance.now() - start
  latency = { drawn, shown: drawn }
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      latency = { drawn, shown: performance.now() - start }
    }
    port2.postMessage(0)
  })
}).observe(document, { subtree: true, childList: true, characterData: true })
