import { once } from 'node:events'
import { createServer } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real OpenID Connect issuer on loopback whose people are named in the address of its sign-in page. */
export type Issuer = Readonly<{
  address: string
  /** Follows the browser's way from the authorization address back to the callback, signing in as `name`. */
  walk: (authorization: string, name: string) => Promise<string>
  stop: () => Promise<void>
}>

/** Starts an issuer that knows one client, which may be called back at `callback`. */
export async function startIssuer(callback: string): Promise<Issuer> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const provider = new Provider(address, configurationFor(callback))
  const server = provider.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    address,
    walk: (authorization, name) => walk(authorization, { name, callback }),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function configurationFor(callback: string) {
  return {
    clients: [
      {
        client_id: 'hengxiao',
        client_secret: 'a secret of the test',
        redirect_uris: [callback],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id.replace(/^subject-/, '') }),
    }),
  }
}

/** Redirects and the two forms of the issuer's own pages, with its cookies. */
async function walk(from: string, { name, callback }: { name: string; callback: string }): Promise<string> {
  const cookies = new Map<string, string>()
  let address = from
  let body: URLSearchParams | undefined
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(key, value)
    }
    const location = answer.headers.get('location')
    if (location === null) {
      const page = await answer.text()
      const isSignIn = page.includes('name="login"')
      body = new URLSearchParams(
        isSignIn ? { prompt: 'login', login: `subject-${name}`, password: 'any' } : { prompt: 'consent' },
      )
      continue
    }
    body = undefined
    address = new URL(location, address).href
    if (address.startsWith(callback)) return address
  }
  throw new Error(`the issuer never came back: ${address}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
