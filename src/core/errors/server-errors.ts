import type { ErrorEntry } from './error-entry.js'

/** Refusals of the server itself: signing in, sessions, tokens, bodies, and starting up. */
export const serverErrors = {
  SIGN_IN_WRONG: {
    kind: 'unauthenticated',
    sentence:
      '账号、密码或动态口令不对。请检查大小写后再试；连续输错几次会暂时锁定，忘了密码请找系统管理员重置。',
  },
  SIGN_IN_TOO_OFTEN: {
    kind: 'tooMany',
    sentence: '登录尝试太多，暂时不能登录。请 {minutes} 分钟后再试；忘了密码请找系统管理员重置。',
  },
  SECOND_FACTOR_NEEDED: {
    kind: 'unauthenticated',
    sentence: '这个账号绑定了动态口令。请再填上手机上显示的 6 位数字。',
  },
  SECOND_FACTOR_WRONG: {
    kind: 'invalid',
    sentence: '动态口令不对，或已经用过一次。请等手机上换出新的 6 位数字再填。',
  },
  SECOND_FACTOR_NOT_STARTED: {
    kind: 'conflict',
    sentence: '还没有开始绑定动态口令。请先在“我的账号”里点“绑定动态口令”，扫码后再确认。',
  },
  SECOND_FACTOR_BOUND: {
    kind: 'conflict',
    sentence: '这个账号已经绑定了动态口令。要换手机，请先解除，再重新绑定。',
  },
  OFFICE_NOT_YOURS: { kind: 'notFound', sentence: '您没有这个岗位，或它已经停用。请从岗位列表里选。' },
  PASSWORD_TOO_WEAK: { kind: 'invalid', sentence: '新密码不行：{problem}请换一个再试。' },
  PASSWORD_WRONG: { kind: 'invalid', sentence: '现在的密码不对。请检查大小写后再试。' },
  PASSWORD_MUST_CHANGE: {
    kind: 'forbidden',
    sentence: '这个密码是别人替您设的，请先改成自己的密码，再办理其他事项。',
  },
  LINK_WRONG: {
    kind: 'notFound',
    sentence:
      '这个一次性链接不对、已经用过，或过了 24 小时。请找系统管理员（首次使用请重新启动程序）要新的链接。',
  },
  REQUEST_NOT_OURS: {
    kind: 'forbidden',
    sentence: '这个请求不是从本系统的页面发出的，已拒绝。请刷新页面后再试。',
  },
  SCOPE_MISSING: {
    kind: 'forbidden',
    sentence: '这个接口令牌不能做这件事（需要权限 {scope}）。请在“我的账号”里新建有这项权限的令牌。',
  },
  TOKEN_NOT_FOUND: { kind: 'notFound', sentence: '没有这个接口令牌，或它不是您的。请刷新后再看。' },
  SIGN_ON_SETTINGS_WRONG: {
    kind: 'invalid',
    sentence:
      '统一身份登录没有设好：环境变量 {name} 要写{wanted}。请改好后再启动，或先去掉统一身份登录的设置。',
  },
  BODY_TOO_LARGE: {
    kind: 'invalid',
    sentence: '一次提交的内容超过 {limit} MB，已拒绝。请分几次提交，或去掉图片后再试。',
  },
  BODY_TOO_SLOW: {
    kind: 'invalid',
    sentence: '等了 {seconds} 秒，提交的内容还没有传完，已停止。请检查网络后再试。',
  },
  BODY_KIND_WRONG: {
    kind: 'invalid',
    sentence: '提交的内容格式不对（要的是 {wanted}）。请刷新页面后再试；用接口时请检查 content-type。',
  },
  STREAMS_TOO_MANY: {
    kind: 'tooMany',
    sentence: '这个账号同时打开的页面太多（超过 {limit} 个）。请关掉一些再刷新。',
  },
  SERVER_FAULT: {
    kind: 'conflict',
    sentence: '程序内部出错，这不是您的错，写的内容还在本机。请过一会儿再试，并把编号 {number} 告诉管理员。',
  },
  ARGUMENT_NOT_TAKEN: { kind: 'invalid', sentence: '多出了“{given}”：这个命令后面只写选项。用法：{usage}' },
  HTTPS_NEEDED: {
    kind: 'invalid',
    sentence:
      '要让别的电脑打开（--host {host}），密码和数据必须加密传输：请在前面放一个 https 网关，并用 --address https://… 写明网址。',
  },
  ADDRESS_WRONG: {
    kind: 'invalid',
    sentence: '网址不能是“{given}”。请写完整的网址，例如 --address https://jixiao.example.cn，后面不带路径。',
  },
  PORT_TAKEN: {
    kind: 'conflict',
    sentence: '端口 {port} 已被别的程序占用。请先关掉它，或换一个端口，例如 --port {other}。',
  },
  HOST_WRONG: {
    kind: 'invalid',
    sentence: '这台机器没有“{given}”这个地址。请写本机的地址，例如 --host 127.0.0.1。',
  },
  PORT_WRONG: {
    kind: 'invalid',
    sentence: '端口不能是“{given}”。请写 1 到 65535 之间的数，例如 --port 8321。',
  },
  DEMO_ONLY_HERE: {
    kind: 'forbidden',
    sentence:
      '演示（--demo）里人人可以一键登录，只能开在本机 127.0.0.1 上，不能开在 {host}。请去掉 --demo 或 --host。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
