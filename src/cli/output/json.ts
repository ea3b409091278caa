import type { Place } from '../../core/document/document.js'
import type { CheckResult, Finding } from '../../core/law/check.js'
import type { FileReport, FormReport } from '../report.js'
import type { Output, OutputOptions } from './output.js'

/** `hengxiao.check/1`: for programs. Numbers are decimal strings; keys without a value are left out. */
export function createJsonOutput({ all }: Pick<OutputOptions, 'all'>): Output {
  return {
    begin: () => '{"schema":"hengxiao.check/1","files":[',
    file: (report, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(fileAsJson(report, all))}`,
    end: () => '\n]}\n',
  }
}

/** One entry of `files`. */
export function fileAsJson(report: FileReport, all: boolean): object {
  if (report.status === 'unreadable') {
    const { file, sha256, status, error } = report
    return { file, sha256, status, error }
  }
  const { file, sha256, readAs, status, unit, budgetYear, counts, notes } = report
  return {
    file,
    sha256,
    readAs,
    status,
    unit: unit ?? null,
    budgetYear: budgetYear ?? null,
    forms: report.forms.map(formAsJson),
    counts,
    findings: report.findings.map(findingAsJson),
    notes: notes.length === 0 ? undefined : notes,
    checks: all ? report.results.map(resultAsJson) : undefined,
  }
}

function formAsJson({ form, pack, indicators, statedTotal, computedTotal }: FormReport): object {
  return { form, pack, indicators, statedTotal, computedTotal }
}

function findingAsJson(finding: Finding): object {
  const { rule, check, severity, message, expected, stated, difference, unit, basis, suggestion } = finding
  return {
    rule,
    check,
    severity,
    message,
    expected,
    stated,
    difference,
    unit,
    places: finding.places.map(placeAsJson),
    basis,
    suggestion:
      suggestion === undefined
        ? undefined
        : { place: placeAsJson(suggestion.place), value: suggestion.value, because: suggestion.because },
  }
}

function resultAsJson({ rule, check, verdict, places }: CheckResult): object {
  return { rule, check, verdict, places: places.map(placeAsJson) }
}

function placeAsJson({ part, row, column, line, quote }: Place): object {
  return { part, row, column, line, quote }
}
