import { describe, expect, it } from 'vitest'
import { isBankCard, isIdentityNumber } from '../../../redact/check-digits.js'
import { masked, personalNumbersIn } from './personal-numbers.js'

function kindsIn(text: string): readonly string[] {
  return personalNumbersIn(text).map(({ kind }) => kind)
}

/** A well-formed identity number of nobody: born in 1900, region 110000. */
function identityOf(first17: string): string {
  const digits = [...'10X98765432']
  const check = digits.find((digit) => isIdentityNumber(first17 + digit))
  return first17 + (check ?? '?')
}

describe('personal numbers', () => {
  it('a mobile number is found with and without spaces, an amount or a code is not', () => {
    expect(kindsIn('联系电话：13900000000')).toEqual(['mobile'])
    expect(kindsIn('联系电话：139 0000 0000')).toEqual(['mobile'])
    expect(kindsIn('合计13900000000元')).toEqual([])
    expect(kindsIn('项目编码110000139000000001234')).toEqual([])
  })

  it('an identity number needs a right check digit', () => {
    const right = identityOf('11000019000101000')
    expect(kindsIn(`证号${right}`)).toEqual(['identity'])
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')
    expect(kindsIn(`证号${wrong}`)).toEqual([])
  })

  it('a bank card needs a right Luhn digit and a word about cards', () => {
    expect(isBankCard('6200000000000005')).toBe(true)
    expect(isBankCard('6200000000000006')).toBe(false)
    expect(kindsIn('卡号6200000000000005')).toEqual(['bankCard'])
    expect(kindsIn('编号6200000000000005')).toEqual([])
  })

  it('the middle of a number is hidden', () => {
    expect(masked('13900000000')).toBe('139******00')
    expect(masked('2345678')).toBe('23***78')
  })
})
