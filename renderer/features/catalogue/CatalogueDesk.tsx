// A list of what is here: for whom, in which language, looked at as it would leave, and saved.
import { useState } from 'react'
import { catalogueReaches, type CatalogueReach } from '../../../shared/domain/given-out/catalogue.ts'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { SaveInFolder } from '../../app/SaveInFolder.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Paper } from '../../ui/Paper.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './catalogue.module.css'

export function CatalogueDesk() {
  const say = useWords()
  const archive = useArchive()
  const [reach, setReach] = useState<CatalogueReach>('readers')
  const [language, setLanguage] = useState<string>(say.locale)
  const { value, failure } = useAnswer(
    ['consent', 'shelf', 'story', 'marks'],
    (client, signal) => client.catalogue.preview({ reach, language }, signal),
    [reach, language],
  )
  return (
    <div className={styles.desk}>
      <p>{say('catalogue.says')}</p>
      <Answers<CatalogueReach>
        label={say('catalogue.for')}
        value={reach}
        onChange={setReach}
        options={catalogueReaches.map((id) => ({
          id,
          name: say(`catalogue.for.${id}`),
          note: say(`catalogue.for.${id}.note`),
        }))}
      />
      {failure !== null && (
        <Notice kind="care" said>
          {say.failure(failure)}
        </Notice>
      )}
      {value !== undefined && (
        <>
          <Choice
            label={say('catalogue.language')}
            value={value.paper.language}
            onChange={setLanguage}
            options={value.languages.map((id) => ({ id, name: say.language(id) }))}
          />
          {value.waiting.length > 0 && (
            <Notice title={say('catalogue.waiting', { count: value.waiting.length })}>
              <ul className={styles.before}>
                {value.waiting.map(({ testimony, title, because, until }) => (
                  <li key={testimony}>
                    <bdi>{title}</bdi>:{' '}
                    {say(`catalogue.waiting.${because}`, { date: until === null ? '' : say.date(until) })}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <Paper paper={value.paper} name={say('catalogue.list')} isPrinted={false} />
        </>
      )}
      <SaveInFolder
        says={say('catalogue.save.says')}
        proposed={say('catalogue.save.proposed')}
        press={say('catalogue.save')}
        saved={say('catalogue.saved')}
        failed={say('catalogue.failed')}
        onSave={(where) => archive.catalogue.save({ reach, language, ...where })}
      />
    </div>
  )
}
