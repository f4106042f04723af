// The letter: what is written into it, how it will be, printing it, and putting it with its file into a folder.
import { useEffect, useState } from 'react'
import { primaryLanguage } from '../../../shared/domain/languages/primary-language.ts'
import { useArchive, useAnswer } from '../../app/archive.tsx'
import { useDoorState } from '../../app/door-state-context.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useWords } from '../../words/say.tsx'
import { LetterSheet } from './LetterSheet.tsx'
import type { RecallDetails } from './recall-shapes.ts'
import { SavePapers } from './SavePapers.tsx'
import styles from './recall.module.css'

/** So long after the last key is the letter asked for anew. */
const pauseMs = 400

export function RecallLetterPart({ details }: { details: RecallDetails }) {
  const say = useWords()
  const archive = useArchive()
  const { archivist } = useDoorState()
  const [from, setFrom] = useState(archivist ?? '')
  const [why, setWhy] = useState('')
  const [asked, setAsked] = useState({ from, why })
  const printing = useDoing()
  const { disclosure, recipient, letterLanguage } = details
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ from, why }), pauseMs)
    return () => clearTimeout(timer)
  }, [from, why])
  const { value: letter, failure } = useAnswer(
    ['givenOut', 'consent', 'marks'],
    (client, signal) => client.recall.letter({ disclosure, ...asked }, signal),
    [disclosure, asked],
    { keepOld: true },
  )
  const tells = (part: 'from' | 'why') => (letter?.tells.includes(part) === true ? say('recall.letter.tells') : null)
  const wanted = primaryLanguage(recipient.language)
  const mayLeave = letter !== undefined && letter.tells.length === 0
  const print = (): void =>
    printing.run(async () => {
      await archive.recall.printed({ disclosure, from, why })
      window.print()
    })
  return (
    <section className={styles.part} aria-labelledby="recall-letter">
      <h2 id="recall-letter">{say('recall.letter')}</h2>
      {wanted === letterLanguage ? (
        <p>{say('recall.letter.language', { language: say.language(letterLanguage) })}</p>
      ) : (
        <Notice kind="care">
          {say('recall.letter.fallback', { wanted: say.language(wanted), language: say.language(letterLanguage) })}
        </Notice>
      )}
      <TextArea
        label={say('recall.letter.from')}
        note={say('recall.letter.fromHint')}
        rows={2}
        value={from}
        onChange={setFrom}
        wrong={tells('from')}
        dir="auto"
      />
      <TextArea
        label={say('recall.letter.why')}
        note={say('recall.letter.whyHint')}
        rows={2}
        value={why}
        onChange={setWhy}
        wrong={tells('why')}
        dir="auto"
      />
      {letter?.leftOut.map((part) => (
        <Notice key={part} kind="care">
          {say(`recall.letter.leftOut.${part}`)}
        </Notice>
      ))}
      {failure !== null && (
        <Notice kind="care" said title={say('recall.failed')}>
          {say.failure(failure)}
        </Notice>
      )}
      {letter !== undefined && (
        <Disclosure title={say('recall.letter.preview')} isOpen>
          <LetterSheet letter={letter} label={say('recall.letter.preview')} />
        </Disclosure>
      )}
      <div className={styles.buttons}>
        <Button isDisabled={!mayLeave || printing.busy} onPress={print}>
          {say('recall.letter.print')}
        </Button>
        <span className={styles.soft}>{say('recall.letter.printing')}</span>
      </div>
      {printing.failure !== null && (
        <Notice kind="care" said title={say('recall.failed')}>
          {say.failure(printing.failure)}
        </Notice>
      )}
      <SavePapers disclosure={disclosure} from={from} why={why} mayLeave={mayLeave} />
    </section>
  )
}
