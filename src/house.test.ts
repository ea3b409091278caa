import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkKinds } from './core/checks/kinds/index.js'
import { errorRegister } from './core/errors/errors.js'
import { fieldsWithoutCell } from './core/paper/fields-without-cell.js'
import { loadPacks } from './packs/load-packs.js'
import { renderErrorPage } from './testing/error-page.js'
import { checksWithoutCases, describeCheck, isKnownRule, packChecks } from './testing/pack-checks.js'
import {
  filesUnder,
  isTest,
  lineCount,
  longFunctions,
  read,
  sources,
  specifiersOf,
  textFiles,
  tracked,
} from './testing/repository.js'

/** Folder names that say nothing about what is in them. */
const namelessFolders = ['utils', 'helpers', 'common', 'shared', 'lib', 'services', 'misc']

const kindsFolder = 'src/core/checks/kinds/'

const longestFile = 300
const longestFunction = 50

describe('the house', () => {
  it('is read by this test at all', () => {
    expect(sources().length).toBeGreaterThan(20)
    expect(tracked().length).toBeGreaterThan(sources().length)
  })

  it('keeps the core free of packages, Node and tests', () => {
    const wrong = sources()
      .filter((file) => file.startsWith('src/core/') && !isTest(file))
      .flatMap((file) =>
        specifiersOf(file)
          .filter((name) => !name.startsWith('.'))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('compiles the core without the types of Node and of the browser', () => {
    const options = (config: string) => JSON.parse(read(config))
    const { compilerOptions, include } = options('tsconfig.core.json')
    expect(compilerOptions).toMatchObject({ types: [], lib: ['ES2023'] })
    expect(include).toEqual(['src/core'])
    const { scripts } = options('package.json')
    expect(scripts.check).toMatch(/types:program .*types:tests types:web/)
    expect(scripts['types:tests']).toBe('tsc -b tsconfig.json')
    for (const [config, other] of [
      ['tsconfig.json', 'tsconfig.program.json'],
      ['tsconfig.program.json', 'tsconfig.core.json'],
    ] as const)
      expect(options(config).references).toContainEqual({ path: other })
  })

  it('has no folder whose name says nothing', () => {
    const folders = new Set(tracked().flatMap((file) => dirname(file).split('/')))
    expect(namelessFolders.filter((name) => folders.has(name))).toEqual([])
  })

  it(`has no source file above ${longestFile} lines`, () => {
    const long = [...sources(), ...filesUnder('packs')].filter((file) => lineCount(file) > longestFile)
    expect(long).toEqual([])
  })

  it(`has no function above ${longestFunction} lines`, () => {
    expect(
      sources()
        .filter((file) => !isTest(file) && lineCount(file) > longestFunction)
        .flatMap((file) => longFunctions(file, longestFunction)),
    ).toEqual([])
  })
})

describe('pages', () => {
  it('make no HTML out of text', () => {
    const wrong = sources()
      .filter((file) => file.startsWith('src/web/') && !isTest(file))
      .filter((file) =>
        /dangerouslySetInnerHTML|(?:inner|outer)HTML|insertAdjacentHTML|srcdoc/i.test(read(file)),
      )
    expect(wrong).toEqual([])
  })
})

describe('kinds of checks', () => {
  it.each(Object.entries(checkKinds))('%s stands alone in the file of its name', async (name, kind) => {
    const own = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const file =
      sources().find((path) => path.startsWith(kindsFolder) && path.endsWith(`/${name}.ts`)) ?? name
    const exported: Readonly<Record<string, unknown>> = await import(`../${file}`)
    const kinds = Object.values(exported).filter((one) => Object.values<unknown>(checkKinds).includes(one))
    expect(read(file)).toContain(`export const ${own}`)
    expect(exported[own]).toBe(kind)
    expect(kinds).toEqual([kind])
  })
})

describe('rules', () => {
  it('are read from the packs at all', () => {
    expect(packChecks().length).toBeGreaterThan(20)
  })

  it('bear an id of the field’s list of rules', () => {
    expect(
      packChecks()
        .filter(({ rule }) => !isKnownRule(rule))
        .map(describeCheck),
    ).toEqual([])
  })

  it('have a title, a severity and a basis, and practice alone makes no error', () => {
    const wrong = packChecks().filter(({ title, severity, basis }) => {
      const firm = basis?.some((one) => 'law' in one || 'form' in one) ?? false
      return (
        !title ||
        !['error', 'warning', 'info'].includes(severity) ||
        !basis?.length ||
        (severity === 'error' && !firm)
      )
    })
    expect(wrong.map(describeCheck)).toEqual([])
  })

  it('have a case that passes and a case that fails, in their own pack', () => {
    expect(checksWithoutCases()).toEqual([])
  })

  it('have one name each within a pack', () => {
    const names = packChecks().map(({ pack, id }) => `${pack} ${id}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

describe('papers', () => {
  it('of every pack have a cell for every field of its form', () => {
    expect(loadPacks().length).toBeGreaterThan(10)
    expect(loadPacks().flatMap(fieldsWithoutCell)).toEqual([])
  })
})

describe('errors', () => {
  const codes = Object.keys(errorRegister)

  it('are documented word for word; `npx vitest run src/house.test.ts -u` writes the page anew', async () => {
    await expect(renderErrorPage()).toMatchFileSnapshot('../docs/errors.md')
  })

  it('are all raised somewhere', () => {
    const text = sources()
      .filter((file) => !isTest(file) && file !== 'src/core/errors/errors.ts')
      .map(read)
      .join('\n')
    expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([])
  })

  it('are sentences that end, with no gap left unnamed', () => {
    const odd = Object.entries(errorRegister).filter(
      ([, { sentence }]) => !/[。？}]$/.test(sentence) || /\{\W/.test(sentence),
    )
    expect(odd).toEqual([])
  })
})

describe('what must not be in the tree', () => {
  it('is an absolute path of somebody’s machine', () => {
    const path = new RegExp(
      `(?<![\\w.:/])/(?:${['work', 'root', 'farm', 'Users', 'home'].join('|')})/\\w|[A-Z]:\\\\Users`,
    )
    expect(textFiles().filter((file) => path.test(read(file)))).toEqual([])
  })

  it('is a mobile number that could be somebody’s', () => {
    const wrong = textFiles().flatMap((file) =>
      [...read(file).matchAll(/(?<![\d.])1[3-9]\d{9}(?![\d.])/g)]
        .filter(([number]) => !isFictitious(number))
        .map(([number]) => `${file}: ${number}`),
    )
    expect(wrong).toEqual([])
  })

  it('is a download address in the lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http')
  })

  it('is a lock file without the packages of other platforms, which `npm ci` refuses', () => {
    const { packages }: Lock = JSON.parse(read('package-lock.json'))
    const optional = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
    expect(optional.filter((name) => !(`node_modules/${name}` in packages))).toEqual([])
  })
})

type Lock = Readonly<{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }>

/** 13800000000, 13812345678: at most two different digits after the third, or counting up. */
function isFictitious(number: string): boolean {
  const rest = number.slice(3)
  return new Set(rest).size <= 2 || rest === '12345678' || number === '13800138000'
}
