import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { Frame } from './shell/Frame.js'
import { router } from './shell/router.js'
import './shell/page.css'

const place = document.getElementById('page')
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <Frame>
        <RouterProvider router={router} />
      </Frame>
    </StrictMode>,
  )
