import { pathToFileURL } from 'node:url'
import type { Place } from '../../core/document/document.js'
import type { Finding, Severity } from '../../core/law/check.js'
import type { CheckedFile, FileReport, UnreadableFile } from '../report.js'
import { readVersion } from '../version.js'
import type { Output } from './output.js'
import { placeWords, suggestionWords } from './words.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

/** SARIF 2.1.0, one run for each file: findings as results, an unreadable file as a failed invocation. */
export function createSarifOutput(): Output {
  const version = readVersion()
  return {
    begin: () => '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[',
    file: (report, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(runOf(report, version))}`,
    end: () => '\n]}\n',
  }
}

function runOf(report: FileReport, version: string): object {
  const findings = report.status === 'checked' ? report.findings : []
  return {
    tool: { driver: { name: 'hengxiao', version, language: 'zh-CN', rules: rulesOf(report) } },
    language: 'zh-CN',
    columnKind: 'unicodeCodePoints',
    artifacts: [artifactOf(report)],
    invocations: [invocationOf(report)],
    results: report.status === 'checked' ? findings.map((finding) => resultOf(finding, report)) : [],
  }
}

function artifactOf(report: FileReport): object {
  const location = { uri: uriOf(report.file) }
  return report.sha256 === undefined ? { location } : { location, hashes: { 'sha-256': report.sha256 } }
}

/** A relative name stays relative, so that the file can be read on another machine. */
function uriOf(file: string): string {
  if (file.startsWith('/') || /^[A-Za-z]:[\\/]/.test(file)) return pathToFileURL(file).href
  return file.split(/[\\/]/).map(encodeURIComponent).join('/')
}

function invocationOf(report: FileReport): object {
  if (report.status === 'checked') return { executionSuccessful: true }
  return { executionSuccessful: false, toolExecutionNotifications: [notificationOf(report)] }
}

function notificationOf({ file, error }: UnreadableFile): object {
  return {
    level: 'error',
    descriptor: { id: error.code },
    message: { text: error.message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), index: 0 } } }],
  }
}

function rulesOf(report: FileReport): object[] {
  if (report.status !== 'checked') return []
  return ruleIdsOf(report).map((id) => ({
    id,
    shortDescription: { text: report.titles[id.slice(id.indexOf('/') + 1)] ?? id },
  }))
}

function ruleIdsOf({ findings }: CheckedFile): string[] {
  return [...new Set(findings.map(ruleIdOf))]
}

/** Hierarchical, as SARIF allows: `EXE-02/execution-score`. */
function ruleIdOf({ rule, check }: Finding): string {
  return `${rule}/${check}`
}

function resultOf(finding: Finding, report: CheckedFile): object {
  const { severity, message, expected, stated, difference, unit } = finding
  const advice = suggestionWords(finding, report)
  const [place, ...others] = finding.places
  return {
    ruleId: ruleIdOf(finding),
    ruleIndex: ruleIdsOf(report).indexOf(ruleIdOf(finding)),
    level: levels[severity],
    message: { text: advice === undefined ? message : `${message}\n${advice}` },
    locations: [locationOf(place, report)],
    relatedLocations: others.map((other, id) => ({ id, ...locationOf(other, report) })),
    properties: { expected, stated, difference, unit },
  }
}

function locationOf(place: Place | undefined, report: CheckedFile): object {
  const artifactLocation = { uri: uriOf(report.file), index: 0 }
  if (place === undefined) return { physicalLocation: { artifactLocation } }
  const { part, row, column, line, quote } = place
  const cell = row === undefined ? '' : `/row ${row}${column === undefined ? '' : `/column ${column}`}`
  const region = line === undefined ? undefined : { startLine: line, snippet: { text: quote } }
  return {
    physicalLocation: { artifactLocation, region },
    logicalLocations: [{ fullyQualifiedName: `${part}${cell}`, kind: 'element' }],
    message: { text: placeWords(place, report) },
  }
}
