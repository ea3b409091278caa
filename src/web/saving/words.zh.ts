/** Words of saving. */
export const words = {
  saved: (time: string) => `已保存 ${time}`,
  nothingChanged: '已保存',
  saving: '正在保存…',
  offline: '未联网，改动已存在本机',
  retry: '现在再试',
  refused: '有改动没有保存',
  discard: '放弃这些改动',
  conflict: (count: number) => `有 ${count} 处别人也改了，请选一个`,
  conflictTitle: '同一处，别人先保存了',
  conflictSays: '两边写的都在，请选要留下哪一个。其他改动已经保存。',
  theirs: '别人写的',
  yours: '我写的',
  keepTheirs: '留别人的',
  keepYours: '留我的',
  blank: '（空）',
  choose: '选一选',
} as const
