import { foldInPlace } from '../exact/normalise.js'
import type { FundScope, Stage } from '../filing/fact.js'
import { remembered } from '../remember.js'

/** What a printed term measures; `quantity` is its glossary identifier, `other` when the glossary has none. */
type Term = Readonly<{ pattern: RegExp; everywhere: RegExp; term: string; quantity: string }>

const named = (source: string, term: string, quantity = term): Term => ({
  pattern: new RegExp(source),
  everywhere: new RegExp(source, 'g'),
  term,
  quantity,
})

/** Longer terms first: the first that matches names the quantity. */
const terms: readonly Term[] = [
  named('三公(?:两费)?(?:经费)?(?:总?支出)?', 'threePublicExpenses'),
  named('公务用?车购置[及和与、](?:公?车?)?(?:运行)?(?:维护)?(?:经?费用?|支出)*', 'officialVehicleExpenses'),
  named('公务?用?车购置(?:经?费用?|支出)*', 'vehiclePurchaseExpenses'),
  named('公务?用?车运行(?:维护)?(?:经?费用?|支出)*', 'vehicleRunningExpenses'),
  named('公务用?车(?:经?费用?|支出)+', 'officialVehicleExpenses'),
  named('因?公?出国境?(?:经?费用?|支出)+', 'overseasTravelExpenses'),
  named('公务接待(?:经?费用?|支出)*', 'officialReceptionExpenses'),
  named('会议(?:经?费用?)(?:支出)?', 'meetingExpenses'),
  named('培训(?:经?费用?)(?:支出)?', 'trainingExpenses'),
  named('机关运行经费(?:支出)?', 'agencyRunningExpenses'),
  named('政府采购(?:预算|支出|总额|金额|规模|合同)*', 'governmentProcurement'),
  named('对附属单位补助支出', 'affiliateSubsidy'),
  named('上缴上级支出', 'superiorRemittance'),
  named('项目总?支出', 'projectExpenditure'),
  named('基本支出', 'basicExpenditure'),
  named('人员类?(?:经费|支出)+', 'personnelExpenditure'),
  named('(?:日常)?公用(?:经费|支出)+', 'operatingExpenditure'),
  named('工资(?:和|及)?福利(?:支出|经费)?', 'wages', 'other'),
  named('对?个人和?家庭的?(?:补助|补贴)(?:支出|经费)?', 'householdSubsidy', 'other'),
  named('(?:一般)?商品(?:和|及)服务(?:支出|经费)?', 'goodsAndServices', 'other'),
  named('资本性支出', 'capitalExpenditure', 'other'),
  named('年初结转(?:和|及)?(?:结余)?|上年度?结转(?:和|及)?(?:结余)?(?:资金)?', 'openingBalance'),
  named('年末结转(?:和|及)?(?:结余)?|年末结余|结转下年', 'closingBalance'),
  named('结转(?:和|及)?结余(?:资金)?|结余结转|结转|结余', 'carryOver'),
  named('上级补助收入', 'superiorSubsidyRevenue'),
  named('附属单位上缴收入', 'affiliateRemittanceRevenue'),
  named('(?:财政)?专户管理(?:的)?(?:资金|非税|教育)?(?:收入|资金)*', 'specialAccountRevenue', 'other'),
  named('财政拨款(?:总)?收入', 'appropriationRevenue'),
  named('财政拨款(?:总)?支出', 'appropriationExpenditure'),
  named('事业收入', 'publicServiceRevenue'),
  named('(?:事业单位)?经营收入', 'businessRevenue'),
  named('其他收入', 'otherRevenue'),
  named('非流动资产', 'nonCurrentAssets', 'other'),
  named('流动资产', 'currentAssets', 'other'),
  named('固定资产', 'fixedAssets', 'other'),
  named('无形资产', 'intangibleAssets', 'other'),
  named('资产(?:总额|总计|合计|总值)|总资产', 'totalAssets'),
  named('行政编制(?:人员|人数|数)*', 'administrativePosts', 'other'),
  named('(?:全额)?事业编制(?:人员|人数|数)*', 'publicServicePosts', 'other'),
  named('工勤(?:编制)?(?:人员|人数|数)*', 'workerPosts', 'other'),
  named(
    '(?:不在编|编外|非在编|聘用|临聘|临时|合同制?|公益性岗位|劳务派遣|无固定期限|其他)(?:人员|用工|人数|职工)*',
    'otherStaff',
    'other',
  ),
  named('在编(?:在职|在岗)?(?:人员|人数|职工)*', 'establishedStaff', 'other'),
  named('(?:人员)?编制(?:人员|人数|总?数|总额)*', 'authorizedStaff'),
  named('离退休(?:人员|人数|干部|职工|老干部)*', 'retiredStaff'),
  named('离休(?:人员|人数|干部|职工|老干部)*', 'veteranRetirees', 'other'),
  named('退休(?:人员|人数|干部|职工)*', 'ordinaryRetirees', 'other'),
  named(
    '(?:实有|实际|现有|年末)*(?:人数|人员)?在职(?:在岗|在编)?(?:人员|人数|干部|职工|教职工)*',
    'staffInPost',
  ),
  named('(?:实有|现有)(?:总)?(?:人数|人员|干部|职工)+', 'staffPresent', 'staffInPost'),
  named('行政人员', 'administrativeStaff', 'other'),
  named('事业人员', 'publicServiceStaff', 'other'),
  named('满意[度率]', 'satisfaction'),
  named('收入总计|收入总额|收入合计|总收入|收入', 'totalRevenue'),
  named('支出总计|支出总额|支出合计|总支出|支出', 'totalExpenditure'),
  named(
    '(?:年初|全年|部门|调整后?的?)(?:部门)?预算(?:资金|总额|总数|数|指标)*|预算(?:资金|总额|总数|指标)+',
    'totalBudget',
    'totalExpenditure',
  ),
]

