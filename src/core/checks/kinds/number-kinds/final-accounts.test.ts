import { describe, expect, it } from 'vitest'
import { runNumberChecks } from '../../../../testing/number-checks.js'

const asked = (kind: string, texts: readonly string[]): void => {
  it.each(texts)(`${kind} is asked and holds: %s`, (text) => {
    const results = runNumberChecks(text)
    expect(results.filter((result) => result.endsWith('violated'))).toEqual([])
    expect(results.some((result) => result === `${kind} holds` || result === `${kind} rounding`)).toBe(true)
  })
}
const wrong = (kind: string, texts: readonly string[]): void => {
  it.each(texts)(`${kind} finds the mistake: %s`, (text) => {
    expect(runNumberChecks(text)).toContain(`${kind} violated`)
  })
}

describe('phrasings of final accounts', () => {
  asked('change-rate', [
    '1、收入：500.00万元。同比上年度增加100.00万元，增加25%。',
    '接待费支出3.06万元，较上年3.10减少0.04万元，减少1.29%。',
    '1.离退休（项）。2022年决算数为50.00万元，2023年支出决算为45.00万元，比2022年决算数减少10%。',
  ])
  wrong('change-rate', [
    '1、收入：500.00万元。同比上年度增加100.00万元，增加20%。',
    '接待费支出3.06万元，较上年3.10减少0.04万元，减少12.9%。',
    '1.离退休（项）。2022年决算数为50.00万元，2023年支出决算为45.00万元，比2022年决算数减少11.11%。',
  ])
  asked('share-of-whole', ['1.行政运行（项）。年初预算为80.00万元，支出决算为60.00万元，完成年初预算的75%。'])
  wrong('share-of-whole', ['1.行政运行（项）。年初预算为80.00万元，支出决算为60.00万元，完成年初预算的80%。'])
  asked('sum-of-parts', [
    '2023年基本支出90.00万元，其中：\n人员经费70.00万元，主要包括：基本工资、奖金等。\n公用经费20.00万元，主要包括：办公费等。',
  ])
  wrong('sum-of-parts', [
    '2023年基本支出90.00万元，其中：\n人员经费70.00万元，主要包括：基本工资、奖金等。\n公用经费10.00万元，主要包括：办公费等。',
  ])
  asked('stated-ratio', [
    '截至2023年12月底累计支付48.00万元，占到位资金50.00万元的96%。',
    '2023年改造厕所20座，为年度任务18座的111.1%。',
    '三公经费支出8.00万元，其中接待费2.00万元，占预算10.00万元的80%。',
  ])
  wrong('stated-ratio', [
    '截至2023年12月底累计支付48.00万元，占到位资金50.00万元的98%。',
    '2023年改造厕所20座，为年度任务18座的120%。',
  ])
})
