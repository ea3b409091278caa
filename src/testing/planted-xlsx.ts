import { xlsxOf } from './office-files.js'
import { cardOf, identityOf, type Plant } from './planted-words.js'

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
const shared = (reference: string, index: number): string => `<c r="${reference}" t="s"><v>${index}</v></c>`
const row = (number: number, cells: string, look = ''): string => `<row r="${number}"${look}>${cells}</row>`

/** A number typed as a number; where it is a plant that has been replaced, the text that replaces it. */
function figure(reference: string, value: string): string {
  return /^[\d.E]+$/.test(value) ? `<c r="${reference}"><v>${value}</v></c>` : inline(reference, value)
}

/** A formula with what it showed last; where its plant has been replaced, only the text. */
function formula(reference: string, written: string, shown: string): string {
  return shown.includes('隐去')
    ? inline(reference, shown)
    : `<c r="${reference}" t="str"><f>${written}</f><v>${shown}</v></c>`
}

/** An .xlsx with personal data in every place that an .xlsx has. */
export function plantedXlsx(plant: Plant): Uint8Array {
  return xlsxOf(`<sheetData>${rowsOf(plant)}</sheetData>${afterRows(plant)}`, partsOf(plant))
}

function rowsOf(plant: Plant): string {
  const phone = plant('13800006666')
  return [
    row(1, inline('A1', '云溪县水利局绩效自评表')),
    row(2, shared('A2', 0) + shared('B2', 1)),
    row(3, shared('A3', 2)),
    row(
      4,
      inline('A4', '联系电话') +
        figure('B4', plant('28590001')) +
        inline('C4', '执行数') +
        figure('D4', '28590002'),
    ),
    row(5, inline('A5', '备注') + figure('B5', plant('13800007777')), ' hidden="1"'),
    row(
      6,
      inline('A6', '合计') + figure('B6', '13700000000') + figure('C6', '1.37E10') + figure('D6', '0.5'),
    ),
    row(7, inline('A7', '手机') + figure('B7', plant('1.38E10'))),
    row(8, inline('A8', '公式') + formula('B8', `"手机"&amp;"138"&amp;"00006666"`, `手机${phone}`)),
    row(
      9,
      inline('A9', '转引') +
        (phone.includes('隐去')
          ? `<c r="B9" t="str"><f>B5</f><v>${phone}</v></c>`
          : `<c r="B9"><f>B5</f><v>${phone}</v></c>`),
    ),
    row(
      10,
      ['序号', '姓名', '卡号', '金额'].map((text, index) => inline(`${'ABCD'[index]}10`, text)).join(''),
    ),
    row(
      11,
      figure('A11', '1') +
        shared('B11', 3) +
        inline('C11', plant(cardOf('621700000000000002'))) +
        figure('D11', '6217000000'),
    ),
    row(
      12,
      figure('A12', '2') +
        inline('B12', plant('范小暑')) +
        inline('C12', plant('6217 0000 0000 12')) +
        figure('D12', '13700000000'),
    ),
    row(
      13,
      inline('A13', `证件：${plant(identityOf('11000019900101100').toLowerCase())}`) + shared('B13', 3),
    ),
    row(14, shared('A14', 1)),
  ].join('')
}

function afterRows(plant: Plant): string {
  const check = `<dataValidations><dataValidation type="list" prompt="问${plant('彭寒露')}，电话${plant('13800008888')}" sqref="A20"><formula1>"联系人：${plant('彭寒露')}"</formula1></dataValidation></dataValidations>`
  const edges = `<headerFooter><oddHeader>&amp;L填表人：${plant('郎霜降')}&amp;R第 &amp;P 页</oddHeader><oddFooter>&amp;C联系电话：${plant('28590003')}</oddFooter></headerFooter>`
  return `<mergeCells><mergeCell ref="A1:D1"/></mergeCells>${check}${edges}`
}

function partsOf(plant: Plant): Record<string, string> {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const text = (words: string): string => `<si><t xml:space="preserve">${words}</t></si>`
  const [first, ...rest] = plant('鲁小满')
  const rich = `<si><r><t>填表人：${first}</t></r><r><t>${rest.join('')}</t></r><r><t xml:space="preserve">  填报日期：2024年5月14日</t></r></si>`
  return {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><fileSharing userName="${plant('韦大雪')}"/><sheets><sheet name="自评表" sheetId="1" r:id="r1"/><sheet name="备查" sheetId="2" state="veryHidden" r:id="r3"/></sheets><definedNames><definedName name="填表人">"${plant('昌冬至')}"</definedName><definedName name="合计">自评表!$B$6</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'worksheet', 'worksheets/sheet2.xml')}${relation('r4', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}" count="6" uniqueCount="5">${text('单位负责人')}${text(plant('马立冬'))}${rich}${text(plant('苗小雪'))}${text(`没有格子用的 ${plant('13800009999')}`)}</sst>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${row(1, inline('A1', '经办人') + inline('B1', plant('凤立春')))}${row(2, inline('A2', '座机') + inline('B2', plant('0700 2123460')))}</sheetData></worksheet>`,
    'xl/comments1.xml': `<comments xmlns="${main}"><authors><author>${plant('花雨水')}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>${plant('花雨水')}:</t></r><r><t>请打${plant('13811111112')}</t></r></text></comment></commentList></comments>`,
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><threadedComment ref="A1" personId="{1}"><text>问${plant('0700-2123461')}</text></threadedComment></ThreadedComments>`,
    'xl/persons/person.xml': `<personList><person displayName="${plant('方惊蛰')}" id="{1}" userId="${plant('fang@example.com')}" providerId="None"/></personList>`,
    'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${main}"><externalBook><sheetDataSet><sheetData2><row r="1"><cell r="A1" t="str"><v>联系人：${plant('俞春分')}</v></cell></row></sheetData2></sheetDataSet></externalBook></externalLink>`,
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${main}" refreshedBy="${plant('任谷雨')}"><cacheFields><cacheField name="姓名"><sharedItems><s v="${plant('袁立夏')}"/></sharedItems></cacheField><cacheField name="金额"><sharedItems><n v="13700000000"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
    'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="v"><v:textbox><div>审核人：${plant('柳小满')}<br></div></v:textbox></xml>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>${plant('酆芒种')}</dc:creator></cp:coreProperties>`,
  }
}
