/** Which code of the second factor was used last: it must not work twice. */
export const secondFactorStep: readonly string[] = [
  'alter table account add column second_factor_step bigint',
]
