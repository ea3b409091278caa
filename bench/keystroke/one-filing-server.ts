import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { FilingContent } from '../../src/core/editing/content.js'
import type { Shipped } from '../../src/packs/load-shipped.js'

/** Number in the addresses of everything that this server knows. */
export const onlyId = '00000000-0000-4000-8000-000000000001'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** Serves built pages and one filing that anybody may fill in; saves are acknowledged and forgotten. */
export function serveOneFiling(pages: string, content: FilingContent, shipped: Shipped): Server {
  const answers: Readonly<Record<string, unknown>> = {
    '/api/session': session,
    '/api/pack-set': shipped,
    [`/api/filings/${onlyId}`]: wholeOf(content),
    [`/api/filings/${onlyId}/evidence`]: [],
    [`/api/filings/${onlyId}/content`]: { revision: '2', savedAt: '2025-03-05T10:32:00+08:00' },
  }
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname.endsWith('/stream'))
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    else if (pathname in answers)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[pathname]))
    else sendFile(response, join(pages, extname(pathname) === '' ? 'index.html' : pathname))
  })
}

function sendFile(response: ServerResponse, file: string): void {
  try {
    const bytes = readFileSync(file)
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes)
  } catch {
    response.writeHead(404).end()
  }
}

const office = {
  officeId: onlyId,
  role: 'preparer',
  roleName: '单位填报人',
  unitId: onlyId,
  unitName: '云溪县农村供水站',
}
const session = {
  title: '衡效',
  regionName: '云溪县',
  demo: true,
  signOn: null,
  account: { accountId: onlyId, login: 'preparer', name: '填报人' },
  office,
  offices: [office],
  csrfToken: 'token',
  secondFactor: false,
  mustChangePassword: false,
  years: [2024],
}

function wholeOf(content: FilingContent): unknown {
  return {
    filing: {
      filingId: onlyId,
      unitId: onlyId,
      unitName: content.unit,
      departmentName: null,
      budgetYear: content.budgetYear,
      title: '部门整体支出绩效自评',
      projectName: null,
      state: 'draft',
      stateName: '草稿',
      waitingFor: 'preparer',
      dueOn: null,
      actions: ['edit', 'submit'],
    },
    version: 1,
    revision: '1',
    content,
    returnedContent: null,
    lastYear: null,
    ledger: [],
    open: null,
    flags: [],
    answers: [],
    packs: content.forms.map(({ pack }) => pack),
  }
}
