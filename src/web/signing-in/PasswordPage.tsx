import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '../api.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import { Loading } from '../shell/Loading.js'
import './signing-in.css'

/** Behind a one-time link: whoever has it sets the password of the account. */
export function PasswordPage() {
  const { token = '' } = useParams()
  const link = useQuery({
    queryKey: ['password-link', token],
    queryFn: () => call('readPasswordLink', { body: { token } }),
    retry: false,
    refetchOnWindowFocus: false,
  })
  if (link.isError)
    return (
      <div className="panel sign-in-box">
        <h1>设置密码</h1>
        <Failure error={link.error} />
        <p>
          已经设过密码的，<Link to="/sign-in">去登录</Link>；还没有的，请管理员重新生成一个链接。
        </p>
      </div>
    )
  if (link.data === undefined) return <Loading />
  return <PasswordForm token={token} name={link.data.name} login={link.data.login} />
}

type PasswordProps = Readonly<{ token: string; name: string; login: string }>

function PasswordForm({ token, name, login }: PasswordProps) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const save = useMutation({ mutationFn: () => call('setPasswordByLink', { body: { token, password } }) })
  if (save.isSuccess)
    return (
      <p className="panel">
        密码设好了。<Link to="/sign-in">去登录</Link>
      </p>
    )
  const differs = again !== '' && again !== password
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!differs && again !== '') save.mutate()
  }
  return (
    <form className="panel sign-in-box" onSubmit={send}>
      <h1>设置密码</h1>
      <p className="quiet">
        {name}（账号 {login}）
      </p>
      <input autoComplete="username" hidden readOnly value={login} />
      <Field
        autoComplete="new-password"
        label="新密码"
        onText={setPassword}
        required
        says="至少 10 个字符，大写字母、小写字母、数字、符号里至少三种。"
        type="password"
        value={password}
      />
      <Field
        autoComplete="new-password"
        label="再写一遍"
        onText={setAgain}
        required
        type="password"
        value={again}
        wrong={differs ? '两次写的不一样。' : undefined}
      />
      {save.isError ? <Failure error={save.error} /> : null}
      <Button className="whole" type="submit" busy={save.isPending} filled>
        设置密码
      </Button>
    </form>
  )
}
