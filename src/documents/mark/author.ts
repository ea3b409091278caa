/** 批注人: who comments, and when, as `2025-03-31T08:00:00Z`. */
export type Author = Readonly<{ name: string; date: string }>
