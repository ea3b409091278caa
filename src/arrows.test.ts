import { describe, expect, it } from 'vitest'
import { type Arrows, circles, crossings, valueImports } from './testing/imports.js'
import { filesUnder, isTest, resolveImport, sources } from './testing/repository.js'

/** The field's words: numbers, documents, what is filed, what rules rest on. */
const words = ['remember', 'exact', 'errors', 'document', 'filing', 'law']
/** The form and the language its rules are written in. */
const forms = [...words, 'pack', 'language']

/** Folders of src. Tests may import anything. */
const house: Arrows = {
  core: [],
  packs: ['core'],
  threads: ['core'],
  documents: ['core', 'threads'],
  contract: ['core'],
  store: ['core'],
  server: ['core', 'packs', 'threads', 'documents', 'store', 'contract'],
  web: ['core', 'contract'],
  demo: ['core', 'packs', 'documents', 'store', 'contract', 'server'],
  cli: ['core', 'packs', 'documents', 'store', 'server', 'demo'],
  index: ['core', 'packs', 'documents'],
}

/** The domain, one way down: words, forms, reading, judging, writing, data in and out, the workplace. */
const core: Arrows = {
  remember: [],
  glossary: [],
  exact: ['remember'],
  errors: [],
  document: [],
  filing: ['remember', 'exact', 'document'],
  law: ['exact', 'document', 'filing'],
  pack: ['filing', 'law'],
  language: [...words, 'pack'],
  'report-language': forms,
  narrative: words,
  recognise: [...words, 'pack', 'narrative'],
  ledger: [...words, 'recognise'],
  redact: ['remember', 'exact', 'document'],
  scoring: forms,
  checks: [...forms, 'narrative', 'recognise', 'redact', 'scoring'],
  paper: [...forms, 'narrative', 'recognise', 'scoring', 'checks'],
  draft: [...forms, 'report-language', 'narrative', 'checks', 'paper'],
  'filing-json': [...words, 'pack', 'narrative', 'recognise', 'paper'],
  'pack-source': [...forms, 'report-language', 'paper'],
  'pack-check': [...forms, 'recognise', 'checks', 'paper', 'pack-source'],
  editing: [...forms, 'narrative', 'recognise', 'scoring', 'checks', 'paper', 'draft', 'filing-json'],
  workflow: [...words, 'language', 'editing'],
}

/** The server: what routes work with, who is at the door, how a route is served, the routes, and what starts them. */
const server: Arrows = {
  workplace: [],
  door: ['workplace'],
  routing: ['workplace', 'door'],
  'sign-in': ['workplace', 'door', 'routing'],
  administration: ['workplace', 'door', 'routing', 'sign-in'],
  filings: ['workplace', 'routing'],
  reviewing: ['routing', 'filings'],
  uploads: ['workplace', 'routing', 'filings'],
  'all-routes': ['routing', 'sign-in', 'administration', 'filings', 'reviewing', 'uploads'],
  'limit-slow-body': [],
  logging: [],
  'open-log': ['logging'],
  measures: ['workplace', 'door'],
  openapi: [],
  'serve-pages': ['routing'],
  app: [
    ...['workplace', 'door', 'routing', 'uploads', 'all-routes'],
    ...['limit-slow-body', 'logging', 'measures', 'openapi', 'serve-pages'],
  ],
  listen: [],
  'open-workplace': ['workplace', 'administration'],
  'start-server': [
    ...['workplace', 'door', 'sign-in'],
    ...['app', 'listen', 'logging', 'open-log', 'open-workplace'],
  ],
}

/** What every page may use: words, days, the API, who is signed in, and the frame. */
const page = [
  'words.zh',
  'days',
  'new-id',
  'filing-place',
  'api-problem',
  'api',
  'session',
  'year',
  'use-stream',
  'shell',
]

/** The pages, one way down: what all use, what pages are made of, what works on a filing, pages, their addresses. */
const web: Arrows = {
  'words.zh': [],
  days: ['words.zh'],
  'new-id': [],
  'filing-place': [],
  'use-stream': [],
  'older-browsers': [],
  'api-problem': ['words.zh'],
  api: ['words.zh', 'api-problem'],
  session: ['api'],
  year: ['session'],
  shell: page.slice(0, -1),
  lists: page,
  engine: ['older-browsers'],
  saving: page,
  changes: [],
  versions: page,
  opening: [...page, 'engine', 'saving', 'changes'],
  filling: [...page, 'engine', 'saving', 'changes', 'opening'],
  starting: [...page, 'changes', 'opening', 'filling'],
  submitting: [...page, 'saving', 'versions', 'opening'],
  report: [...page, 'saving', 'opening', 'submitting'],
  reviewing: [...page, 'lists', 'engine', 'changes', 'versions', 'opening', 'filling'],
  tasks: page,
  account: page,
  administration: [...page, 'lists'],
  'signing-in': page,
  Layout: [...page, 'signing-in'],
  router: [
    'Layout',
    'shell',
    'tasks',
    'filling',
    'starting',
    'submitting',
    'report',
    'reviewing',
    'account',
    'administration',
    'signing-in',
  ],
  main: ['older-browsers', 'shell', 'router'],
}

const files = sources().filter((file) => !isTest(file))

describe.each([
  ['src', house],
  ['src/core', core],
  ['src/server', server],
  ['src/web', web],
])('the folders of %s', (root, arrows) => {
  const order = Object.keys(arrows)

  it('stand in an order in which each imports only from those above it', () => {
    const up = order.flatMap((from, index) =>
      (arrows[from] ?? []).filter((to) => !order.slice(0, index).includes(to)).map((to) => `${from} → ${to}`),
    )
    expect(up).toEqual([])
  })

  it('import only from the folders that the table names', () => {
    const wrong = crossings(root, files)
      .filter(({ from, to }) => !(arrows[from] ?? []).includes(to))
      .map(({ from, to, file, target }) => `${from} → ${to} (${file} → ${target})`)
    expect(wrong).toEqual([])
  })
})

describe('files', () => {
  it('never import each other in a ring', () => {
    expect(circles(files)).toEqual([])
  })
})

describe('benchmarks', () => {
  it('measure the engine that is built, not its sources', () => {
    const fromSources = filesUnder('bench').flatMap((file) =>
      valueImports(file)
        .map((name) => resolveImport(file, name))
        .filter((target) => /^src\/(?:core|documents|packs)\//.test(target))
        .map((target) => `${file} → ${target}`),
    )
    expect(fromSources).toEqual([])
  })
})
