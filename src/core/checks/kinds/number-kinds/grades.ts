/** The four grades, the best first. */
export const grades = ['优', '良', '中', '差'] as const

/** What reports write in place of a grade, with the grade that is meant. */
export const synonyms: Readonly<Record<string, (typeof grades)[number]>> = {
  优秀: '优',
  优等: '优',
  良好: '良',
  中等: '中',
  较差: '差',
}

/** True when the text is one of the four grades as printed. */
export function isGrade(text: string): text is (typeof grades)[number] {
  return grades.some((grade) => grade === text)
}
