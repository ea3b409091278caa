import { createBrowserRouter, type RouteObject } from 'react-router'
import { Layout } from './Layout.js'
import { Loading } from './shell/Loading.js'
import { Lost } from './shell/Lost.js'
import { OpenPage } from './shell/OpenPage.js'

/** Every page by its address; each is fetched when it is first opened. */
const pages: RouteObject[] = [
  {
    path: '/',
    element: <Layout />,
    HydrateFallback: Loading,
    errorElement: <Lost />,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./tasks/TasksPage.js')).TasksPage }) },
      {
        path: 'filings/:filingId',
        lazy: async () => ({ Component: (await import('./filling/FillingPage.js')).FillingPage }),
      },
      {
        path: 'filings/:filingId/report',
        lazy: async () => ({ Component: (await import('./report/ReportPage.js')).ReportPage }),
      },
      {
        path: 'filings/:filingId/submit',
        lazy: async () => ({ Component: (await import('./submitting/SubmitPage.js')).SubmitPage }),
      },
      {
        path: 'filings/:filingId/receipt',
        lazy: async () => ({ Component: (await import('./submitting/ReceiptPage.js')).ReceiptPage }),
      },
      {
        path: 'filings/:filingId/file',
        lazy: async () => ({ Component: (await import('./starting/DropPage.js')).DropPage }),
      },
      {
        path: 'filings/:filingId/file/:uploadId',
        lazy: async () => ({ Component: (await import('./starting/FilePage.js')).FilePage }),
      },
      {
        path: 'desk',
        lazy: async () => ({ Component: (await import('./reviewing/DeskPage.js')).DeskPage }),
      },
      {
        path: 'review/:filingId',
        lazy: async () => ({ Component: (await import('./reviewing/ReviewPage.js')).ReviewPage }),
      },
      {
        path: 'administration/*',
        lazy: async () => ({
          Component: (await import('./administration/AdministrationPages.js')).AdministrationPages,
        }),
      },
      {
        path: 'account',
        lazy: async () => ({ Component: (await import('./account/AccountPage.js')).AccountPage }),
      },
      { path: '*', element: <Lost /> },
    ],
  },
  {
    element: <OpenPage />,
    HydrateFallback: Loading,
    errorElement: <Lost />,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('./signing-in/SignInPage.js')).SignInPage }),
      },
      {
        path: '/password/:token',
        lazy: async () => ({ Component: (await import('./signing-in/PasswordPage.js')).PasswordPage }),
      },
      {
        path: '/first/:token',
        lazy: async () => ({
          Component: (await import('./signing-in/FirstAdministratorPage.js')).FirstAdministratorPage,
        }),
      },
    ],
  },
]

/** Opens the page that the address names, and fetches it at once: a browser must be complete by then. */
export const openRouter = () => createBrowserRouter(pages)
