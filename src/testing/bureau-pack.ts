import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkDocument } from '../core/checks/check-document.js'
import { checkKinds } from '../core/checks/kinds/index.js'
import { type PackProblem, problemText } from '../core/pack-source/source.js'
import { checkPacks, type PackCheckReport } from '../packs/check-packs.js'

const head = [
  'id: yunxi/project-self-evaluation/2025',
  'extends: central/project-self-evaluation/2020',
  'years: [2025]',
]

/** What `pack check` says of a bureau's own variant of the project form; its files by name, as lines. */
export function checkBureauPack(files: Readonly<Record<string, readonly string[]>>): PackCheckReport {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-pack-'))
  try {
    const { 'pack.yaml': own = [], ...others } = files
    for (const [name, lines] of Object.entries({ ...others, 'pack.yaml': [...head, ...own] })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), lines.join('\n'))
    }
    return checkPacks(folder, { kinds: Object.keys(checkKinds), checkDocument })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Problems or warnings, one a line. */
export function linesOf(problems: readonly PackProblem[]): string {
  return problems.map(problemText).join('\n')
}
