/** A whole and the terms that together are all of it; `optional` ones belong to it when they are stated. */
export type Partition = Readonly<{
  whole: readonly string[]
  required: readonly string[]
  optional: readonly string[]
  /** Parts may stand in the sentences after the whole's. */
  acrossSentences: boolean
  /** False when other parts may exist that nobody printed. */
  complete: boolean
}>

const partition = (
  whole: readonly string[],
  required: readonly string[],
  optional: readonly string[] = [],
  acrossSentences = false,
): Partition => ({ whole, required, optional, acrossSentences, complete: true })

/** Partitions that follow from what the terms mean, the finer ones first. */
export const partitions: readonly Partition[] = [
  partition(
    ['totalExpenditure', 'totalBudget', 'appropriationExpenditure'],
    ['basicExpenditure', 'projectExpenditure'],
    ['businessExpenditure', 'superiorRemittance', 'affiliateSubsidy'],
    true,
  ),
  partition(
    ['totalExpenditure', 'totalBudget', 'appropriationExpenditure'],
    ['personnelExpenditure', 'operatingExpenditure', 'projectExpenditure'],
  ),
  partition(['basicExpenditure'], ['personnelExpenditure', 'operatingExpenditure']),
  partition(['basicExpenditure'], ['wages', 'householdSubsidy', 'goodsAndServices'], ['capitalExpenditure']),
  partition(['basicExpenditure'], ['wages', 'householdSubsidy', 'operatingExpenditure']),
  partition(['personnelExpenditure'], ['wages', 'householdSubsidy']),
  partition(
    ['threePublicExpenses'],
    ['overseasTravelExpenses', 'officialVehicleExpenses', 'officialReceptionExpenses'],
  ),
  partition(
    ['threePublicExpenses'],
    [
      'overseasTravelExpenses',
      'vehiclePurchaseExpenses',
      'vehicleRunningExpenses',
      'officialReceptionExpenses',
    ],
  ),
  partition(['officialVehicleExpenses'], ['vehiclePurchaseExpenses', 'vehicleRunningExpenses']),
  partition(['totalAssets'], ['currentAssets', 'nonCurrentAssets']),
  { ...partition(['nonCurrentAssets'], ['fixedAssets', 'intangibleAssets']), complete: false },
  partition(['authorizedStaff'], ['administrativePosts', 'publicServicePosts'], ['workerPosts']),
  partition(['staffInPost', 'staffPresent'], ['administrativeStaff', 'publicServiceStaff'], ['workerPosts']),
  partition(['staffInPost', 'staffPresent'], ['establishedStaff', 'otherStaff']),
  partition(['retiredStaff'], ['veteranRetirees', 'ordinaryRetirees']),
]

/** True when the term belongs elsewhere: 项目支出 after the parts of 基本支出. */
export function belongsElsewhere(part: string | undefined, whole: string | undefined): boolean {
  if (part === undefined || whole === undefined) return false
  const outer = containedIn(part)
  if (outer.length === 0 || !partitions.some((candidate) => candidate.whole.includes(whole))) return false
  return !outer.includes(whole) && !outer.some((term) => containedIn(term).includes(whole))
}

/** Terms of which this one is a part: stated side by side they must not be added. */
export function containedIn(term: string): readonly string[] {
  const outer = partitions.filter(({ required }) => required.includes(term)).flatMap(({ whole }) => whole)
  return [...new Set(outer)]
}
