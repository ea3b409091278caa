import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { call } from '../../api.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Field } from '../../shell/Field.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import { useChange } from '../use-change.js'

type Policy = AnswerOf<Routes['readPolicy']>

const rules: readonly (readonly [keyof Policy, string, string])[] = [
  ['sessionMinutes', '无操作多少分钟后退出', '5 到 480。没有保存的内容会留在本机。'],
  ['lockAfterAttempts', '连续输错几次密码后锁定', '3 到 20。'],
  ['lockMinutes', '锁定多少分钟', '5 到 1440。系统管理员可以提前解除。'],
  ['passwordDays', '密码多少天后必须更换', '0 到 365，0 表示不强制更换。'],
]

/** 登录规则 of the region; the security administrator changes them. */
export function PolicyPage() {
  const found = useQuery({ queryKey: ['policy'], queryFn: () => call('readPolicy') })
  if (found.isError) return <Failure error={found.error} />
  if (found.data === undefined) return <Loading />
  return <PolicyForm key={JSON.stringify(found.data)} policy={found.data} />
}

function PolicyForm({ policy }: Readonly<{ policy: Policy }>) {
  const [given, setGiven] = useState(policy)
  const change = useChange<unknown>('policy')
  const keeps = useSession().data?.office?.role === 'securityAdministrator'
  return (
    <>
      <PageHead title="登录规则" />
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate(() => call('changePolicy', { body: given }))
        }}
      >
        {rules.map(([name, label, says]) => (
          <Field
            disabled={!keeps}
            inputMode="numeric"
            key={name}
            label={label}
            onText={(text) => setGiven({ ...given, [name]: Number(text.replace(/\D/g, '')) })}
            says={says}
            value={String(given[name])}
          />
        ))}
        {change.error === null ? null : <Failure error={change.error} />}
        {keeps ? (
          <>
            <p className="quiet">保存后对所有人生效，已登录的人从下一次操作起按新规则；会记入留痕。</p>
            <Button type="submit" busy={change.isPending} filled>
              保存
            </Button>
          </>
        ) : (
          <p className="quiet">由安全管理员修改。</p>
        )}
        {change.isSuccess ? <p role="status">已保存。</p> : null}
      </form>
    </>
  )
}
