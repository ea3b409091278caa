import { administrationErrors } from './administration-errors.js'
import type { ErrorEntry, ErrorKind } from './error-entry.js'
import { filingErrors } from './filing-errors.js'
import { serverErrors } from './server-errors.js'
import { signOnErrors } from './sign-on-errors.js'
import { storeErrors } from './store-errors.js'
import { uploadErrors } from './upload-errors.js'
import { workplaceErrors } from './workplace-errors.js'

/** Every refusal a user can be told. `{name}` is filled from the parameters; a retired code is never reused. */
export const errorRegister = {
  FILE_EMPTY: { kind: 'invalid', sentence: '文件是空的，没有内容可读。请重新导出或重新上传。' },
  FILE_TOO_LARGE: {
    kind: 'invalid',
    sentence: '文件有 {megabytes} MB，超过上限 {limit} MB。请去掉图片或拆成几个文件再试。',
  },
  FILE_KIND_UNKNOWN: {
    kind: 'invalid',
    sentence:
      '认不出这是什么文件（{found}）。请另存为 .docx、.xlsx、.pdf 或 .txt 再试；能读的还有 .doc .wps .rtf .odt .xls .ods .html。',
  },
  FILE_DAMAGED: {
    kind: 'invalid',
    sentence: '文件已损坏或不完整（{where}），无法读取。请用原来的软件打开并另存一份再试。',
  },
  FILE_ENCRYPTED: { kind: 'invalid', sentence: '文件有密码，无法读取。请取消密码后另存一份再试。' },
  FILE_TOO_COMPLEX: {
    kind: 'invalid',
    sentence: '文件内容太多或太复杂（{where}），读取会耗尽内存，已停止。请拆成几个文件再试。',
  },
  ARCHIVE_TOO_LARGE: {
    kind: 'invalid',
    sentence: '文件解压后超过 {limit} MB，已拒绝读取。请去掉图片和附件，另存一份再试。',
  },
  ARCHIVE_SUSPICIOUS: {
    kind: 'invalid',
    sentence: '文件的压缩包不正常（{where}），为安全起见已拒绝读取。请用办公软件另存一份再试。',
  },
  DTD_REFUSED: {
    kind: 'invalid',
    sentence: '文件里有文档类型声明或实体定义（{where}），为安全起见已拒绝读取。请用办公软件另存一份再试。',
  },
  SCAN_WITHOUT_TEXT: {
    kind: 'invalid',
    sentence: '这是扫描件或图片，里面没有文字可读。请提供由 Word 或 Excel 导出的文件，或先做文字识别。',
  },
  READING_TOOK_TOO_LONG: {
    kind: 'invalid',
    sentence: '读取超过 {seconds} 秒仍未完成，已停止。请拆成几个文件或另存为 .docx 再试。',
  },
  CONVERTER_MISSING: {
    kind: 'invalid',
    sentence: '读取这种文件（{format}）需要本机装有 LibreOffice。请安装后再试，或把文件另存为 .docx。',
  },
  CONVERSION_FAILED: {
    kind: 'invalid',
    sentence: '把文件（{format}）转换成 .docx 时失败。请用办公软件打开，另存为 .docx 再试。',
  },
  FILE_NOT_FOUND: {
    kind: 'notFound',
    sentence: '找不到这个文件。请检查文件名和所在文件夹，名字里有空格时请加引号。',
  },
  FILE_IS_FOLDER: {
    kind: 'invalid',
    sentence: '这是一个文件夹，不是文件。请写出文件夹里的文件，例如 {example}。',
  },
  FILE_NOT_READABLE: {
    kind: 'forbidden',
    sentence: '没有权限读取，或文件正被别的程序占用（{reason}）。请关闭占用它的程序或检查权限后再试。',
  },
  PACK_UNKNOWN: { kind: 'notFound', sentence: '没有“{given}”这个模板包{hint}可用的有：{available}。' },
  PACK_FOLDER_EMPTY: {
    kind: 'notFound',
    sentence:
      '文件夹 {folder} 里没有模板包（找不到 pack.yaml）。请写出放有 pack.yaml 的文件夹，例如 packs/hunan/base-data/2023。',
  },
  PACK_BROKEN: {
    kind: 'invalid',
    sentence:
      '模板包文件夹 {folder} 里有 {count} 处要改，第一处：{first} 请先用 hengxiao pack check {folder} 逐条改好。',
  },
  OUTLINE_MISSING: {
    kind: 'notFound',
    sentence:
      '没有适合这份自评的报告提纲：里面没有认得出的自评表，正文的标题也对不上已有的提纲。请先填自评表，或在模板包里写 report.yaml。',
  },
  COMMAND_UNKNOWN: {
    kind: 'invalid',
    sentence: '没有“{given}”这个命令{hint}运行 hengxiao --help 可看到全部命令。',
  },
  COMMAND_NOT_YET: { kind: 'invalid', sentence: '这一版还没有“{given}”命令。现在可用的是 {available}。' },
  OPTION_UNKNOWN: { kind: 'invalid', sentence: '不认识选项 {given}{hint}用法：{usage}' },
  OPTION_WITHOUT_VALUE: { kind: 'invalid', sentence: '选项 {option} 后面缺少内容。用法：{usage}' },
  OPTION_VALUE_UNKNOWN: {
    kind: 'invalid',
    sentence: '选项 {option} 不能是“{given}”{hint}可以是 {allowed}。',
  },
  ARGUMENT_MISSING: { kind: 'invalid', sentence: '没有给出{what}。用法：{usage}' },
  ARGUMENT_UNEXPECTED: {
    kind: 'invalid',
    sentence: '多出了“{given}”：这个命令一次只处理一个{what}。用法：{usage}',
  },
  FILING_WRONG: {
    kind: 'invalid',
    sentence:
      '报送件里“{where}”这一处不对：{problem}请改好后再试，也可以用 hengxiao read 文件 --as filing 重新导出。',
  },
  JSON_DAMAGED: {
    kind: 'invalid',
    sentence:
      '这不是完整的 JSON（{where}），无法读取。请用 hengxiao read 文件 --as filing 重新导出，或直接给出 Word、Excel、PDF 原件。',
  },
  OUTPUT_MISSING: {
    kind: 'invalid',
    sentence: '没有写明结果存到哪里。请在后面加上 -o 和文件名，例如 -o {example}。',
  },
  OUTPUT_FORMAT_MISSING: {
    kind: 'invalid',
    sentence: '没有写明写成哪种文件。请加上 --as，可以是 {choices}。',
  },
  OUTPUT_FOLDER_MISSING: {
    kind: 'notFound',
    sentence: '要存到的文件夹“{folder}”不存在。请先建好这个文件夹，或换一个位置。',
  },
  OUTPUT_IS_FOLDER: {
    kind: 'invalid',
    sentence: '“{given}”是一个文件夹。请写出要存成的文件名，例如 -o {example}。',
  },
  OUTPUT_NOT_FOLDER: {
    kind: 'invalid',
    sentence: '一次写出多份文件时，-o 后面要写一个已经建好的文件夹，而“{given}”不是。',
  },
  OUTPUT_IS_INPUT: {
    kind: 'conflict',
    sentence: '“{given}”就是要读的文件，写出去会盖掉原件。请换一个文件名。',
  },
  OUTPUT_NAMES_COLLIDE: {
    kind: 'conflict',
    sentence: '“{first}”和“{second}”会写成同一个文件“{name}”。请先改名，或分两次写到不同的文件夹。',
  },
  OUTPUT_EXTENSION_WRONG: {
    kind: 'invalid',
    sentence: '写出来的会是 .{extension} 文件，“{given}”的扩展名不对。请改成 -o {example}。',
  },
  FILE_CHANGED: {
    kind: 'conflict',
    sentence: '文件在核对时又被改动了。请先保存并关闭它，再试一次。',
  },
  OUTPUT_NOT_WRITABLE: {
    kind: 'forbidden',
    sentence: '写不进“{given}”（{reason}）。请关闭正打开它的程序，检查权限和剩余空间，再试一次。',
  },
  CELL_TOO_LONG: {
    kind: 'invalid',
    sentence:
      '“{start}…”这一段有 {length} 个字，Excel 的一格最多放 32767 个字，不能写成 .xlsx。请把它分成几段，或改写成 .docx。',
  },
  PDF_CHARACTER_MISSING: {
    kind: 'invalid',
    sentence:
      '“{where}”里的 {characters} 在 PDF 所带的字体里没有，写出来会是空白，所以没有写。请换一个写法，或改写成 .docx。',
  },
  ...filingErrors,
  ...workplaceErrors,
  ...uploadErrors,
  ...storeErrors,
  ...serverErrors,
  ...signOnErrors,
  ...administrationErrors,
  INTERNAL_FAULT: {
    kind: 'conflict',
    sentence: '程序内部出错，这不是您的错（{where}）。请换一种格式（如 .docx）再试，并把这一行告诉维护者。',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorRegister

export type ErrorParameters = Readonly<Record<string, string | number>>

/** A refusal: what was asked cannot be done, and its sentence says why, where and what to do. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly kind: ErrorKind
  readonly parameters: ErrorParameters

  constructor(code: ErrorCode, parameters: ErrorParameters = {}) {
    super(fillSentence(errorRegister[code].sentence, parameters))
    this.name = 'DomainError'
    this.code = code
    this.kind = errorRegister[code].kind
    this.parameters = parameters
  }
}

function fillSentence(sentence: string, parameters: ErrorParameters): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(parameters[name] ?? gap))
}
