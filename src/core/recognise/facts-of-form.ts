import type { Fact } from '../filing/fact.js'
import type { FieldValue, Form } from '../filing/filing.js'
import type { FactRule, Pack } from '../pack/pack.js'

/** The facts of several forms in their order; a form whose pack is not known states none. */
export function factsOfForms(
  forms: readonly Form[],
  packs: readonly Pack[],
  budgetYear: number | undefined,
): Fact[] {
  return forms.flatMap((form) => {
    const pack = packs.find(({ id }) => id === form.pack)
    return pack === undefined ? [] : factsOfForm(form, pack, budgetYear)
  })
}

/** The facts a form states, as its pack says which field means what. Years count from the form's own year. */
export function factsOfForm(form: Form, pack: Pack, budgetYear: number | undefined): Fact[] {
  const year = form.year ?? budgetYear
  return pack.facts.flatMap((rule) => {
    if (rule.list === undefined) {
      const subject = rule.subject === undefined ? undefined : form.fields[rule.subject]?.text
      return factOf(form.fields[rule.field], rule, { year, label: labelOf(pack, rule), subject })
    }
    const rows = form.lists[rule.list] ?? []
    return rows.flatMap((row) => {
      const subject = row[rule.subject ?? 'name']?.text
      return factOf(row[rule.field], rule, { year, label: subject ?? rule.quantity, subject })
    })
  })
}

type Named = Readonly<{ year: number | undefined; label: string; subject?: string | undefined }>

function factOf(value: FieldValue | undefined, rule: FactRule, { year, label, subject }: Named): Fact[] {
  if (value?.stated.kind !== 'number' || value.unit === undefined) return []
  return [
    {
      quantity: rule.quantity,
      label,
      subject,
      year: rule.year === 'prior' && year !== undefined ? year - 1 : year,
      stage: rule.stage,
      scope: rule.scope,
      stated: value.stated,
      unit: value.unit,
      place: value.place,
    },
  ]
}

/** The Chinese name of the row or field that a rule reads. */
function labelOf({ blocks }: Pack, { field, quantity }: FactRule): string {
  const [first] = field.split('.')
  for (const block of blocks) {
    const named = block.kind === 'grid' ? block.rows : 'fields' in block ? block.fields : []
    const match = named.find(({ id }) => id === first || id === field)
    if (match !== undefined) return match.name
  }
  return quantity
}
