import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api.js'
import { monthAndDay } from '../days.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { NewToken } from './NewToken.js'
import { words } from './words.zh.js'

/** Keys for programs: what each may do, until when, and ending it. */
export function TokensSection() {
  const client = useQueryClient()
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => call('listTokens') })
  const end = useMutation({
    mutationFn: (tokenId: string) => call('endToken', { params: { tokenId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  })
  return (
    <section className="panel" aria-labelledby="tokens">
      <h2 id="tokens">{words.tokens}</h2>
      <p className="quiet">{words.tokensSay}</p>
      {tokens.isError ? <Failure error={tokens.error} /> : null}
      {end.isError ? <Failure error={end.error} /> : null}
      {tokens.data?.length === 0 ? <p>{words.noTokens}</p> : null}
      <ul className="tokens">
        {tokens.data?.map(({ tokenId, name, scopes, expiresAt, usedAt }) => (
          <li key={tokenId}>
            <strong>{name}</strong>
            <span>{scopes.map((scope) => words.scopes[scope]).join('、')}</span>
            <span>{words.expires(monthAndDay(expiresAt))}</span>
            <span>{usedAt === null ? words.neverUsed : words.used(monthAndDay(usedAt))}</span>
            <Button onClick={() => end.mutate(tokenId)}>
              {words.end}
              <span className="only-read">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <NewToken />
    </section>
  )
}
