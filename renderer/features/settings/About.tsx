// Which version this is, how old, where the archive lies, and what none of it protects from.
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { isOlderThanThreeMonths } from './version-age.ts'
import styles from './settings.module.css'

type State = Awaited<ReturnType<ArchiveClient['door']['state']>>

export function About({ state, now }: { state: State; now: Date }) {
  const say = useWords()
  const builtAt = Number.isNaN(Date.parse(state.builtAt)) ? null : state.builtAt
  return (
    <section className={styles.part} aria-labelledby="settings-about">
      <h2 id="settings-about">{say('settings.about')}</h2>
      {builtAt !== null && isOlderThanThreeMonths(builtAt, now) && (
        <Notice kind="care" title={say('settings.about.old.title')}>
          {say('settings.about.old.says')}
        </Notice>
      )}
      <dl className={styles.facts}>
        <dt>{say('settings.about.version')}</dt>
        <dd>{state.version}</dd>
        {builtAt !== null && (
          <>
            <dt>{say('settings.about.builtAt')}</dt>
            <dd>{say.date(builtAt)}</dd>
          </>
        )}
        <dt>{say('settings.about.folder')}</dt>
        <dd>
          <bdi dir="ltr">{state.folder}</bdi>
        </dd>
        {state.archivist !== null && (
          <>
            <dt>{say('settings.about.archivist')}</dt>
            <dd>
              <bdi>{state.archivist}</bdi>
            </dd>
          </>
        )}
      </dl>
      <h3>{say('settings.about.not')}</h3>
      <ul>
        <li>{say('settings.about.not1')}</li>
        <li>{say('settings.about.not2')}</li>
        <li>{say('settings.about.not3')}</li>
        <li>{say('settings.about.not4')}</li>
        <li>{say('settings.about.not5')}</li>
      </ul>
    </section>
  )
}
