import type { FundScope, Stage } from '../filing/fact.js'
import type { Basis, CheckDefinition, Severity } from '../law/check.js'
import type { Block } from './layout.js'
import type { Paper } from './paper.js'
import type { ScoringRules } from './scoring-rules.js'

/** 权重方案: the weights of the dimensions that a notice allows together; points as decimal text. */
export type WeightScheme = Readonly<{ name: string; weights: Readonly<Record<string, string>> }>

/** Weights prescribed for a form; its weight check asks for them. No schemes: the form's own headings count. */
export type WeightRules = Readonly<{
  /** How grave other weights are; undefined: as the inherited check says. */
  severity: Severity | undefined
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

/** 报告句子: words with named fields in `{}`, and when and how often they are said. */
export type ReportSentence = Readonly<{
  /** `{单位}全年执行数为{全年执行数}万元[，{比上年(全年执行数)}]。`; what stands in `[]` is left out when a fact in it is missing. */
  say: string
  /** Condition in the words of the rule language; without one the sentence is always said. */
  when: string | undefined
  /** List or kind of form whose rows each say it. */
  each: string | undefined
  /** Rows begin with 1. 2. 3. */
  numbered: boolean
  /** What stands between rows said in one paragraph; undefined when each row is a paragraph of its own. */
  together: string | undefined
  /** Words around rows said in one paragraph. */
  before: string
  after: string
  /** Goes on in the paragraph of the sentence before it. */
  follows: boolean
}>

/** A named quantity of the report: expressions tried in order, then a fact of the report's own prose. */
export type ReportQuantity = Readonly<{
  id: string
  name: string
  from: readonly string[]
  fact:
    | Readonly<{ quantity: string; stage: Stage | undefined; scope: FundScope; year: 'current' | 'prior' }>
    | undefined
}>

/** A named part of a list: the rows for which `when` holds and whose 二级指标 begins with one of `aspects`. */
export type ReportList = Readonly<{
  id: string
  name: string
  of: string
  when: string | undefined
  aspects: readonly string[]
}>

/** A word for another kind of form whose cells the report's sentences name. */
export type ReportForm = Readonly<{ id: string; name: string }>

/** A section that the narrative report should have. */
export type OutlineSection = Readonly<{
  id: string
  title: string
  /** Other headings under which it is printed. */
  labels: readonly string[]
  required: boolean
  /** 1 for 一、, 2 for （一）, 3 for 1. */
  level: number
  /** Condition under which the section is written at all. */
  when: string | undefined
  /** Kind of form printed below the heading, or as an attachment. */
  form: string | undefined
  attachment: boolean
  /** Only the tables of indicators whose first 二级指标 begins with one of these words. */
  aspects: readonly string[]
  /** Whose words under this heading are kept as they are: the filing's own, then last year's. */
  keep: readonly ('own' | 'lastYear')[]
  sentences: readonly ReportSentence[]
}>

/** 报告提纲. */
export type ReportOutline = Readonly<{
  /** An outline of its own, with nothing inherited. */
  replaces: boolean
  title: string
  /** The report's headline as a sentence. */
  heading: string | undefined
  forms: readonly ReportForm[]
  quantities: readonly ReportQuantity[]
  lists: readonly ReportList[]
  sections: readonly OutlineSection[]
  /** Lines that close the report: unit and date. */
  closing: readonly string[]
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
  /** How the form is printed; undefined when the pack does not say. */
  paper: Paper | undefined
}>
