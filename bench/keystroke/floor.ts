import type { Page } from 'playwright-core'

/** A page that does nothing but send each word typed to an empty worker and show what comes back. */
export async function openFloor(page: Page): Promise<void> {
  const body = '<textarea id="box"></textarea><p id="echo"></p>'
  await page.route('**/floor', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('http://127.0.0.1/floor')
  await page.evaluate(`
    const code = new Blob(['onmessage = ({ data }) => postMessage(data)'])
    const worker = new Worker(URL.createObjectURL(code))
    worker.addEventListener('message', ({ data }) => {
      document.getElementById('echo').textContent = data.text
    })
    document.getElementById('box').addEventListener('input', ({ target }) =>
      worker.postMessage({ text: target.value, checked: { isWhole: true } }),
    )
  `)
  await page.locator('#box').focus()
}
