import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DomainError } from '../../../core/errors/errors.js'
import { openArchive } from '../../../documents/gate/archive.js'

const largestFile = 1_048_576
const mostFiles = 200
const plainName = /^(?:[\p{L}\p{N}][\p{L}\p{N}._-]*\/)*[\p{L}\p{N}][\p{L}\p{N}._-]*\.yaml$/u

/**
 * Unpacks the YAML files of an uploaded pack into a folder of its own for as long as `work` needs it. Nothing else
 * of the archive is written, and no name leads out of the folder.
 *
 * @throws DomainError PACK_ARCHIVE_WRONG and the refusals of the archive's gate
 */
export async function withUnpacked<Result>(
  bytes: Uint8Array,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const files = readYamlFiles(bytes)
  const folder = await mkdtemp(join(tmpdir(), 'hengxiao-pack-'))
  try {
    for (const { name, content } of files) {
      const path = join(folder, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
    }
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function readYamlFiles(bytes: Uint8Array) {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) wrong('不是 .zip 文件的内容')
  const archive = openArchive(bytes)
  const names = archive.names.filter((name) => name.endsWith('.yaml') && !name.startsWith('__MACOSX/'))
  if (!names.some((name) => name === 'pack.yaml' || name.endsWith('/pack.yaml'))) wrong('没有 pack.yaml')
  if (names.length > mostFiles) wrong(`有 ${names.length} 个 YAML 文件，超过 ${mostFiles} 个`)
  return names.map((name) => {
    if (!plainName.test(name)) wrong(`有不合规的文件名“${name.slice(0, 60)}”`)
    const content = archive.read(name)
    if (content === undefined) wrong(`读不出“${name}”`)
    else if (content.length > largestFile) wrong(`“${name}”超过 1 MB`)
    return { name, content: content ?? new Uint8Array() }
  })
}

function wrong(problem: string): never {
  throw new DomainError('PACK_ARCHIVE_WRONG', { problem })
}
