import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Vocabulary } from '../core/language/vocabulary.js'
import type { Law } from '../core/law/law.js'
import type { Pack } from '../core/pack/pack.js'
import { parsePack, readVocabulary } from '../core/pack-source/parse-pack.js'
import { findText, type PackProblem, problemText } from '../core/pack-source/source.js'
import type { KnownForms } from '../core/report-language/report-words.js'
import { listPackFolders, type PackFolder, readPackFolder, readParts } from './pack-folder.js'
import { parseLaw } from './parse-law.js'
import { readYaml } from './read-yaml.js'
import { resolvePack } from './resolve-packs.js'

/** Packs and laws, with everything that is wrong in their files. */
export type LoadedPacks = Readonly<{
  packs: readonly Pack[]
  laws: readonly Law[]
  folders: readonly PackFolder[]
  /** Those of the packs that they may extend, too. */
  known: ReadonlyMap<string, PackFolder>
  problems: readonly PackProblem[]
}>

const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

let shipped: LoadedPacks | undefined

/** All packs of the project, from YAML, read once. @throws Error when their files are wrong */
export function loadPacks(): readonly Pack[] {
  return loadFromYaml().packs
}

/** All laws of the project, from YAML, read once. @throws Error when their files are wrong */
export function loadLaws(): readonly Law[] {
  return loadFromYaml().laws
}

function loadFromYaml(): LoadedPacks {
  shipped ??= readShippedYaml(undefined)
  if (shipped.problems.length > 0) throw new Error(shipped.problems.map(problemText).join('\n'))
  return shipped
}

/** Reads packs/ and laws/ of the project from YAML. `kinds`: the coded kinds that checks may name. */
export function readShippedYaml(kinds: readonly string[] | undefined): LoadedPacks {
  return readPacks({ folders: listPackFolders(join(projectFolder, 'packs')), kinds })
}

/** Reads the packs below one folder, which may extend shipped ones. Nothing is thrown for a mistake in a file. */
export function loadPackFolder(folder: string, kinds?: readonly string[]): LoadedPacks {
  const own = listPackFolders(resolve(folder))
  const all = listPackFolders(join(projectFolder, 'packs')).filter((shippedOne) => !own.includes(shippedOne))
  return readPacks({ folders: own, support: all, kinds })
}

type FoldersToRead = Readonly<{
  folders: readonly string[]
  support?: readonly string[]
  kinds: readonly string[] | undefined
}>

function readPacks({ folders, support = [], kinds }: FoldersToRead): LoadedPacks {
  const problems: PackProblem[] = []
  const laws = readLaws(problems)
  const partsFolder = join(projectFolder, 'packs/any/parts')
  const parts = readParts({ folder: partsFolder, shown: shownName(partsFolder) }, problems)
  const read = (folder: string): PackFolder => readPackFolder({ folder, shown: shownName(folder) }, parts)
  const own = folders.map(read)
  const byId = new Map([...support.map(read), ...own].map((folder) => [idOf(folder), folder]))
  const packs: Pack[] = []
  const forms = knownForms(byId)
  for (const folder of own) {
    problems.push(...folder.problems)
    if (folder.problems.length > 0) continue
    const source = resolvePack(idOf(folder), byId, problems)
    const pack = source && parsePack(source, { laws, kinds, forms }, problems)
    if (pack !== undefined) packs.push(pack)
  }
  return { packs, laws, folders: own, known: byId, problems }
}

/** The names of all forms, for the reports that name cells of several forms. */
function knownForms(byId: ReadonlyMap<string, PackFolder>): KnownForms {
  const forms = new Map<string, Vocabulary[]>()
  for (const id of byId.keys()) {
    const source = resolvePack(id, byId, [])
    const found = source && readVocabulary(source.pack)
    if (found !== undefined) forms.set(found.form, [...(forms.get(found.form) ?? []), found.words])
  }
  return forms
}

function idOf(folder: PackFolder): string {
  return (folder.pack && findText(folder.pack, 'id')) ?? folder.folder
}

/** As one would type it from where one stands or from the project's folder; in full when it lies elsewhere. */
function shownName(folder: string): string {
  const typed = [process.cwd(), projectFolder].map((from) => relative(from, folder) || '.')
  return typed.find((path) => !path.startsWith('..')) ?? folder
}

function readLaws(problems: PackProblem[]): readonly Law[] {
  const folder = join(projectFolder, 'laws')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  return names.sort().flatMap((name) => {
    const file = readYaml(`laws/${name}`, readFileSync(join(folder, name), 'utf8'))
    problems.push(...file.problems)
    const law = file.node && parseLaw(file.node, problems)
    return law === undefined ? [] : [law]
  })
}
