// Finding words in all stories, as one types; what was asked before is cancelled when more is typed.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { useAnswer } from '../../app/archive.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useWords } from '../../words/say.tsx'
import { FindResults } from './FindResults.tsx'
import styles from './Find.module.css'
import { countedUpTo, firstCount, mostCount, nothingYet, type FindWish } from './find-wish.ts'

/** Milliseconds of rest after the last letter before the archive is asked. */
const restAfterTyping = 120
const roles = ['anyone', 'narrator', 'others'] as const
/** Stands for no choice; no language is written so. */
const any = '*'

interface FindProps {
  wish: FindWish
  onWish: (wish: FindWish) => void
  onOpen: (testimony: string, passage?: string) => void
  onBringIn: () => void
}

export function Find({ wish, onWish, onOpen, onBringIn }: FindProps) {
  const say = useWords()
  const announce = useAnnounce()
  const [typed, setTyped] = useState(wish.words)
  const [count, setCount] = useState({ wish, count: firstCount })
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLElement>(null)
  const latest = useRef({ wish, onWish })
  latest.current = { wish, onWish }

  const asked = useRef(wish.words)
  const ask = (words: string): void => {
    asked.current = words
    latest.current.onWish({ ...latest.current.wish, words })
  }
  useEffect(() => {
    if (typed === asked.current) return
    const rest = setTimeout(() => ask(typed), typed.trim() === '' ? 0 : restAfterTyping)
    return () => clearTimeout(rest)
  }, [typed])
  useEffect(() => {
    // words that came from elsewhere, not from this field
    if (wish.words === asked.current) return
    asked.current = wish.words
    setTyped(wish.words)
  }, [wish.words])

  const wanted = count.wish === wish ? count.count : firstCount
  const asks = wish.words.trim() !== ''
  const choices = useAnswer(['shelf', 'story'], (archive, signal) => archive.shelf.choices({}, signal), [])
  const found = useAnswer(
    ['shelf', 'story', 'marks'],
    async (archive, signal) => {
      if (!asks) return null
      return { wish, ...(await archive.shelf.find({ ...wish, count: wanted }, signal)) }
    },
    [wish, wanted],
    { keepOld: true },
  )

  const answer = asks ? found.value : null
  const isOld = answer !== null && answer !== undefined && answer.wish !== wish
  const totalSaid =
    answer === null || answer === undefined
      ? ''
      : answer.total >= countedUpTo
        ? say('find.totalOrMore', { count: say.number(countedUpTo) })
        : answer.total === 0
          ? say('find.none.title')
          : say('find.total', { count: answer.total })

  useEffect(() => {
    if (totalSaid === '' || isOld) return
    // NOTE: said after a rest, so that a quick typist does not hear every number on the way.
    const rest = setTimeout(() => announce(totalSaid), 700)
    return () => clearTimeout(rest)
  }, [announce, totalSaid, isOld, wish])

  const pressedInField = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    event.preventDefault()
    if (event.key === 'Enter' && typed !== wish.words) return ask(typed)
    results.current?.querySelector<HTMLElement>('[data-result]')?.focus()
  }
  const isNarrowed = wish.language !== '' || wish.role !== 'anyone'
  const everywhere = (): void => onWish({ ...nothingYet, words: wish.words })
  const languages = (choices.value?.languages ?? [])
    .map((code) => ({ id: code, name: say.language(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, say.locale))

  if (choices.value?.all === 0) {
    return (
      <div className={styles.find}>
        <Empty
          title={say('find.noStories.title')}
          actions={
            <Button kind="primary" onPress={onBringIn}>
              {say('find.bringIn')}
            </Button>
          }
        >
          <p>{say('find.noStories.how')}</p>
        </Empty>
      </div>
    )
  }
  return (
    <div className={styles.find}>
      <search className={styles.where} aria-label={say('find.filters')}>
        <div className={styles.words} onKeyDownCapture={pressedInField}>
          <SearchField
            label={say('find.words')}
            note={say('find.hint')}
            value={typed}
            onChange={setTyped}
            maxLength={500}
            inputRef={field}
            autoFocus
          />
        </div>
        {languages.length > 1 && (
          <Choice
            label={say('find.language')}
            value={wish.language === '' ? any : wish.language}
            onChange={(language) => onWish({ ...wish, language: language === any ? '' : language })}
            options={[{ id: any, name: say('find.anyLanguage') }, ...languages]}
          />
        )}
        <Choice
          label={say('find.role')}
          value={wish.role}
          onChange={(role) => onWish({ ...wish, role })}
          options={roles.map((role) => ({ id: role, name: say(`find.role.${role}`) }))}
        />
      </search>

      {found.failure !== null && (
        <Notice kind="care" action={<Button onPress={found.again}>{say('find.again')}</Button>}>
          {say.failure(found.failure)}
        </Notice>
      )}
      {!asks && (
        <Empty title={say('find.empty.title')}>
          <p>{say('find.empty.how')}</p>
        </Empty>
      )}
      {asks && answer === undefined && found.failure === null && <p className={styles.total}>{say('find.looking')}</p>}
      {answer !== null && answer !== undefined && answer.total === 0 && !isOld && (
        <Empty
          title={say('find.none.title')}
          actions={
            isNarrowed ? (
              <Button onPress={everywhere}>{say('find.everywhere')}</Button>
            ) : (
              <Button
                onPress={() => {
                  setTyped('')
                  field.current?.focus()
                }}
              >
                {say('find.clear')}
              </Button>
            )
          }
        >
          <p>{say(isNarrowed ? 'find.none.filtered' : 'find.none.how')}</p>
        </Empty>
      )}
      {answer !== null && answer !== undefined && answer.hits.length > 0 && (
        <div className={styles.answer} data-old={isOld || undefined}>
          <p className={styles.total}>
            {totalSaid}
            {answer.total > answer.hits.length && <> {say('find.firstShown', { count: answer.hits.length })}</>}
          </p>
          <FindResults hits={answer.hits} results={results} onLeaveUp={() => field.current?.focus()} onOpen={onOpen} />
          {answer.total > answer.hits.length && wanted < mostCount && (
            <div className={styles.more}>
              <Button onPress={() => setCount({ wish, count: Math.min(mostCount, wanted * 2) })}>
                {say('find.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  )
}
