/** What lists and their filters say. */
export const words = {
  clear: '清除筛选',
  all: '全部',
  count: '条',
  total: (total: number, counted: string) => `共 ${total.toLocaleString('zh-CN')} ${counted}`,
  pages: '翻页',
  page: (page: number) => `第 ${page} 页`,
  before: '上一页',
  after: '下一页',
  pageSize: '每页条数',
  perPage: (size: number) => `${size} 条/页`,
} as const
