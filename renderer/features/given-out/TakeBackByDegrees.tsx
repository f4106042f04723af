// She takes back what she said yes to, as far as she wants: no new uses, asked back as well, or sealed in her own session.
import { useState } from 'react'
import { degrees } from '../../../shared/contract/recall.ts'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useUses } from '../../app/uses.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { SpeaksTo } from './recall-in-words.ts'
import type { Evidence, RecallDetails } from './recall-shapes.ts'
import styles from './recall.module.css'

interface Props {
  readonly details: RecallDetails
  readonly speaksTo: SpeaksTo
  /** How it is known, where she decides at this window herself; else it is asked for. */
  readonly herEvidence?: Evidence
  /** To the passages themselves, where she can seal them. */
  readonly onSeal?: () => void
  readonly onDone: () => void
}

export function TakeBackByDegrees({ details, speaksTo, herEvidence, onSeal, onDone }: Props) {
  const say = useWords()
  const toHer = speaksTo === 'narrator'
  const archive = useArchive()
  const { asked, nameOf } = useUses()
  const { inStory: passages } = details
  const [degree, setDegree] = useState<(typeof degrees)[number] | null>(null)
  const [of, setOf] = useState<'these' | 'story'>(passages.length === 0 ? 'story' : 'these')
  const [uses, setUses] = useState<'thisUse' | 'everyUse'>('thisUse')
  const [evidence, setEvidence] = useState(noEvidence)
  const [wasTried, setTried] = useState(false)
  const doing = useDoing()
  const keep = (): void => {
    setTried(true)
    const said = herEvidence ?? saidEvidence(evidence)
    if (degree === null || said === null) return
    doing.run(
      async () => {
        await archive.recall.takeBack({
          testimony: details.testimony,
          scope: of === 'story' ? { kind: 'testimony' } : { kind: 'passages', passages: [...passages] },
          uses: uses === 'thisUse' ? [details.use] : [...new Set([details.use, ...asked.map(({ use }) => use)])],
          degree,
          evidence: said,
          language: say.locale,
        })
        onDone()
      },
      say(toHer ? 'her.gone.takeBack.done' : 'recall.takeBack.done'),
    )
  }
  return (
    <div className={styles.form}>
      <p>{say(toHer ? 'her.gone.takeBack.says' : 'recall.takeBack.says')}</p>
      <Answers
        label={say('recall.takeBack.degree')}
        value={degree}
        onChange={setDegree}
        wrong={wasTried && degree === null ? say('recall.takeBack.degreeMissing') : null}
        options={degrees.map((id) => ({
          id,
          name: say(toHer ? `her.gone.takeBack.${id}` : `recall.takeBack.${id}`),
          note: say(toHer ? `her.gone.takeBack.${id}Says` : `recall.takeBack.${id}Says`),
        }))}
      />
      <div className={styles.seal}>
        <p className={styles.soft}>{say(toHer ? 'her.gone.takeBack.seal' : 'recall.takeBack.seal')}</p>
        {onSeal !== undefined && <Button onPress={onSeal}>{say('her.gone.takeBack.toSeal')}</Button>}
      </div>
      <Answers
        label={say(toHer ? 'her.gone.takeBack.scope' : 'recall.takeBack.scope')}
        value={of}
        onChange={setOf}
        options={[
          ...(passages.length === 0 ? [] : [{ id: 'these' as const, name: say('recall.takeBack.these') }]),
          { id: 'story' as const, name: say(toHer ? 'her.gone.takeBack.story' : 'recall.takeBack.story') },
        ]}
      />
      <Answers
        label={say('recall.takeBack.uses')}
        value={uses}
        onChange={setUses}
        options={[
          { id: 'thisUse', name: say('recall.takeBack.thisUse', { use: nameOf(details.use) }) },
          { id: 'everyUse', name: say(toHer ? 'her.gone.takeBack.everyUse' : 'recall.takeBack.everyUse') },
        ]}
      />
      {herEvidence === undefined && (
        <EvidenceFields testimony={details.testimony} value={evidence} onChange={setEvidence} isMissing={wasTried} />
      )}
      {doing.failure !== null && (
        <Notice kind="care" said title={say('recall.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" isDisabled={doing.busy} onPress={keep}>
          {say('recall.takeBack.press')}
        </Button>
      </DialogActions>
    </div>
  )
}
