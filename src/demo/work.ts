/** What a unit of the demonstration county mainly does, from which its forms and report are written. */
export type Work = Readonly<{
  /** The unit's name without the county's. */
  unit: string
  duty: string
  project: string
  quantity: Measure
  quality: string
  benefit: Measure
  recipients: string
}>

/** An indicator with its target of the year, `≥amount`. */
export type Measure = Readonly<{ name: string; amount: number; unit: string }>

/** A work as the tables of this folder write it. */
export type Line = readonly [
  string,
  string,
  string,
  string,
  number,
  string,
  string,
  string,
  number,
  string,
  string,
]

/** A line with its parts named. */
export function work(line: Line): Work {
  const [unit, duty, project, quantity, amount, measure, quality, benefit, reach, people, recipients] = line
  return {
    unit,
    duty,
    project,
    quantity: { name: quantity, amount, unit: measure },
    quality,
    benefit: { name: benefit, amount: reach, unit: people },
    recipients,
  }
}