const scopes: readonly (readonly [RegExp, FundScope])[] = [
  [/政府性?基金(?:预算)?(?:财政)?(?:拨款)?/, 'governmentFundBudget'],
  [/国有资本(?:经营)?(?:预算)?(?:财政)?(?:拨款)?/, 'stateCapitalBudget'],
  [/社会?保险?基金(?:预算)?/, 'socialInsuranceBudget'],
  [/(?:一般)?公共(?:财政)?预算(?:财政)?(?:拨款)?/, 'generalPublicBudget'],
]

/** Which of the four budgets the words name; undefined when they name none. */
export function findScope(text: string): FundScope | undefined {
  return scopes.find(([pattern]) => pattern.test(text))?.[1]
}

const scopeWords = new RegExp(scopes.map(([pattern]) => pattern.source).join('|'), 'g')

/** 决算, 实际, 完成 → executed; 调整预算 → adjusted; 年初预算, 预算 → initial; the names of the four budgets do not count. */
export function findStage(text: string): Stage | undefined {
  const words = text.replace(scopeWords, '')
  if (/预算(?:批复|安排|下达)/.test(words)) return 'initialBudget'
  if (/决算|实际|执行|完成|实现|列支|实支|已支付|累计支出/.test(words)) return 'executedAmount'
  if (/全年预算|预算调整后|调整(?:后的?)?预算|调整后/.test(words)) return 'adjustedBudget'
  return /预算|年初批复|年初安排/.test(words) ? 'initialBudget' : undefined
}

const years = /(?:19|20)\d\d(?:年度?)?|本年度?|当年|上一?年度?|去年/g
const neutral =
  /截[至止](?:目前)?|\d{1,2}月(?:\d{1,2}日)?|[我本该](?:单位|部门|局|委|办|厅|中心|院|校|站|所|馆|队|处|会|社)?|单位|部门|年末|年底|期末|全年|年度|年初|共有|共计|合计|总计|总额|总数|总|共|计|数额|金额|资金|财政|拨款|决算|预算|调整后?|执行|指标|实际|实现|完成|安排|核定|批准|批复|下达|发生|支付|其中|其|人员|人数|职工|干部|主要|包括|达到|达|约|有|即|为|是|的|已|均|年|数|累计|收支|支出/g

