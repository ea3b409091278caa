import { DomainError } from '../../core/errors/errors.js'
import { isLoopbackName } from '../door/loopback.js'
import type { SignOnSettings } from '../door/site.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * From HENGXIAO_SIGN_ON_ISSUER, _CLIENT, _SECRET and _LABEL; undefined where no issuer is named.
 *
 * @throws DomainError SIGN_ON_SETTINGS_WRONG
 */
export function parseSignOn(environment: Environment): SignOnSettings | undefined {
  const issuer = environment.HENGXIAO_SIGN_ON_ISSUER
  if (!issuer) return undefined
  const address = URL.canParse(issuer) ? new URL(issuer) : undefined
  const isSafe = address?.protocol === 'https:' || (address !== undefined && isLoopbackName(address.hostname))
  if (address === undefined || !isSafe)
    throw new DomainError('SIGN_ON_SETTINGS_WRONG', { name: 'HENGXIAO_SIGN_ON_ISSUER', wanted: 'https 网址' })
  const clientId = environment.HENGXIAO_SIGN_ON_CLIENT
  if (!clientId)
    throw new DomainError('SIGN_ON_SETTINGS_WRONG', {
      name: 'HENGXIAO_SIGN_ON_CLIENT',
      wanted: '统一身份平台分配的应用编号',
    })
  return {
    issuer: address,
    clientId,
    clientSecret: environment.HENGXIAO_SIGN_ON_SECRET || undefined,
    label: environment.HENGXIAO_SIGN_ON_LABEL || '统一身份登录',
  }
}
