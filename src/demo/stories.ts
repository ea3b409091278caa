import type { Role } from '../core/workflow/role.js'
import type { FilingState } from '../core/workflow/transition.js'
import type { MistakeName } from './mistakes.js'

/** What has become of one filing of this year. */
export type Story = Readonly<{
  state: FilingState | 'notBegun'
  /** How much of it is filled in, in per cent. */
  percent: number
  /** Planted in what has been filled in. */
  mistakes: readonly MistakeName[]
  /** Whether a warning was justified, an error waived, scores proposed, or it had been published before. */
  with: readonly ('justified' | 'waived' | 'proposedScores' | 'correction' | 'evidence' | 'comments')[]
  /** Who sent it back; for returned filings. */
  returnedBy?: Role
}>

const untouched: Story = { state: 'notBegun', percent: 0, mistakes: [], with: [] }
const full = (state: FilingState, ...more: Story['with']): Story => ({
  state,
  percent: 100,
  mistakes: [],
  with: more,
})
const draft = (percent: number, ...mistakes: MistakeName[]): Story => ({
  state: 'draft',
  percent,
  mistakes,
  with: [],
})
const returned = (returnedBy: Role, ...more: Story['with']): Story => ({
  ...full('returned', 'comments', ...more),
  returnedBy,
})

/** 整体自评 of the forty units: five lines a department, the department's own first. */
export const wholeStories: readonly Story[] = [
  full('submitted', 'evidence'),
  draft(82, 'executionScore', 'scoreAboveWeight', 'missedButFull', 'reportDisagrees'),
  full('submitted', 'justified', 'evidence'),
  returned('departmentReviewer'),
  full('acceptedByDepartment', 'evidence'),

  full('acceptedByBureau', 'proposedScores'),
  full('submitted'),
  draft(40),
  full('acceptedByDepartment', 'proposedScores'),
  untouched,

  full('published', 'evidence'),
  full('submitted', 'waived'),
  draft(15),
  draft(100, 'weightSum', 'lastYearText'),
  full('acceptedByDepartment'),

  full('draft', 'correction'),
  full('submitted', 'evidence'),
  returned('financeReviewer', 'evidence'),
  draft(60, 'threePublicSum'),
  untouched,

  returned('financeReviewer', 'proposedScores'),
  full('acceptedByDepartment', 'justified'),
  untouched,
  draft(100, 'wrongTotal'),
  full('submitted'),

  full('submitted', 'waived', 'comments'),
  full('acceptedByBureau', 'evidence'),
  draft(70, 'placeholder', 'phoneNumber'),
  untouched,
  full('published'),

  draft(35),
  full('acceptedByDepartment', 'comments'),
  full('submitted', 'justified'),
  untouched,
  draft(0),

  full('acceptedByBureau', 'waived', 'proposedScores', 'evidence'),
  full('published'),
  draft(100),
  returned('departmentReviewer', 'evidence'),
  untouched,
]

/** 项目自评 of the units' main projects, for the units whose number stands here; the others have none this year. */
export const projectStories: ReadonlyMap<number, Story> = new Map([
  [1, full('acceptedByBureau')],
  [2, returned('departmentReviewer', 'evidence')],
  [3, full('submitted', 'comments')],
  [4, untouched],
  [5, draft(50, 'executionRate')],
  [6, full('submitted')],
  [7, full('acceptedByDepartment')],
  [9, draft(100, 'scoreAboveWeight')],
  [11, full('published')],
  [12, untouched],
  [14, full('acceptedByDepartment', 'proposedScores')],
  [16, full('submitted', 'evidence')],
  [17, draft(80, 'missedButFull')],
  [19, untouched],
  [21, full('published')],
  [22, full('submitted')],
  [24, draft(25)],
  [26, returned('performanceSection')],
  [27, full('acceptedByBureau')],
  [30, full('submitted')],
  [31, untouched],
  [33, full('acceptedByDepartment')],
  [36, full('submitted', 'justified')],
  [38, draft(100)],
])

/** What a visitor can try, by login; these people stand in the list of one-click sign-ins, in this order. */
export const thingsToTry: ReadonlyMap<string, string> = new Map([
  ['preparer2', '填报人：整体自评填了八成、有几处错误；“农村饮水”被退回，两处待改'],
  ['preparer4', '填报人：整体自评被退回；“渠系维修”还没有开始，可从上年开始或导入文件'],
  ['preparer14', '填报人：已填完，还有错误没有改，改好就能提交'],
  ['head2', '单位负责人：看本单位的自评，签字提交'],
  ['reviewer1', '主管部门：有下属单位提交的自评等着审核，可退回，也可通过'],
  ['finance', '财政业务股室：看全县进度，审核主管部门已通过的自评'],
  ['performance', '财政绩效股：豁免错误、提出复核分、退回、下发更正'],
  ['publisher', '公开责任人：公开财政已通过的自评'],
  ['system', '系统管理员：管理单位、人员、模板包和备份，看不到自评内容'],
  ['security', '安全管理员：给岗位、看权限，看不到自评内容'],
  ['trail', '日志审计员：看操作留痕并核验，别的都看不到'],
])
