// What is to stand where her words were: hers to choose, silence included; an archivist writes down what she chose.
import { useState } from 'react'
import { replacements, type Replacement } from '../../../shared/domain/ledger.ts'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useWords } from '../../words/say.tsx'
import type { RecallDetails } from './recall-shapes.ts'
import styles from './recall.module.css'

interface Props {
  readonly details: RecallDetails
  /** Languages that her words may be in, BCP 47. */
  readonly languages: readonly string[]
}

export function ReplacementPart({ details, languages }: Props) {
  const say = useWords()
  const archive = useArchive()
  const { replacement, testimony, recipient } = details
  const [says, setSays] = useState<Replacement | null>(null)
  const [words, setWords] = useState('')
  const [language, setLanguage] = useState(languages[0] ?? recipient.language)
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const keeping = useDoing()
  const keep = (): void => {
    setTried(true)
    const said = saidEvidence(evidence)
    if (says === null || said === null || (says === 'words' && words.trim() === '')) return
    keeping.run(async () => {
      await archive.recall.chooseReplacement({ testimony, says, words: words.trim(), language, evidence: said })
      setSays(null)
      setTried(false)
    }, say('recall.replacement.kept'))
  }
  return (
    <section className={styles.part} aria-labelledby="recall-replacement">
      <h2 id="recall-replacement">{say('recall.replacement')}</h2>
      <p>{say('recall.replacement.says')}</p>
      {replacement === null ? (
        <p>{say('recall.replacement.notChosen')}</p>
      ) : (
        <>
          <p>
            {say('recall.replacement.chosen')} <strong>{say(`recall.replacement.${replacement.says}`)}</strong>
          </p>
          {replacement.says === 'words' && (
            <p className={styles.hers} lang={replacement.language} dir="auto">
              {replacement.words}
            </p>
          )}
        </>
      )}
      <Disclosure title={say('recall.replacement.change')}>
        <Answers
          label={say('recall.replacement')}
          value={says}
          onChange={setSays}
          options={replacements.map((id) => ({
            id,
            name: say(`recall.replacement.${id}`),
            ...(id === 'words' ? {} : { note: say(`recall.replacement.${id}Says`) }),
          }))}
        />
        {says === 'words' && (
          <>
            <TextArea
              label={say('recall.replacement.herWords')}
              value={words}
              onChange={setWords}
              wrong={wasTried && words.trim() === '' ? say('recall.replacement.wordsMissing') : null}
              lang={language}
              dir="auto"
            />
            <Choice
              label={say('recall.replacement.language')}
              value={language}
              onChange={setLanguage}
              options={[...new Set([...languages, recipient.language])].map((id) => ({ id, name: say.language(id) }))}
            />
          </>
        )}
        <EvidenceFields testimony={testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
        {keeping.failure !== null && (
          <Notice kind="care" said title={say('recall.failed')}>
            {say.failure(keeping.failure)}
          </Notice>
        )}
        <Button isDisabled={says === null || keeping.busy} onPress={keep}>
          {say('recall.replacement.keep')}
        </Button>
      </Disclosure>
    </section>
  )
}
