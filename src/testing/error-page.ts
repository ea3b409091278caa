import { errorRegister } from '../core/errors/errors.js'

const kindWords = {
  invalid: '内容或用法不对',
  notFound: '找不到',
  conflict: '状态冲突',
  forbidden: '没有权限',
  unauthenticated: '没有登录',
  stale: '别人先改了',
  tooMany: '太频繁',
  unavailable: '暂时不可用',
}

/** docs/errors.md: every refusal with its code, as the register has it. */
export function renderErrorPage(): string {
  const rows = Object.entries(errorRegister).map(
    ([code, { kind, sentence }]) =>
      `| \`${code}\` | ${kindWords[kind]} | ${sentence.replaceAll('|', '\\|')} |`,
  )
  return `${errorPageHead}${rows.join('\n')}\n`
}

const errorPageHead = `# 错误一览

程序拒绝一件事时，只说一句话：哪里不对、怎么办。每句话有一个固定编号，\`check --format json\` 的 \`error.code\` 就是它；编号不会改作他用。命令行遇到这些错误时退出码为 2。

自评报告里的问题不在此列：那是核对的结果，一次全部列出，见 \`hengxiao check\`。

| 编号 | 种类 | 说给用户的话 |
|---|---|---|
`
