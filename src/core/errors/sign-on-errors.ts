import type { ErrorEntry } from './error-entry.js'

/** What stops the bureau's own sign-on; a browser that comes back from it is told on the sign-in page. */
export const signOnErrors = {
  SIGN_ON_ABSENT: {
    kind: 'notFound',
    sentence: '这里没有开通统一身份登录。请用本系统的账号登录，或请系统管理员开通。',
  },
  SIGN_ON_SILENT: {
    kind: 'unavailable',
    sentence: '统一身份平台没有答复，没有登录成功。请稍后再试，或用本系统的账号登录。',
  },
  SIGN_ON_TOO_LATE: {
    kind: 'forbidden',
    sentence: '统一身份登录等得太久，或不是从这一页开始的。请再点一次统一身份登录。',
  },
  SIGN_ON_UNCONFIRMED: {
    kind: 'forbidden',
    sentence: '统一身份平台没有确认您的身份（取消了登录，或答复对不上）。请再试一次，或用本系统的账号登录。',
  },
  SIGN_ON_UNKNOWN: {
    kind: 'forbidden',
    sentence:
      '统一身份平台已经认出您，但本系统里没有对应的账号。请联系系统管理员，告诉他您在统一身份平台的用户名。',
  },
  ACCOUNT_WITHOUT_OFFICE: {
    kind: 'forbidden',
    sentence: '这个账号现在没有岗位，进不了系统。请系统管理员给这个账号分配岗位。',
  },
  SIGN_ON_REFUSED: {
    kind: 'forbidden',
    sentence: '统一身份登录没有成功。请回到登录页重试，或用本系统的账号登录。',
  },
} as const satisfies Record<string, ErrorEntry>
