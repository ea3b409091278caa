import { describe, expect, it } from 'vitest'
import { checkedFile, executionFinding } from '../../testing/checked-file.js'
import type { FileReport } from '../report.js'
import { createSarifOutput } from './sarif.js'

/**
 * The objects of the SARIF 2.1.0 schema that we write, with the keys the schema allows (all of them are closed)
 * and `!` behind the required ones. Written out by hand: no npm package carries the schema itself.
 */
const schema: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  log: { $schema: 'uri', 'version!': '2.1.0', 'runs!': 'run[]' },
  run: {
    'tool!': 'tool',
    language: 'language',
    columnKind: 'columnKind',
    artifacts: 'artifact[]',
    invocations: 'invocation[]',
    results: 'result[]',
  },
  tool: { 'driver!': 'component' },
  component: { 'name!': 'text', version: 'text', language: 'language', rules: 'descriptor[]' },
  descriptor: { 'id!': 'text', shortDescription: 'message' },
  artifact: { location: 'artifactLocation', hashes: 'hashes' },
  artifactLocation: { uri: 'uri', index: 'index' },
  hashes: { 'sha-256': 'text' },
  invocation: { 'executionSuccessful!': 'flag', toolExecutionNotifications: 'notification[]' },
  notification: { 'message!': 'message', level: 'level', descriptor: 'reference', locations: 'location[]' },
  reference: { id: 'text' },
  result: {
    'message!': 'message',
    ruleId: 'text',
    ruleIndex: 'index',
    level: 'level',
    locations: 'location[]',
    relatedLocations: 'location[]',
    properties: 'bag',
  },
  location: {
    id: 'index',
    physicalLocation: 'physicalLocation',
    logicalLocations: 'logicalLocation[]',
    message: 'message',
  },
  physicalLocation: { artifactLocation: 'artifactLocation', region: 'region' },
  logicalLocation: { fullyQualifiedName: 'text', kind: 'text' },
  region: { startLine: 'line', snippet: 'content' },
  content: { text: 'text' },
  message: { text: 'text' },
}

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  uri: (value) => typeof value === 'string' && /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(value),
  flag: (value) => typeof value === 'boolean',
  index: (value) => Number.isInteger(value) && Number(value) >= -1,
  line: (value) => Number.isInteger(value) && Number(value) >= 1,
  level: (value) => ['none', 'note', 'warning', 'error'].includes(String(value)),
  language: (value) => /^[a-z]{2}(-[A-Z]{2})?$/.test(String(value)),
  columnKind: (value) => ['utf16CodeUnits', 'unicodeCodePoints'].includes(String(value)),
  bag: (value) => typeof value === 'object',
  '2.1.0': (value) => value === '2.1.0',
}

function problems(value: unknown, type: string, path: string): string[] {
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${path} is no list`]
    return value.flatMap((item, index) => problems(item, type.slice(0, -2), `${path}[${index}]`))
  }
  const scalar = scalars[type]
  if (scalar !== undefined) return scalar(value) ? [] : [`${path} is no ${type}`]
  return objectProblems(value as Record<string, unknown>, schema[type] ?? {}, path)
}

function objectProblems(
  value: Record<string, unknown>,
  keys: Readonly<Record<string, string>>,
  path: string,
): string[] {
  const types = new Map(Object.entries(keys).map(([key, type]) => [key.replace('!', ''), type]))
  const missing = Object.keys(keys).filter((key) => key.endsWith('!') && !(key.slice(0, -1) in value))
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const type = types.get(key)
      return type === undefined
        ? [`${path}.${key} is not in the schema`]
        : problems(inner, type, `${path}.${key}`)
    }),
  ]
}

function render(...reports: FileReport[]) {
  const output = createSarifOutput()
  return JSON.parse(output.begin() + reports.map(output.file).join('') + output.end())
}

describe('sarif', () => {
  it('fits the 2.1.0 schema', () => {
    const broken: FileReport = {
      status: 'unreadable',
      file: 'a b/损坏.docx',
      sha256: undefined,
      error: { code: 'FILE_DAMAGED', message: '文件已损坏。' },
    }
    expect(problems(render(checkedFile(), broken), 'log', 'log')).toEqual([])
  })

  it('is found wrong when a key is misspelt or a level unknown', () => {
    const log = render(checkedFile())
    log.runs[0].results[0].level = 'fatal'
    log.runs[0].results[0].rule = 'EXE-02'
    expect(problems(log, 'log', 'log')).toHaveLength(2)
  })

  it('names every rule it uses by its index', () => {
    const [run] = render(checkedFile()).runs
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  it('points at the line of a text file and at the cell of any file', () => {
    const [location] = render(checkedFile({ findings: [executionFinding] })).runs[0].results[0].locations
    expect(location.physicalLocation.region.startLine).toBe(214)
    expect(location.logicalLocations[0].fullyQualifiedName).toBe('table 2/row 2/column 8')
  })
})
