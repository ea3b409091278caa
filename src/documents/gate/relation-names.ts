/** The part that holds the relations of a part: word/document.xml → word/_rels/document.xml.rels. */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The part that a file of relations belongs to: word/_rels/document.xml.rels → word/document.xml. */
export function ownerOf(relations: string): string {
  return relations.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2')
}

/** The name of the part that a target of `owner` means: relative to its folder, or from the root. */
export function resolveTarget(owner: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = owner.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
