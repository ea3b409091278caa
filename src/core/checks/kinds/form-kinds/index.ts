import type { CheckKind } from '../../../law/check.js'
import { admittedShortfall } from './admitted-shortfall.js'
import { deductionReason } from './deduction-reason.js'
import { dimensionWeights } from './dimension-weights.js'
import { farAboveTarget } from './far-above-target.js'
import { fittingAspect } from './fitting-aspect.js'
import { indicatorCount } from './indicator-count.js'
import { noBuildingsNoZeros } from './no-buildings-no-zeros.js'
import { numbersHaveUnits } from './numbers-have-units.js'
import { percentSign } from './percent-sign.js'
import { qualitativeBand } from './qualitative-band.js'
import { quantitativeScore } from './quantitative-score.js'
import { quantityIsNumber } from './quantity-is-number.js'
import { relationDirection } from './relation-direction.js'
import { sameSort } from './same-sort.js'
import { sameTargetForSameName } from './same-target-for-same-name.js'
import { uniformBenefitTargets } from './uniform-benefit-targets.js'
import { uniqueNames } from './unique-names.js'
import { vagueTarget } from './vague-target.js'
import { weightConcentration } from './weight-concentration.js'
import { weightScheme } from './weight-scheme.js'

/** Kinds that look at the rows of forms. */
export const formKinds: Readonly<Record<string, CheckKind>> = {
  'admitted-shortfall': admittedShortfall,
  'deduction-reason': deductionReason,
  'dimension-weights': dimensionWeights,
  'far-above-target': farAboveTarget,
  'fitting-aspect': fittingAspect,
  'indicator-count': indicatorCount,
  'no-buildings-no-zeros': noBuildingsNoZeros,
  'numbers-have-units': numbersHaveUnits,
  'percent-sign': percentSign,
  'qualitative-band': qualitativeBand,
  'quantitative-score': quantitativeScore,
  'quantity-is-number': quantityIsNumber,
  'relation-direction': relationDirection,
  'same-sort': sameSort,
  'same-target-for-same-name': sameTargetForSameName,
  'uniform-benefit-targets': uniformBenefitTargets,
  'unique-names': uniqueNames,
  'vague-target': vagueTarget,
  'weight-concentration': weightConcentration,
  'weight-scheme': weightScheme,
}
