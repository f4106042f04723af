// The archive for every component: the calls themselves, and answers that are asked for again when something has changed.
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type DependencyList,
  type ReactNode,
} from 'react'
import { Failure, type FailureCode } from '../../shared/contract/failure.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { ChangeNews, type ChangedConcept } from './change-news.ts'

interface Reached {
  readonly archive: ArchiveClient
  readonly news: ChangeNews
}

const ArchiveContext = createContext<Reached | null>(null)

export function ArchiveProvider({ archive, children }: { archive: ArchiveClient; children: ReactNode }) {
  const [reached] = useState<Reached>(() => ({ archive, news: new ChangeNews(archive) }))
  useEffect(() => reached.news.follow(), [reached])
  return <ArchiveContext value={reached}>{children}</ArchiveContext>
}

function useReached(): Reached {
  const reached = useContext(ArchiveContext)
  if (reached === null) throw new Error('useArchive outside ArchiveProvider')
  return reached
}

export const useArchive = (): ArchiveClient => useReached().archive

/** The code of whatever was thrown; `broken` for what is no Failure. */
export function codeOf(thrown: unknown): FailureCode {
  return thrown instanceof Failure ? thrown.code : 'broken'
}

export interface Answer<T> {
  readonly value: T | undefined
  readonly failure: FailureCode | null
  readonly again: () => void
}

/**
 * Asks once, and again whenever one of `concepts` has changed, `again()` is called, or `deps` differ.
 * While it asks again the old value stays; with other `deps` it is dropped first, unless `keepOld` is true.
 */
export function useAnswer<T>(
  concepts: readonly ChangedConcept[],
  ask: (archive: ArchiveClient, signal: AbortSignal) => Promise<T>,
  deps: DependencyList,
  { keepOld = false }: { keepOld?: boolean } = {},
): Answer<T> {
  const { archive, news } = useReached()
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ deps: DependencyList; value: T | undefined; failure: FailureCode | null }>({
    deps,
    value: undefined,
    failure: null,
  })
  const latestAsk = useRef(ask)
  latestAsk.current = ask
  const again = useCallback(() => setRound((n) => n + 1), [])
  const watched = concepts.join(' ')

  useEffect(
    () =>
      news.listen((concept) => {
        if (watched.split(' ').includes(concept)) again()
      }),
    [news, watched, again],
  )

  useEffect(() => {
    const leaving = new AbortController()
    latestAsk.current(archive, leaving.signal).then(
      (value) => {
        if (!leaving.signal.aborted) setState({ deps, value, failure: null })
      },
      (thrown: unknown) => {
        if (!leaving.signal.aborted)
          setState((old) => ({
            deps,
            value: keepOld || same(old.deps, deps) ? old.value : undefined,
            failure: codeOf(thrown),
          }))
      },
    )
    return () => leaving.abort()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller says what the question depends on
  }, [archive, round, ...deps])

  const current = same(state.deps, deps)
  return { value: current || keepOld ? state.value : undefined, failure: current ? state.failure : null, again }
}

function same(one: DependencyList, other: DependencyList): boolean {
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]))
}
