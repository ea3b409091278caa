import type { Basis, CheckDefinition } from '../checks/check.js'
import type { FundScope, Stage } from '../filing/fact.js'
import type { Block } from './layout.js'
import type { ScoringRules } from './scoring-rules.js'

/** 权重方案: the weights of the dimensions that a notice allows together; points as decimal text. */
export type WeightScheme = Readonly<{ name: string; weights: Readonly<Record<string, string>> }>

/** Weights prescribed for a form. No schemes: the form's own headings count. */
export type WeightRules = Readonly<{
  /** 预算执行率 in points; undefined when the form gives none. */
  budgetExecutionRate: string | undefined
  schemes: readonly WeightScheme[]
  basis: readonly Basis[]
}>

/** A named set of fields for rule sentences: `合计(按收入性质)`. */
export type FieldGroup = Readonly<{ id: string; name: string; fields: readonly string[] }>

/** Says that a cell states a quantity that other forms and sentences state too. */
export type FactRule = Readonly<{
  /** `totalFunds.executedAmount`; inside `list` a column id, inside a repeating grid row group too. */
  field: string
  /** List whose rows state it; undefined for a single cell. */
  list: string | undefined
  /** Column of the list that names whose quantity it is. */
  subject: string | undefined
  quantity: string
  stage: Stage | undefined
  scope: FundScope
  year: 'current' | 'prior'
}>

/** A section that the narrative report should have. */
export type OutlineSection = Readonly<{
  id: string
  title: string
  /** Other headings under which it is printed. */
  labels: readonly string[]
  required: boolean
}>

/** 报告提纲. */
export type ReportOutline = Readonly<{
  title: string
  sections: readonly OutlineSection[]
  basis: readonly Basis[]
}>

/** One entry of checks.yaml: either a sentence over one form, or a coded kind over the filing. */
export type PackCheck = CheckDefinition &
  Readonly<{
    /** 规则句子; undefined for coded kinds. Sentence checks have the kind `sentence`. */
    sentence: string | undefined
  }>

/** 模板包: a form as data, for a region, a kind of form and an edition, with everything inherited filled in. */
export type Pack = Readonly<{
  id: string
  /** This pack's id and those it extends, nearest first. */
  lineage: readonly string[]
  /** Glossary identifier of the kind of form: `departmentSelfEvaluation`. */
  form: string
  title: string
  /** Other printed titles. */
  titles: readonly string[]
  /** Budget years of this edition; the newest edition not later than the report's year is taken. */
  years: readonly number[]
  /** Printed words that tell this form from its sisters. */
  signs: readonly string[]
  amounts: Readonly<{ unit: string; decimals: number }>
  weights: WeightRules | undefined
  blocks: readonly Block[]
  groups: readonly FieldGroup[]
  facts: readonly FactRule[]
  checks: readonly PackCheck[]
  scoring: ScoringRules | undefined
  report: ReportOutline | undefined
}>
