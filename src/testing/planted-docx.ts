import { strToU8, unzipSync, zipSync } from 'fflate'
import { docxOf, paragraph, tableCell, tableOf, wordPart } from './office-files.js'
import { harmlessLines, type Plant, plantedLines } from './planted-words.js'
import { plantedXlsx } from './planted-xlsx.js'

const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A .docx with personal data in every place that a .docx has. */
export function plantedDocx(plant: Plant): Uint8Array {
  const plain = docxOf(bodyOf(plant), partsOf(plant))
  const parts = unzipSync(plain)
  return zipSync({
    ...parts,
    'word/embeddings/Microsoft_Excel_Sheet1.xlsx': plantedXlsx(plant),
    'word/embeddings/oleObject1.bin': strToU8(`OLE ${plant('13800000000')}`),
    'word/media/image1.jpeg': jpegWith(plant('陈小满')),
    'word/media/image2.emf': strToU8('\u0001 EMF 预览'),
    'docProps/thumbnail.jpeg': jpegWith('缩略图'),
  })
}

function bodyOf(plant: Plant): string {
  return [
    paragraph('云溪县水利局2024年度绩效自评报告'),
    ...plantedLines(plant).map((line) => paragraph(line)),
    ...harmlessLines.map((line) => paragraph(line)),
    splitRuns(plant),
    trackedChanges(plant),
    textBox(plant),
    control(plant),
    picture(plant),
    fields(plant),
    paragraph(`隐藏的${plant('13900000011')}`, '<w:rPr><w:vanish/></w:rPr>'),
    `<!-- ${plant('13900000022')} -->`,
    tables(plant),
    '<w:p><w:r><w:object><o:OLEObject xmlns:o="o" xmlns:r="r" ObjectID="_1" r:id="ole1"/></w:object></w:r></w:p>',
  ].join('')
}

/** A name and a number cut by runs, a tab and a break that only lay them out. */
function splitRuns(plant: Plant): string {
  const marked = plant('孔立夏')
  const number = plant('13800000101')
  const cut = (text: string, at: number): string => run(text.slice(0, at)) + run(text.slice(at), '<w:b/>')
  return `<w:p>${run('填表')}${run('人：')}${cut(marked, 1)}<w:r><w:tab/></w:r>${run('联系')}${run('电话：')}${cut(number, 4)}</w:p>`
}

function trackedChanges(plant: Plant): string {
  const who = `w:id="1" w:author="${plant('曹芒种')}" w:initials="CMZ" w:date="2024-05-14T00:00:00Z"`
  const gone = `<w:del ${who}><w:r><w:delText>原${plant('何小寒')}的电话${plant('13811111111')}</w:delText></w:r></w:del>`
  return `<w:p><w:ins ${who}>${run(`经办人：${plant('施夏至')}`)}</w:ins>${gone}${run('。')}</w:p>`
}

function textBox(plant: Plant): string {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
  const text = `承办人：${plant('严小暑')} 手机${plant('13800002222')}`
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box(text)}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box(text)}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

function control(plant: Plant): string {
  return `<w:sdt><w:sdtPr><w:alias w:val="填表人"/><w:tag w:val="preparer"/></w:sdtPr><w:sdtContent>${paragraph(plant('卫小雪'))}</w:sdtContent></w:sdt>`
}

function picture(plant: Plant): string {
  const words = `descr="负责人：${plant('魏清明')}，电话${plant('13800003333')}" title="签名"`
  return `<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr id="7" name="图片 1" ${words}/></wp:inline></w:drawing></w:r></w:p>`
}

function fields(plant: Plant): string {
  const instruction = `<w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:${plant('field@example.com')}" </w:instrText></w:r>`
  const simple = `<w:fldSimple w:instr=" DOCPROPERTY 联系电话 ${plant('0700-2123457')} ">${run('见属性')}</w:fldSimple>`
  return `<w:p>${instruction}${run('写信')}${simple}<w:hyperlink xmlns:r="r" r:id="mail1">${run('信箱')}</w:hyperlink></w:p>`
}

