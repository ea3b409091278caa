/** What is known of a text of SQL. */
export type Statement = Readonly<{
  /** Under which it is prepared on a connection; undefined while it is asked too seldom. */
  name: string | undefined
  writes: boolean
  /** Writes to what decides who may come in, or to packs. */
  opensDoors: boolean
}>

/** Texts of SQL, counted. */
export type Statements = Readonly<{ find: (sql: string) => Statement }>

const askedOften = 3
/** A prepared statement takes some hundred kilobytes in every connection. */
const preparedMost = 200
const rememberedMost = 1000
const longest = 10_000
const doors = /\b(?:account|office|session|api_token|one_time_link|unit|region|uploaded_pack|active_pack)\b/

/** Remembers which statements come again and again; those get a name. Texts that are not parameterised never do. */
export function createStatements(): Statements {
  const known = new Map<string, { uses: number; statement: Statement }>()
  let prepared = 0
  return {
    find: (sql) => {
      const found = known.get(sql) ?? { uses: 0, statement: describe(sql) }
      found.uses += 1
      if (found.uses === 1) remember(known, sql, found)
      if (
        found.uses === askedOften &&
        prepared < preparedMost &&
        sql.includes('$1') &&
        sql.length < longest
      ) {
        prepared += 1
        found.statement = { ...found.statement, name: `often${prepared}` }
      }
      return found.statement
    },
  }
}

function remember<Kept>(known: Map<string, Kept>, sql: string, kept: Kept): void {
  // One-off texts must not crowd memory; which of them goes is of no account.
  const [oldest] = known.size > rememberedMost ? known.keys() : []
  if (oldest !== undefined) known.delete(oldest)
  known.set(sql, kept)
}

function describe(sql: string): Statement {
  const writes = !/^\s*(?:select|begin|explain)\b/i.test(sql)
  return { name: undefined, writes, opensDoors: writes && doors.test(sql) }
}
