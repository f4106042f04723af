// She takes back what she said yes to, as far as she wants: no new uses, asked back as well, or sealed in her own session.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields, noEvidence, saidEvidence } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useUses } from '../../app/uses.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { degreesOffered, type Degree } from './degrees-offered.ts'
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
  const [chosen, setDegree] = useState<Degree | null>(null)
  const [of, setOf] = useState<'these' | 'story'>(passages.length === 0 ? 'story' : 'these')
  const [uses, setUses] = useState<'thisUse' | 'everyUse'>('thisUse')
  const offered = degreesOffered(details, speaksTo, of === 'story' || uses === 'everyUse')
  const degree = offered.find((one) => one === chosen) ?? null
  const isAllClosed = details.spans.length === details.passages.length
  const nameOfDegree = (id: Degree): [name: string, note: string] => {
    if (!toHer) return [say(`recall.takeBack.${id}`), say(`recall.takeBack.${id}Says`)]
    if (id === 'stopNew' && isAllClosed && details.state !== 'letBe')
      return [say('her.gone.takeBack.leaveIt'), say('her.gone.takeBack.leaveItSays')]
    return [say(`her.gone.takeBack.${id}`), say(`her.gone.takeBack.${id}Says`)]
  }
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
          disclosure: details.disclosure,
        })
        onDone()
      },
      say(toHer ? 'her.gone.takeBack.done' : 'recall.takeBack.done'),
    )
  }
  return (
    <div className={styles.form}>
      <p>{say(toHer ? 'her.gone.takeBack.says' : 'recall.takeBack.says')}</p>
      {offered.length === 0 ? (
        <Notice>{say(toHer ? 'her.gone.takeBack.already' : 'recall.takeBack.already')}</Notice>
      ) : (
        <Answers
          label={say('recall.takeBack.degree')}
          value={degree}
          onChange={setDegree}
          wrong={wasTried && degree === null ? say('recall.takeBack.degreeMissing') : null}
          options={offered.map((id) => {
            const [name, note] = nameOfDegree(id)
            return { id, name, note }
          })}
        />
      )}
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
          {
            id: 'everyUse',
            name: say(toHer ? 'her.gone.takeBack.everyUse' : 'recall.takeBack.everyUse'),
            note: say(toHer ? 'her.gone.takeBack.everyUseSays' : 'recall.takeBack.everyUseSays'),
          },
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
        <Button kind="primary" isDisabled={doing.busy || offered.length === 0} onPress={keep}>
          {say('recall.takeBack.press')}
        </Button>
      </DialogActions>
    </div>
  )
}
