import type { Filing, Form } from '../filing/filing.js'

/** What stands in for the filing's own forms, and who is told of each part that is taken. */
type View = Readonly<{ forms: readonly Form[]; note?: (part: keyof Filing) => void }>

/** A filing with other forms; nothing of it is read before a check takes it, and a copy of it has every part. */
export function viewFiling(filing: Filing, { forms, note }: View): Filing {
  const take = <Part extends keyof Filing>(part: Part): Filing[Part] => {
    note?.(part)
    return filing[part]
  }
  return {
    get unit() {
      return take('unit')
    },
    get budgetYear() {
      return take('budgetYear')
    },
    get document() {
      return take('document')
    },
    get forms() {
      note?.('forms')
      return forms
    },
    get narrative() {
      return take('narrative')
    },
    get facts() {
      return take('facts')
    },
    get unplaced() {
      return take('unplaced')
    },
  }
}
