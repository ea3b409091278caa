/** What is said to who works on a filing while others do. */
export const words = {
  others: (name: string, cells: string) => `${name}刚刚改了：${cells}。`,
  more: (count: number) => `等 ${count} 处`,
  someone: '别人',
} as const
