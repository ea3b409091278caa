import { randomFrom } from './random.js'

/** Amounts in hundredths of 万元. */
export type Money = Readonly<{ initial: number; adjusted: number; executed: number }>

/** Three columns of the base data: last year's final, this year's budget, this year's final. */
export type Columns = Readonly<{ prior: number; budget: number; final: number }>

/** Figures of one unit's year; they agree with each other and with the year before. */
export type UnitYear = Readonly<{
  year: number
  authorisedStaff: number
  staff: number
  basic: Money
  task: Money
  business: Money
  total: Money
  reception: Columns
  vehicle: Columns
  operating: Columns
  taskColumns: Columns
  businessColumns: Columns
  /** What was done, as a share of the target in per cent; below 100 costs points. */
  reached: number
  satisfied: number
}>

type Draw = (low: number, high: number) => number

const sum = (...parts: readonly Money[]): Money => ({
  initial: parts.reduce((all, { initial }) => all + initial, 0),
  adjusted: parts.reduce((all, { adjusted }) => all + adjusted, 0),
  executed: parts.reduce((all, { executed }) => all + executed, 0),
})

/** Budgets grow by at most a few per cent in the year; execution stays between 93 and 100 per cent. */
function money(initial: number, draw: Draw): Money {
  const adjusted = initial + Math.round((initial * draw(0, 60)) / 1000)
  return { initial, adjusted, executed: adjusted - Math.round((adjusted * draw(0, 70)) / 1000) }
}

function columns(prior: number, draw: Draw): Columns {
  const budget = Math.round((prior * draw(955, 1000)) / 1000)
  return { prior, budget, final: Math.round((budget * draw(930, 1000)) / 1000) }
}

/** The two years of a unit, drawn from its number so that every start of the demonstration is the same. */
export function drawYears(seed: number, years: readonly [number, number]): readonly [UnitYear, UnitYear] {
  const random = randomFrom(seed * 7919 + 17)
  const draw: Draw = (low, high) => low + Math.floor(random() * (high - low + 1))
  const authorisedStaff = draw(12, 38)
  const first = drawYear(draw, {
    year: years[0],
    authorisedStaff,
    basic: authorisedStaff * draw(1150, 1380),
    task: draw(6000, 32000),
    business: draw(1800, 7600),
    reception: draw(60, 260),
    vehicle: draw(120, 360),
    operating: authorisedStaff * draw(150, 190),
  })
  const grown = (amount: number) => Math.round((amount * draw(1000, 1050)) / 1000)
  const second = drawYear(draw, {
    year: years[1],
    authorisedStaff,
    basic: grown(first.basic.initial),
    task: grown(first.task.initial),
    business: grown(first.business.initial),
    reception: first.reception.final,
    vehicle: first.vehicle.final,
    operating: first.operating.final,
    before: first,
  })
  return [first, second]
}

type Start = Readonly<{
  year: number
  authorisedStaff: number
  basic: number
  task: number
  business: number
  reception: number
  vehicle: number
  operating: number
  before?: UnitYear
}>

function drawYear(draw: Draw, start: Start): UnitYear {
  const { year, authorisedStaff, before } = start
  const [basic, task, business] = [
    money(start.basic, draw),
    money(start.task, draw),
    money(start.business, draw),
  ]
  const project = (spent: Money, prior: number | undefined): Columns => ({
    prior: prior ?? Math.round((spent.executed * draw(950, 1000)) / 1000),
    budget: spent.initial,
    final: spent.executed,
  })
  return {
    year,
    authorisedStaff,
    staff: authorisedStaff - draw(0, 2),
    basic,
    task,
    business,
    total: sum(basic, task, business),
    reception: columns(start.reception, draw),
    vehicle: columns(start.vehicle, draw),
    operating: columns(start.operating, draw),
    taskColumns: project(task, before?.task.executed),
    businessColumns: project(business, before?.business.executed),
    reached: draw(0, 3) === 0 ? draw(86, 97) : draw(100, 108),
    satisfied: draw(91, 98),
  }
}