/** What the words before a number say about it. */
export type LabelReading = Readonly<{
  /** Finer than the quantity: 工资福利支出 is a term, but no glossary quantity. Undefined when no term is known. */
  term: string | undefined
  quantity: string
  /** Words before the term without year: a project's name in 优抚经费项目支出. */
  lead: string
  scope: FundScope | undefined
  stage: Stage | undefined
  /** -1 for 上年, 0 for 本年, a full year when printed. */
  year: number | undefined
  /** Words that are neither term nor year nor filler: a project's name, a department, a purpose. */
  rest: string
  /** True when the words themselves speak of the whole unit: 总支出, 本单位, a budget's name, 决算. */
  whole: boolean
  /** The label without quotes, spaces and list numbers. */
  words: string
}>

const foldable = /[^\u4e00-\u9fa5\w()%,:;“”、. ]/

/** Label words without quotes, spaces and list numbers: `1.“三公”经费` becomes `三公经费`. */
export const cleanLabel = remembered((label: string): string =>
  (foldable.test(label) ? foldInPlace(label) : label)
    .replace(
      /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]|\d{1,2}(?:\.(?!\d{1,2}(?!\d))|、)|[一二三四五六七八九十]{1,3}、)/,
      '',
    )
    .replace(/[（(]境[）)]/g, '境')
    .replace(/[\s“”"'‘’「」〝〞]/g, '')
    .replace(/^、/, ''),
)

/** Reads label words; `ownNames` are the unit's names, of which short forms are recognised too. */
export function readLabel(label: string, ownNames: readonly string[] = []): LabelReading {
  const reading = readWords(label)
  const own = reading.rest !== '' && ownNames.some((name) => isShortFormOf(reading.rest, name))
  return own ? { ...reading, rest: '', whole: true } : reading
}

const wholeWords =
  /\d{4}年|本年|当年|上年|去年|全年|[我本](?:单位|部门|局|委|办|厅|中心|院|校|站|所|馆)|总支出|总收入|支出总|收入总|合计/

const readWords = remembered((label: string): LabelReading => {
  const words = cleanLabel(label)
  const scope = findScope(words)
  const plain = words.replace(scopeWords, '')
  const found = terms.find((term) => term.pattern.test(plain))
  const withoutTerm = found === undefined ? plain : plain.replace(found.everywhere, '')
  const rest = withoutTerm
    .replace(years, '')
    .replace(neutral, '')
    .replace(/^[和及与、]|[、]$/g, '')
  return {
    term: found?.term,
    quantity: found?.quantity ?? 'other',
    lead: leadOf(plain, found?.pattern),
    scope,
    stage: findStage(words),
    year: readYear(words),
    rest,
    words,
    whole: scope !== undefined || wholeWords.test(words),
  }
})

function leadOf(words: string, pattern: RegExp | undefined): string {
  const at = pattern === undefined ? words.length : words.search(pattern)
  return words
    .slice(0, at)
    .replace(years, '')
    .replace(/^(?:其中|用于|主要是|的)+/, '')
}

function readYear(words: string): number | undefined {
  if (/上一?年(?!结转)|去年/.test(words)) return -1
  const printed = /((?:19|20)\d\d)年/.exec(words)?.[1]
  if (printed !== undefined) return Number.parseInt(printed, 10)
  return /本年|当年/.test(words) ? 0 : undefined
}

/** 社区中心 is a short form of 青岭市江北社区服务中心: its signs stand there in this order and it ends alike. */
export function isShortFormOf(short: string, full: string): boolean {
  if (short.length < 3 || short.at(-1) !== full.at(-1)) return false
  let from = 0
  for (const sign of short) {
    const at = full.indexOf(sign, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}
