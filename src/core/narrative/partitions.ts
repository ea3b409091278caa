/** A whole and the terms that together are all of it; `optional` ones belong to it when they are stated. */
export type Partition = Readonly<{
  whole: readonly string[]
  required: readonly string[]
  optional: readonly string[]
  /** Parts may stand in the sentences after the whole's. */
  acrossSentences: boolean
}>

const partition = (
  whole: readonly string[],
  required: readonly string[],
  optional: readonly string[] = [],
  acrossSentences = false,
): Partition => ({ whole, required, optional, acrossSentences })

/** Partitions that follow from what the terms mean, the finer ones first. */
export const partitions: readonly Partition[] = [
  partition(
    ['totalExpenditure', 'totalBudget'],
    ['basicExpenditure', 'projectExpenditure'],
    ['businessExpenditure', 'superiorRemittance', 'affiliateSubsidy'],
    true,
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
  partition(['authorizedStaff'], ['administrativePosts', 'publicServicePosts'], ['workerPosts']),
  partition(['staffInPost', 'staffPresent'], ['administrativeStaff', 'publicServiceStaff'], ['workerPosts']),
  partition(['staffInPost', 'staffPresent'], ['establishedStaff', 'otherStaff']),
  partition(['retiredStaff'], ['veteranRetirees', 'ordinaryRetirees']),
]

/** Terms that are parts of others: stated side by side they must not be added. */
export const containedIn: ReadonlyMap<string, readonly string[]> = new Map(
  partitions.flatMap(({ whole, required }) => required.map((part) => [part, whole] as const)),
)
