import { writeFileSync } from 'node:fs'
import { checkKinds } from '../core/checks/kinds/index.js'
import { problemText } from '../core/pack-source/source.js'
import { readShippedYaml } from './load-packs.js'
import { compiledPacks } from './load-shipped.js'

/** The last step of the build: packs and laws, parsed strictly, in one file that loads in milliseconds. */
const { packs, laws, problems } = readShippedYaml(Object.keys(checkKinds))

if (problems.length === 0) writeFileSync(compiledPacks, JSON.stringify({ packs, laws }))
else {
  process.stderr.write(`${problems.map(problemText).join('\n')}\n`)
  process.exitCode = 1
}
