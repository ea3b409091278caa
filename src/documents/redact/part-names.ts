/** What is done with a part of an office package. */
export type PartKind = 'xml' | 'relations' | 'package' | 'picture' | 'metafile' | 'font' | 'dropped'

const words: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, '正文'],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
  [/comments\w*\d*\.xml$|threadedComments?\//, '批注'],
  [/people\.xml$|persons\//, '批注者名单'],
  [/^docProps\//, '文档属性'],
  [/^customXml\//, '自定义数据'],
  [/sharedStrings\.xml$/, '共享字符串'],
  [/^xl\/workbook\.xml$/, '工作簿'],
  [/pivotCache|pivotTables/, '数据透视表缓存'],
  [/externalLinks\//, '外部链接'],
  [/\.rels$/, '链接'],
  [/drawings\/|diagrams\/|charts?\//, '图形'],
  [/^xl\/worksheets\//, '工作表'],
  [/settings\.xml$/, '文档设置'],
]

/** What a part is called in the manifest: 页眉（word/header1.xml）. */
export function wordsForPart(name: string): string {
  const word = words.find(([pattern]) => pattern.test(name))?.[1]
  return word === undefined ? `部件 ${name} ` : word === '正文' ? word : `${word}（${name}）`
}

/** Why a part that is no text, no picture and no font is taken out. */
export function reasonToDrop(name: string): string {
  if (/thumbnail/i.test(name)) return '缩略图显示原文，已删除'
  if (/vbaProject|vbaData|macrosheets/i.test(name)) return '宏无法核查，已删除'
  if (/printerSettings/i.test(name)) return '打印机设置可能带有用户名，已删除'
  if (/embeddings|activeX|ctrlProps/i.test(name)) return '嵌入对象无法核查，已删除；正文中只留图样位置'
  return '这种部件无法核查，已删除'
}

/** How a part is treated, by its name: whatever is not known to be harmless is dropped. */
export function kindOfPart(name: string): PartKind {
  if (
    /thumbnail|vbaProject|vbaData|macrosheets\/|dialogsheets\/|activeX\/|customUI\/|_xmlsignatures\//i.test(
      name,
    )
  )
    return 'dropped'
  if (/\.rels$/i.test(name)) return 'relations'
  if (/\.(?:xml|vml)$/i.test(name)) return 'xml'
  if (/\.(?:docx|docm|xlsx|xlsm)$/i.test(name)) return 'package'
  if (/\.(?:emf|wmf)$/i.test(name)) return 'metafile'
  if (/\.(?:png|jpe?g|jfif|gif|bmp|tiff?|svg|webp)$/i.test(name))
    return name.endsWith('.svg') ? 'xml' : 'picture'
  if (/\.(?:odttf|ttf|otf)$/i.test(name)) return 'font'
  return 'dropped'
}
