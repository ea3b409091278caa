import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { completeBrowser } from './older-browsers/complete-browser.js'
import { openRouter } from './router.js'
import { Frame } from './shell/Frame.js'
import './shell/page.css'

const place = document.getElementById('page')
if (place !== null) void completeBrowser().then(() => show(place))

function show(place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <Frame>
        <RouterProvider router={openRouter()} />
      </Frame>
    </StrictMode>,
  )
}
