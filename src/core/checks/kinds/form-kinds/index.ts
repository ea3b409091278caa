import type { CheckKind } from '../../../law/check.js'
import { qualitativeBand } from './bands.js'
import * as names from './indicator-names.js'
import * as values from './indicator-values.js'
import * as scores from './scores.js'
import { noBuildingsNoZeros, percentSign } from './units-and-buildings.js'
import { dimensionWeights, weightConcentration, weightScheme } from './weights.js'

/** Kinds that look at the rows of forms. */
export const formKinds: Readonly<Record<string, CheckKind>> = {
  'admitted-shortfall': scores.admittedShortfall,
  'deduction-reason': scores.deductionReason,
  'dimension-weights': dimensionWeights,
  'far-above-target': values.farAboveTarget,
  'fitting-aspect': names.fittingAspect,
  'indicator-count': names.indicatorCount,
  'no-buildings-no-zeros': noBuildingsNoZeros,
  'numbers-have-units': values.numbersHaveUnits,
  'percent-sign': percentSign,
  'qualitative-band': qualitativeBand,
  'quantitative-score': scores.quantitativeScore,
  'quantity-is-number': values.quantityIsNumber,
  'relation-direction': values.relationDirection,
  'same-sort': values.sameSort,
  'same-target-for-same-name': names.sameTargetForSameName,
  'uniform-benefit-targets': values.uniformBenefitTargets,
  'unique-names': names.uniqueNames,
  'vague-target': values.vagueTarget,
  'weight-concentration': weightConcentration,
  'weight-scheme': weightScheme,
}
