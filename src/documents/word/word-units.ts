/** The first line of every part. */
export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Where relations between parts are named. */
export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The namespaces of a WordprocessingML part. */
export const namespaces = `xmlns:w="${wordNamespace}" xmlns:r="${relationNamespace}"`

/** Points as twentieths of a point, rounded to whole ones. */
export function twips(points: number): number {
  return Math.round(points * 20)
}
