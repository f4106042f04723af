// A list of what is here: for whom, in which language, looked at as it would leave, and saved.
import { useState } from 'react'
import { catalogueReaches, type CatalogueReach } from '../../../shared/domain/given-out/catalogue.ts'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { FolderField } from '../../app/FolderField.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Paper } from '../../ui/Paper.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './catalogue.module.css'

export function CatalogueDesk() {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [reach, setReach] = useState<CatalogueReach>('readers')
  const [language, setLanguage] = useState<string>(say.locale)
  const [parentFolder, setParent] = useState('')
  const [folderName, setName] = useState<string>(say('catalogue.name.default'))
  const [saved, setSaved] = useState('')
  const { value, failure } = useAnswer(
    ['consent', 'shelf', 'story', 'marks'],
    (client, signal) => client.catalogue.preview({ reach, language }, signal),
    [reach, language],
  )
  const before = useAnswer(['givenOut'], (client, signal) => client.catalogue.before({}, signal), [])
  const save = () =>
    doing.run(
      () =>
        archive.catalogue
          .save({ reach, language, parentFolder: parentFolder.trim(), folderName })
          .then(({ folder }) => setSaved(folder)),
      say('catalogue.saved'),
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
          <Paper paper={value.paper} name={say('catalogue.list')} isPrinted={false} />
        </>
      )}
      <p className={styles.soft}>{say('catalogue.save.says')}</p>
      <FolderField
        label={say('takeHome.where')}
        choose={say('takeHome.choose')}
        folder={parentFolder}
        onChange={setParent}
        isDisabled={doing.busy}
      />
      <TextField label={say('catalogue.name')} value={folderName} onChange={setName} isDisabled={doing.busy} />
      {doing.failure !== null && (
        <Notice kind="care" said title={say('catalogue.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {doing.done && (
        <Notice title={say('catalogue.saved')}>
          <span className={styles.where}>{say('catalogue.saved.where', { folder: saved })}</span>
        </Notice>
      )}
      <div>
        <Button
          kind="primary"
          onPress={save}
          isDisabled={doing.busy || parentFolder.trim() === '' || folderName.trim() === ''}
        >
          {say('catalogue.save')}
        </Button>
      </div>
      {before.value !== undefined && before.value.catalogues.length > 0 && (
        <section aria-labelledby="lists-that-left">
          <h3 id="lists-that-left">{say('catalogue.before')}</h3>
          <ul className={styles.before}>
            {before.value.catalogues.map(({ reach: given, at, by }) => (
              <li key={at + given}>{say('catalogue.before.one', { reach: given, date: say.moment(at), by })}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
