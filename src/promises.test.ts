import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type RouteId, routes } from './contract/routes.js'
import {
  commandsOf,
  namedVariables,
  promisingPages,
  routesOfPages,
  variablesRead,
} from './testing/promises.js'
import { read, root } from './testing/repository.js'

/** Routes that no page calls, each with whom it is for. */
const publicRoutes: Readonly<Partial<Record<RouteId, string>>> = {
  finishSignOn: 'the issuer of the bureau’s own sign-on sends the browser here',
  listUploads: 'programs that send files by token look here for what became of them',
  readPack: 'programs that check filings themselves take one form with its rules',
  readVersion: 'programs that keep what was sealed take its content; pages give it as a file',
}

describe('environment variables', () => {
  it('that pages or sources name are read by the program as it is bundled', () => {
    const named = namedVariables()
    const found = variablesRead()
    expect(named).toContain('HENGXIAO_SIGN_ON_ISSUER')
    expect(named.filter((name) => !found.has(name))).toEqual([])
  })
})

describe('routes of the contract', () => {
  const ids = Object.keys(routes)
  const ofPages = routesOfPages(ids)

  it('are called by a page, or listed as public with whom they are for', () => {
    expect(ids.filter((id) => !ofPages.has(id) && !(id in publicRoutes))).toEqual([])
  })

  it('are not listed as public when a page calls them', () => {
    expect(Object.keys(publicRoutes).filter((id) => ofPages.has(id))).toEqual([])
  })
})

describe('commands of npm on the pages', () => {
  const commands = promisingPages.flatMap((page) =>
    commandsOf(page).flatMap((line) => line.split(/\s+&&\s+/)),
  )

  it('are scripts of this package', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
    const named = commands.flatMap((one) => /^npm (?:run )?(\S+)/.exec(one)?.[1] ?? [])
    expect(named).toContain('start')
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([])
  })

  it('run tests that are there', () => {
    const paths = commands.flatMap((one) => /^npx vitest run (\S+)/.exec(one)?.[1] ?? [])
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})