function tables(plant: Plant): string {
  const beside = tableOf(
    tableCell('项目名称') + tableCell('河道整治') + tableCell('项目负责人') + tableCell(plant('蒋谷雨')),
    tableCell('预算数') + tableCell('28580001') + tableCell('联系电话') + tableCell(plant('28580002')),
    tableCell('年度资金总额') + tableCell('13700000000') + tableCell('执行数') + tableCell('28580003'),
  )
  const list = tableOf(
    tableCell('序号') +
      tableCell('姓名') +
      tableCell('身份证号') +
      tableCell('联系电话') +
      tableCell('补助金额（元）'),
    tableCell('1') +
      tableCell(plant('沈立春')) +
      tableCell(plant('110000190001010001')) +
      tableCell(plant('2858 0004')) +
      tableCell('13700000000'),
    tableCell('2') +
      tableCell(plant('韩 雨水')) +
      tableCell(plant('110000190001010003')) +
      tableCell(plant('28580005')) +
      tableCell('1200'),
  )
  const lines = `<w:tc>${paragraph('审核人')}${paragraph(plant('姜白露'))}</w:tc>`
  return `${beside}${paragraph('名单如下')}${list}${tableOf(tableCell('意见') + lines)}`
}

function partsOf(plant: Plant): Record<string, string> {
  const relation = (id: string, type: string, target: string, mode = ''): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode}/>`
  const external = ' TargetMode="External"'
  return {
    '[Content_Types].xml':
      '<Types xmlns="t"><Override PartName="/docProps/thumbnail.jpeg" ContentType="image/jpeg"/></Types>',
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('mail1', 'hyperlink', `mailto:${plant('link@example.com')}`, external)}${relation('ole1', 'oleObject', 'embeddings/oleObject1.bin')}${relation('x1', 'package', 'embeddings/Microsoft_Excel_Sheet1.xlsx')}</Relationships>`,
    'word/_rels/settings.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('t1', 'attachedTemplate', `file:///C:\\Users\\${plant('tianqi')}\\Normal.dotm`, external)}</Relationships>`,
    'word/header1.xml': wordPart('hdr', paragraph(`单位负责人：${plant('戚寒露')}`)),
    'word/footer1.xml': wordPart('ftr', paragraph(`联系电话：${plant('13800004444')}`)),
    'word/footnotes.xml': wordPart('footnotes', paragraph(`撰稿人：${plant('谢霜降')}`)),
    'word/endnotes.xml': wordPart('endnotes', paragraph(`邮箱：${plant('end@example.com')}`)),
    'word/comments.xml': wordPart(
      'comments',
      `<w:comment w:id="0" w:author="${plant('邹大暑')}" w:initials="${plant('ZDS')}">${paragraph(`请${plant('邹大暑')}核对，电话${plant('13800005555')}`)}</w:comment>`,
    ),
    'word/people.xml': `<w15:people xmlns:w15="w15"><w15:person w15:author="${plant('邹大暑')}"><w15:presenceInfo w15:providerId="AD" w15:userId="${plant('S::zou@example.com::1')}"/></w15:person></w15:people>`,
    'word/settings.xml': wordPart(
      'settings',
      `<w:docVars><w:docVar w:name="填表人" w:val="${plant('柏小寒')}"/></w:docVars><w:mailMerge><w:query w:val="${plant('select 13800000000')}"/></w:mailMerge>`,
    ),
    'customXml/item1.xml': `<表单 xmlns="c"><填表人>${plant('水大寒')}</填表人><电话>${plant('28580006')}</电话><金额>28580007</金额></表单>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>绩效自评报告</dc:title><dc:creator>${plant('窦立秋')}</dc:creator><cp:lastModifiedBy>${plant('Wang Xiaoming')}</cp:lastModifiedBy><dc:description>联系人：${plant('章处暑')}</dc:description></cp:coreProperties>`,
    'docProps/app.xml': `<Properties xmlns="p"><Company>云溪县水利局</Company><Manager>${plant('云小满')}</Manager></Properties>`,
    'docProps/custom.xml': `<Properties xmlns="p" xmlns:vt="vt"><property name="联系电话"><vt:lpwstr>${plant('28580008')}</vt:lpwstr></property><property name="经办人"><vt:lpwstr>${plant('苏秋分')}</vt:lpwstr></property></Properties>`,
    'word/charts/chart1.xml': `<c:chartSpace xmlns:c="c" xmlns:a="a"><a:p><a:r><a:t>制表</a:t></a:r><a:r><a:t>人：${plant('潘冬至')}</a:t></a:r></a:p></c:chartSpace>`,
  }
}

/** A JPEG with a comment and a camera's block before its (empty) picture. */
function jpegWith(words: string): Uint8Array {
  const text = strToU8(words)
  const segment = (marker: number): number[] => [0xff, marker, 0, text.length + 2, ...text]
  return Uint8Array.from([0xff, 0xd8, ...segment(0xe1), ...segment(0xfe), 0xff, 0xda, 0, 2, 0xff, 0xd9])
}
