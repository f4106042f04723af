// Erasing: what goes, what stays, what is outside and which backups hold it are on one sheet; one button does what it says.
import { useRef, useState, type ReactNode } from 'react'
import type { EraseTarget, SoundChoice } from '../../../shared/contract/erase.ts'
import { evidenceKinds, type EvidenceKind } from '../../../shared/domain/consent/ledger.ts'
import { codeOf, useAnswer, useArchive } from '../../app/archive.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { showFirstWrong } from '../../ui/first-wrong.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import type { What, Who } from './erase-shapes.ts'
import { SoundOfIt } from './SoundOfIt.tsx'
import { useDecodable } from '../../app/sound/use-decodable.ts'
import { useErasing, type Erasing } from './use-erasing.ts'
import { WhatGoes } from './WhatGoes.tsx'
import { WhatIsMeant } from './WhatIsMeant.tsx'
import { WhatIsErased } from './WhatIsErased.tsx'
import { WhatStays } from './WhatStays.tsx'
import { abandonAnew, undecoded, writeAnew, type ToDecode } from '../../app/sound/write-anew.ts'
import styles from './erase.module.css'

const nothingToDecode: readonly ToDecode[] = []

interface Props {
  readonly target: EraseTarget
  readonly who: Who
  /** Where her passphrase is asked for, in her session. */
  readonly openKey?: (onOpened: () => void) => ReactNode
  readonly onLeave: () => void
  readonly onDone: () => void
  readonly onAskBack?: (disclosure: string) => void
  readonly onBackUp?: () => void
}

export function EraseSheet(props: Props) {
  const { target, who, openKey, onLeave, onDone, onAskBack, onBackUp } = props
  const say = useWords()
  const archive = useArchive()
  const { value: what, failure, again } = useAnswer([], (client, signal) => client.erase.what(target, signal), [])
  const { erasing, run, stop } = useErasing()
  const toDecode = what?.sound?.toDecode ?? nothingToDecode
  const decodable = useDecodable(toDecode)
  const { isDecodable, refuse } = decodable
  const [sound, setSound] = useState<SoundChoice | null>(null)
  const [knownBy, setKnownBy] = useState<EvidenceKind | null>(null)
  const [wasTried, setTried] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  if (erasing.state === 'erased')
    return (
      <WhatIsErased
        erased={erasing.erased}
        kind={target.kind}
        who={who}
        onDone={onDone}
        {...(onAskBack === undefined ? {} : { onAskBack })}
        {...(onBackUp === undefined ? {} : { onBackUp })}
      />
    )
  if (what === undefined)
    return failure === null ? (
      <p>{say('erase.reading')}</p>
    ) : (
      <Notice kind="care" said action={<Button onPress={onLeave}>{say('erase.leave')}</Button>}>
        {say.failure(failure)}
      </Notice>
    )
  if (erasing.state === 'working') {
    const { step } = erasing
    const isSound = step?.part === 'sound'
    const mayStop = step === null || isSound
    return (
      <div className={styles.sheet}>
        <WhatIsMeant what={what} kind={target.kind} who={who} />
        <Progress
          label={say(`erase.part.${step?.part ?? 'words'}`)}
          value={step === null || step.total <= 1 ? null : step.done / step.total}
          {...(isSound ? { note: say('erase.mayStop') } : mayStop ? {} : { note: say('erase.goOn') })}
          {...(mayStop ? { onCancel: stop } : {})}
        />
      </div>
    )
  }
  const chosen = chosenSound(what, isDecodable, sound)
  const isReady = chosen !== null && (!what.mustSay || knownBy !== null)
  const erase = (): void => {
    setTried(!isReady)
    if (!isReady) return showFirstWrong(sheet.current)
    const asked = target.kind === 'passages' ? { ...target, sound: chosen, knownBy } : { ...target, knownBy }
    run(async function* (signal, tell) {
      if (asked.kind !== 'passages' || chosen !== 'silence' || toDecode.length === 0)
        return yield* archive.erase.erase(asked, signal)
      const told = (done: number, total: number) => tell({ kind: 'working', part: 'sound', done, total })
      try {
        await writeAnew(archive, asked, toDecode, told, signal)
        yield* archive.erase.erase(asked, signal)
      } catch (thrown) {
        if (undecoded.includes(codeOf(thrown))) refuse()
        throw thrown
      } finally {
        await abandonAnew(archive, asked.testimony, toDecode)
      }
    })
  }
  const isNarrator = target.kind === 'narrator'
  return (
    <div ref={sheet} className={styles.sheet}>
      <WhatIsMeant what={what} kind={target.kind} who={who} />
      {erasing.state !== 'waiting' && <WhatCameOfIt erasing={erasing} />}
      <p>{say('erase.says')}</p>
      <section className={styles.part}>
        <h2>{say('erase.goes')}</h2>
        <WhatGoes counts={what.counts} who={who} isNarrator={isNarrator} />
      </section>
      {what.sound !== null && (
        <SoundOfIt
          sound={what.sound}
          decodable={decodable}
          value={sound}
          onChange={setSound}
          isMissing={wasTried && chosen === null}
        />
      )}
      <WhatStays what={what} kind={target.kind} who={who} isDecoded={chosen === 'silence' && toDecode.length > 0} />
      {what.mustSay && (
        <Answers
          label={say('erase.known')}
          value={knownBy}
          onChange={setKnownBy}
          wrong={wasTried && knownBy === null ? say('erase.known.missing') : null}
          options={evidenceKinds.map((id) => ({ id, name: say(`uses.evidence.${id}`) }))}
        />
      )}
      {what.recordingUnderWay && <Notice kind="care">{say('erase.recording')}</Notice>}
      {what.needsKey && (
        <section className={styles.part}>
          <p>{say('erase.key')}</p>
          {openKey?.(again)}
        </section>
      )}
      <div className={styles.actions}>
        {!what.needsKey && (
          <Button isDisabled={what.recordingUnderWay || isDecodable === null} onPress={erase}>
            {target.kind === 'passages'
              ? say('erase.press.passages', { count: what.counts.passages })
              : say(isNarrator ? 'erase.press.narrator' : 'erase.press.story', { who })}
          </Button>
        )}
        <Button onPress={onLeave}>{say('erase.leave')}</Button>
      </div>
    </div>
  )
}

/** NOTE: at the top, where one is after a try: how far it is stood there alone. */
function WhatCameOfIt({ erasing }: { erasing: Extract<Erasing, { state: 'stopped' | 'failed' }> }) {
  const say = useWords()
  return (
    <div tabIndex={-1} data-focus-home>
      {erasing.state === 'stopped' ? (
        <Notice said title={say('erase.stopped')}>
          {say('erase.stoppedSays')}
        </Notice>
      ) : (
        <Notice kind="care" said title={say('erase.failed')}>
          {undecoded.includes(erasing.failure) ? say('erase.sound.undecoded') : say.failure(erasing.failure)}
        </Notice>
      )}
    </div>
  )
}

/** Null while there is something to choose and nothing was chosen. Where nothing is heard of it, nothing is to be done. */
function chosenSound({ sound }: What, isDecodable: boolean | null, chosen: SoundChoice | null): SoundChoice | null {
  if (sound === null) return 'stays'
  return sound.canSilence && isDecodable !== false ? 'silence' : chosen
}
