import type { CheckKind } from '../../law/check.js'
import { factKinds } from './fact-kinds/index.js'
import { formKinds } from './form-kinds/index.js'
import { numberKinds } from './number-kinds/index.js'
import { textKinds } from './text-kinds/index.js'

/** Every coded kind of check by the name that packs use for it. */
export const checkKinds: Readonly<Record<string, CheckKind>> = {
  ...factKinds,
  ...formKinds,
  ...numberKinds,
  ...textKinds,
}
