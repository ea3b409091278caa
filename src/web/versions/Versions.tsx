import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { addressOf, call } from '../api.js'
import { monthAndDay } from '../days.js'
import './versions.css'
import { words } from './words.zh.js'

type Version = AnswerOf<Routes['listVersions']>[number]

/** The chain of a filing that was sent back or corrected, the newest first, each version to be opened as it was. */
export function Versions({ filingId }: Readonly<{ filingId: string }>) {
  const found = useQuery({
    queryKey: ['versions', filingId],
    queryFn: () => call('listVersions', { params: { filingId } }),
  })
  const versions = found.data ?? []
  if (versions.length < 2) return null
  return (
    <section aria-labelledby="versions">
      <h3 id="versions">{words.title}</h3>
      <ol className="versions">
        {[...versions].reverse().map((one, index) => (
          <li key={one.version}>
            {words.number(one.version)}
            {index === 0 ? ` · ${words.current}` : ''}{' '}
            <a
              download
              href={addressOf('downloadFiling', {
                params: { filingId },
                query: { as: 'docx', version: one.version },
              })}
              aria-label={`${words.open} ${words.number(one.version)}`}
            >
              {words.open}
            </a>
            <p className="quiet">{lifeOf(one)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function lifeOf({ openedBy, openedAt, sealedAt, publishedAt }: Version): string {
  const steps = [
    [openedAt, words.opened[openedBy]],
    [sealedAt, words.sealed],
    [publishedAt, words.published],
  ] as const
  return steps.flatMap(([at, what]) => (at === null ? [] : [`${monthAndDay(at)}${what}`])).join(' · ')
}
