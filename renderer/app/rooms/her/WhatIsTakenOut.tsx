// What of these passages those who get it will not have: in her words, and what is read instead.
import { isHiddenFrom } from '../../../../shared/domain/reach.ts'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import { Failed } from '../../../features/with-her/Failed.tsx'
import { isInSound } from '../../../features/with-her/marks-here.ts'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import type { HerExcerpt } from './use-her-excerpts.ts'
import styles from './HerRooms.module.css'

export function WhatIsTakenOut({ excerpt: { testimony, use, passages } }: { excerpt: HerExcerpt }) {
  const say = useWords()
  const { value, failure } = useAnswer(
    ['story', 'marks', 'words'],
    (archive, signal) => archive.story.read({ testimony }, signal),
    [testimony],
  )
  if (value === undefined) return <Failed failure={failure} />
  const chosen = new Set(passages)
  const { reach } = useOf(use)
  const out = value.marks.redactions
    .filter(({ reach: from }) => isHiddenFrom(from, reach))
    .map((redaction) => ({ ...redaction, range: redaction.ranges.find(({ passage }) => chosen.has(passage)) }))
    .filter(({ range }) => range !== undefined)
  const inSound = value.story.passages.filter(({ id }) => chosen.has(id))
  const isSilent = value.marks.redactions.some(
    (redaction) => isHiddenFrom(redaction.reach, reach) && inSound.some((passage) => isInSound(redaction, passage)),
  )
  return (
    <section aria-labelledby="her-out">
      <h2 id="her-out">{say('her.excerpt.out')}</h2>
      {isSilent && <p>{say('her.excerpt.out.sound')}</p>}
      {out.length === 0 && isSilent ? null : out.length === 0 ? (
        <p>{say('her.excerpt.out.none')}</p>
      ) : (
        <ul>
          {out.map(({ id, thing, way, replacement, range }) => (
            <li key={id}>
              {thing === 'passage' ? (
                say('her.excerpt.out.passage')
              ) : (
                <>
                  {say(`uses.thing.${thing}`)}
                  {range !== undefined && range.quote !== '' && thing !== 'voice' && (
                    <>
                      {' '}
                      <q dir="auto" className={styles.quoted}>
                        {range.quote}
                      </q>
                    </>
                  )}{' '}
                  {(way === 'pseudonym' || way === 'vaguer') && replacement !== ''
                    ? say('her.excerpt.out.instead', { words: replacement })
                    : say('her.excerpt.out.removed')}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
