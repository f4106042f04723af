// The excerpts there are: those being made, and those given out. A draft can be removed, and brought back for a while.
import { useAnnounce } from '../../app/announce.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { Excerpt } from './excerpt-shapes.ts'
import { useRemoval } from './use-removal.ts'
import styles from './excerpts.module.css'
import { useUses } from '../../app/uses.tsx'

interface Props {
  readonly excerpts: readonly Excerpt[]
  readonly onOpen: (excerpt: string) => void
}

export function ExcerptList({ excerpts, onOpen }: Props) {
  const say = useWords()
  const announce = useAnnounce()
  const { leaving, failure, remove, undo } = useRemoval()
  const titleOf = ({ framing }: Excerpt): string =>
    framing.title.trim() === '' ? say('excerpts.untitled') : framing.title
  const drafts = excerpts.filter(({ givenOutAt }) => givenOutAt === null)
  const given = excerpts.filter(({ givenOutAt }) => givenOutAt !== null)
  return (
    <>
      {failure !== null && (
        <Notice kind="care" said title={say('excerpts.remove.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      {drafts.length > 0 && (
        <section>
          <h2>{say('excerpts.drafts')}</h2>
          <ul className={styles.rows}>
            {drafts.map((excerpt) => (
              <li key={excerpt.id}>
                {leaving.has(excerpt.id) ? (
                  <div className={styles.row}>
                    <span>{say('excerpts.removed', { title: titleOf(excerpt) })}</span>
                    <Button onPress={() => undo(excerpt.id)}>{say('excerpts.undo')}</Button>
                  </div>
                ) : (
                  <ExcerptRow excerpt={excerpt} title={titleOf(excerpt)} onOpen={onOpen}>
                    <Button
                      kind="quiet"
                      aria-label={say('excerpts.remove.named', { title: titleOf(excerpt) })}
                      onPress={() => {
                        remove(excerpt.id)
                        announce(say('excerpts.removed', { title: titleOf(excerpt) }))
                      }}
                    >
                      {say('excerpts.remove')}
                    </Button>
                  </ExcerptRow>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {given.length > 0 && (
        <section>
          <h2>{say('excerpts.given')}</h2>
          <ul className={styles.rows}>
            {given.map((excerpt) => (
              <li key={excerpt.id}>
                <ExcerptRow excerpt={excerpt} title={titleOf(excerpt)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface RowProps {
  readonly excerpt: Excerpt
  readonly title: string
  readonly onOpen: (excerpt: string) => void
  readonly children?: React.ReactNode
}

function ExcerptRow({ excerpt, title, onOpen, children }: RowProps) {
  const say = useWords()
  const { nameOf } = useUses()
  const { id, testimonyTitle, use, recipient, passages, createdAt, givenOutAt } = excerpt
  return (
    <div className={styles.row}>
      <div className={styles.rowWords}>
        <Button
          kind="quiet"
          className={styles.rowTitle ?? ''}
          aria-label={say('excerpts.open', { title })}
          onPress={() => onOpen(id)}
        >
          {title}
        </Button>
        <p>{say('excerpts.for', { use: nameOf(use), recipient: recipient.name })}</p>
        <p className={styles.soft}>
          {say('excerpts.of', { title: testimonyTitle })} · {say('excerpts.passages', { count: passages.length })} ·{' '}
          {givenOutAt === null
            ? say('excerpts.begun', { date: say.date(createdAt) })
            : say('excerpts.givenOn', { date: say.date(givenOutAt) })}
        </p>
      </div>
      {children}
    </div>
  )
}
