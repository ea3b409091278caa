import pg from 'pg'

const date = 1082

/** Dates stay text YYYY-MM-DD; bigint and numeric stay decimal text, as the driver leaves them. */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === date) return (text: string) => text
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}
