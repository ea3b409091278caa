/**
 * Findings of severity error or warning that no verified statement names, but that a person has confirmed
 * by hand in the report. The reason says how; no words of the report are repeated.
 */
export const disagreements: readonly Readonly<{
  seed: string
  rule: string
  line: number
  reason: string
}>[] = []
