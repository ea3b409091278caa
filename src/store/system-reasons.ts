/**
 * Why the database may be asked past row security. Whoever asks names one of these; what one reason covers is asked
 * for nothing else, and what an office may see is asked as its holder.
 */
export const systemReasons = {
  door: 'Sessions, tokens, links and secrets decide who somebody is; they are closed to every role.',
  people: 'Passwords, links and sessions are closed to those who keep people, too.',
  units:
    'Who keeps units sees no filings, but their counts are shown, and what lies below a unit moves with it.',
  packs: 'Which forms a region uses is asked for jobs as well, and counts units of all its subtrees.',
  counts: 'Sums over the whole server, without names.',
  jobs: 'Nobody asks: the server reads what was uploaded.',
  upkeep: 'Start, backup, restore, trail and demonstration work on the whole database, for who runs it.',
} as const

export type SystemReason = keyof typeof systemReasons
