// Lists of what is here that left: for whom and when, and whether somebody in one would not be named so any more.
import { useAnswer } from '../../app/archive.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './catalogue.module.css'

export function ListsThatLeft() {
  const say = useWords()
  const { value } = useAnswer(
    ['givenOut', 'consent', 'story', 'marks', 'shelf'],
    (client, signal) => client.catalogue.before({}, signal),
    [],
  )
  if (value === undefined || value.catalogues.length === 0) return null
  return (
    <section aria-labelledby="lists-that-left" className={styles.left}>
      <h2 id="lists-that-left">{say('catalogue.before')}</h2>
      <ul className={styles.before}>
        {value.catalogues.map(({ reach, at, by, over }) => (
          <li key={at + reach}>
            <p>{say('catalogue.before.one', { reach, date: say.moment(at), by })}</p>
            {over.length > 0 && (
              <Notice kind="care" title={say('catalogue.over', { count: over.length, names: say.list(over) })}>
                {say('catalogue.over.says')}
              </Notice>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
