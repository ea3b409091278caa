/** The bureau's own sign-on (OpenID Connect). The secret stays in memory and goes to the issuer alone. */
export type SignOnSettings = Readonly<{
  issuer: URL
  clientId: string
  clientSecret: string | undefined
  /** On the button of the sign-in page. */
  label: string
}>

/** How this server is set up, apart from what it works with; the same for every request. */
export type Site = Readonly<{
  /** Public origin, `https://jixiao.example.cn`; undefined: whatever address the request came to. */
  origin: string | undefined
  /** Folder of the built page; undefined: no page is served. */
  webFolder: string | undefined
  /** Whether answers are checked against the contract: in tests always. */
  checkAnswers: boolean
  /** Largest body of JSON, in bytes; files have limits of their own. */
  bodyLimit: number
  /** Seconds a body of JSON may take. */
  bodySeconds: number
  /** Seconds between two signs of life on a stream. */
  heartbeatSeconds: number
  /** Gateways in front of this server whose `x-forwarded-*` is believed: addresses by commas; empty: none. */
  proxies: string
  /** The bureau's own sign-on; undefined: only accounts of this system. */
  signOn: SignOnSettings | undefined
  /** Of this program, for the description of the API. */
  version: string
}>

const mebibyte = 1024 * 1024

/** The site of a test or of a first start. */
export const plainSite: Site = {
  origin: undefined,
  webFolder: undefined,
  checkAnswers: true,
  bodyLimit: 4 * mebibyte,
  bodySeconds: 20,
  heartbeatSeconds: 20,
  proxies: '',
  signOn: undefined,
  version: '0',
}
