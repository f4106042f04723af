// What is to stand where her words were: hers to choose, silence included; an archivist writes down what she chose.
import { useState } from 'react'
import { replacements, type Replacement } from '../../../shared/domain/consent/ledger.ts'
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
import type { SpeaksTo } from './recall-in-words.ts'
import type { Evidence, RecallDetails } from './recall-shapes.ts'
import { ReplacementPreview } from './ReplacementPreview.tsx'
import styles from './recall.module.css'

interface Props {
  readonly details: RecallDetails
  readonly speaksTo: SpeaksTo
  /** How it is known, where she decides at this window herself; else it is asked for. */
  readonly herEvidence?: Evidence
}

export function ReplacementPart({ details, speaksTo, herEvidence }: Props) {
  const say = useWords()
  const toHer = speaksTo === 'narrator'
  const archive = useArchive()
  const { replacement, testimony, recipient, disclosure } = details
  const languages = [...new Set([...details.passages.map(({ language }) => language), recipient.language])]
  const [says, setSays] = useState<Replacement | null>(null)
  const [words, setWords] = useState('')
  const [language, setLanguage] = useState(
    toHer && languages.includes(say.locale) ? say.locale : (languages[0] ?? recipient.language),
  )
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const keeping = useDoing()
  const keep = (): void => {
    setTried(true)
    const said = herEvidence ?? saidEvidence(evidence)
    if (says === null || said === null || (says === 'words' && words.trim() === '')) return
    keeping.run(
      async () => {
        await archive.recall.chooseReplacement({ testimony, says, words: words.trim(), language, evidence: said })
        setSays(null)
        setTried(false)
      },
      say(toHer ? 'her.gone.replacement.kept' : 'recall.replacement.kept'),
    )
  }
  const nameOf = (id: Replacement): string =>
    toHer && id === 'words' ? say('her.gone.replacement.words') : say(`recall.replacement.${id}`)
  return (
    <section className={styles.part} aria-labelledby="recall-replacement">
      <h2 id="recall-replacement">{say('recall.replacement')}</h2>
      <p>{say(toHer ? 'her.gone.replacement.says' : 'recall.replacement.says')}</p>
      {replacement === null ? (
        <p>{say(toHer ? 'her.gone.replacement.notChosen' : 'recall.replacement.notChosen')}</p>
      ) : (
        <p>
          {say(toHer ? 'her.gone.replacement.chosen' : 'recall.replacement.chosen')}{' '}
          <strong>{nameOf(replacement.says)}</strong>
        </p>
      )}
      <ReplacementPreview disclosure={disclosure} chosen={null} isHers={replacement?.says === 'words'} />
      <Disclosure title={say(toHer ? 'her.gone.replacement.change' : 'recall.replacement.change')}>
        <Answers
          label={say('recall.replacement')}
          value={says}
          onChange={setSays}
          options={replacements.map((id) => ({
            id,
            name: nameOf(id),
            ...(id === 'words' ? {} : { note: say(`recall.replacement.${id}Says`) }),
          }))}
        />
        {says === 'words' && (
          <>
            <TextArea
              label={say(toHer ? 'her.gone.replacement.herWords' : 'recall.replacement.herWords')}
              value={words}
              onChange={setWords}
              wrong={wasTried && words.trim() === '' ? say('recall.replacement.wordsMissing') : null}
              lang={language}
              dir="auto"
            />
            <Choice
              label={say(toHer ? 'her.gone.replacement.language' : 'recall.replacement.language')}
              value={language}
              onChange={setLanguage}
              options={languages.map((id) => ({ id, name: say.language(id) }))}
            />
          </>
        )}
        {says !== null && (
          <ReplacementPreview
            disclosure={disclosure}
            chosen={{ says, words: words.trim(), language }}
            isHers={says === 'words'}
          />
        )}
        {herEvidence === undefined && (
          <EvidenceFields testimony={testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
        )}
        {keeping.failure !== null && (
          <Notice kind="care" said title={say('recall.failed')}>
            {say.failure(keeping.failure)}
          </Notice>
        )}
        <div className={styles.end}>
          <Button isDisabled={says === null || keeping.busy} onPress={keep}>
            {say(toHer ? 'her.gone.replacement.keep' : 'recall.replacement.keep')}
          </Button>
        </div>
      </Disclosure>
    </section>
  )
}
