import type { Archive } from '../gate/archive.js'
import { relationsName, resolveTarget } from '../gate/relation-names.js'
import { escapeXml } from '../xml/escape-xml.js'
import { type Splice, splice } from '../xml/splice.js'
import { appendInside, parseTree, valueOf } from './xml-tree.js'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const contentTypes = '[Content_Types].xml'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const encoder = new TextEncoder()

/** A part made by us: its XML behind the declaration. */
export function newPart(xml: string): Uint8Array {
  return encoder.encode(declaration + xml)
}

/** A relation of a part: `type` without what stands before its last slash. */
export type Relation = Readonly<{ id: string; type: string; target: string }>

/** What an office package relates to: parts are added, and told to the package, without touching the others. */
export class PackageParts {
  readonly changes = new Map<string, Uint8Array>()
  readonly #archive: Archive

  constructor(archive: Archive) {
    this.#archive = archive
  }

  /** The part as it is now, changes of ours included. */
  read(name: string): Uint8Array | undefined {
    return this.changes.get(name) ?? this.#archive.read(name)
  }

  has(name: string): boolean {
    return this.changes.has(name) || this.#archive.names.includes(name)
  }

  write(name: string, bytes: Uint8Array): void {
    this.changes.set(name, bytes)
  }

  /** Puts texts into a part; positions are those of the part as it is now. */
  splice(name: string, splices: readonly Splice[]): void {
    const bytes = this.read(name)
    if (bytes !== undefined && splices.length > 0) this.write(name, splice(bytes, splices))
  }

  /** What a part relates to, or the package itself for an empty name; targets are names of parts. */
  relationsOf(part: string): Relation[] {
    const name = relationsName(part)
    const bytes = this.read(name)
    if (bytes === undefined) return []
    return parseTree(bytes, name).children.map((element) => ({
      id: valueOf(element, 'Id') ?? '',
      type: (valueOf(element, 'Type') ?? '').replace(/^.*\//, ''),
      target: resolveTarget(part, valueOf(element, 'Target') ?? ''),
    }))
  }

  /** Relates a part to another and gives the relation's id. `type` is the whole address. */
  relate(part: string, type: string, target: string): string {
    const name = relationsName(part)
    const ids = new Set(this.relationsOf(part).map(({ id }) => id.toLowerCase()))
    const id = firstFree((number) => `rId${number}`, ids)
    const bytes = this.read(name) ?? newPart(`<Relationships xmlns="${packageNamespace}/relationships"/>`)
    const root = parseTree(bytes, name)
    const values = `Id="${id}" Type="${type}" Target="${escapeXml(relative(part, target))}"`
    this.write(name, splice(bytes, [appendInside(root, `<${root.prefix}Relationship ${values}/>`)]))
    return id
  }

  /** Tells the content type of one part. */
  declarePart(part: string, type: string): void {
    this.#declare('Override', `PartName="${escapeXml(`/${part}`)}" ContentType="${type}"`)
  }

  /** Tells the content type of all parts with an extension, unless it is told already. */
  declareExtension(extension: string, type: string): void {
    const types = this.read(contentTypes)
    const known = types === undefined ? [] : parseTree(types, contentTypes).children
    if (known.some((element) => valueOf(element, 'Extension')?.toLowerCase() === extension)) return
    this.#declare('Default', `Extension="${extension}" ContentType="${type}"`)
  }

  /** A name that no part has yet; `name` makes one from a number. */
  freeName(name: (number: number) => string): string {
    return firstFree(name, new Set([...this.#archive.names, ...this.changes.keys()].map(toLower)))
  }

  #declare(element: string, values: string): void {
    const bytes = this.read(contentTypes) ?? newPart(`<Types xmlns="${packageNamespace}/content-types"/>`)
    const root = parseTree(bytes, contentTypes)
    this.write(contentTypes, splice(bytes, [appendInside(root, `<${root.prefix}${element} ${values}/>`)]))
  }
}

/** A name of a part as a target: relative to the folder of the part that names it. */
function relative(part: string, target: string): string {
  const [from, to] = [part.split('/').slice(0, -1), target.split('/')]
  let same = 0
  while (same < from.length && from[same] === to[same]) same += 1
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}

function firstFree(name: (number: number) => string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(toLower(name(number)))) number += 1
  return name(number)
}

function toLower(text: string): string {
  return text.toLowerCase()
}
