import fc from 'fast-check'
import { add, type Decimal, toText } from '../core/exact/decimal.js'
import { divideRational, fromDecimal, toDecimal } from '../core/exact/rational.js'
import { type DepartmentYear, soundYear } from './draft-samples.js'

const hundredths = (low: number, high: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min: low, max: high }).map((digits) => ({ digits: BigInt(digits), scale: 2 }))

/** `part ÷ whole` as per cent or points, rounded half up to two decimals. */
function quotient(part: Decimal, whole: Decimal, times: bigint): string {
  const share = divideRational(fromDecimal(part), fromDecimal(whole))
  if (share === undefined) throw new Error('no whole is zero here')
  return toText(toDecimal({ numerator: share.numerator * times, denominator: share.denominator }, 2))
}

/** Figures of a year that agree with each other; basic and project expenditure add up to the total. */
export const soundYears: fc.Arbitrary<DepartmentYear> = fc
  .record({
    year: fc.constantFrom(2023, 2024),
    basic: hundredths(10_000, 90_000),
    basicLeft: hundredths(0, 900),
    project: hundredths(10_000, 90_000),
    projectLeft: hundredths(0, 900),
    projectBefore: hundredths(0, 90_000),
    threePublic: hundredths(0, 900),
    threePublicLeft: hundredths(0, 300),
    threePublicBefore: hundredths(0, 1_500),
    operating: hundredths(100, 9_000),
    operatingBefore: hundredths(0, 9_000),
  })
  .map((drawn): DepartmentYear => {
    const adjusted = add(add(drawn.basic, drawn.basicLeft), add(drawn.project, drawn.projectLeft))
    const executed = add(drawn.basic, drawn.project)
    const rateScore = quotient(executed, adjusted, 10n)
    return {
      ...soundYear,
      year: drawn.year,
      initial: toText(adjusted),
      adjusted: toText(adjusted),
      executed: toText(executed),
      rate: `${quotient(executed, adjusted, 100n)}%`,
      rateScore,
      total: toText(add({ digits: 9_000n, scale: 2 }, pointsOf(rateScore))),
      basicBudget: toText(add(drawn.basic, drawn.basicLeft)),
      projectBudget: toText(add(drawn.project, drawn.projectLeft)),
      threePublic: [
        toText(drawn.threePublicBefore),
        toText(add(drawn.threePublic, drawn.threePublicLeft)),
        toText(drawn.threePublic),
      ],
      project: [
        toText(drawn.projectBefore),
        toText(add(drawn.project, drawn.projectLeft)),
        toText(drawn.project),
      ],
      operating: [toText(drawn.operatingBefore), toText(drawn.operating), toText(drawn.operating)],
    }
  })

function pointsOf(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}
