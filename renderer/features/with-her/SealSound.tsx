// What becomes of the sound of a passage that is sealed, said before; one press, how far it is, and a way to stop it.
import { useState, type ReactNode } from 'react'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { useDecodable } from '../../app/sound/use-decodable.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords } from '../../words/say.tsx'
import { Failed } from './Failed.tsx'
import { undecoded } from '../../app/sound/write-anew.ts'
import { sealWithSound, type OnePassage, type SealedSound } from './sealed-sound.ts'
import { useStoppable } from '../../app/use-stoppable.ts'

interface SealSoundProps {
  readonly of: OnePassage
  readonly sound: SealedSound
  /** Its words are sealed already: only the sound is left to close. */
  readonly isSealed: boolean
  /** This is a copy of hers: at home it is another press. */
  readonly isCopy: boolean
  readonly onSealed: () => void
  /** Seals the words, and leaves the sound where it is. */
  readonly onWordsAlone: () => Promise<void>
  /** Puts what is pressed, null where there is nothing to press yet, beside other buttons; not while it is under way. */
  readonly among?: (press: ReactNode) => ReactNode
}

/** Also what there is to say where there is no sound, or where it cannot be closed: then she chooses. */
export function SealSound(props: SealSoundProps) {
  const { of, sound, isSealed, isCopy, onSealed, onWordsAlone, among = (press) => press } = props
  const say = useWords()
  const archive = useArchive()
  const sealing = useStoppable()
  const { doing } = sealing
  const [step, setStep] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const { isDecodable, refuse } = useDecodable(sound.toDecode)
  const canClose = sound.sound === 'open' && isDecodable !== false
  const seal = (): void =>
    sealing.run(async (signal) => {
      setStep({ done: 0, total: 0 })
      try {
        const tell = (done: number, total: number): void => setStep({ done, total })
        await sealWithSound(archive, of, sound.toDecode, tell, signal)
        onSealed()
      } catch (thrown) {
        if (!signal.aborted && sound.toDecode.length > 0 && undecoded.includes(codeOf(thrown))) return refuse()
        throw thrown
      } finally {
        setStep(null)
      }
    })
  if (sound.sound === 'open' && isDecodable === null)
    return (
      <>
        <p role="status">{say('her.seal.sound.looking')}</p>
        {among(null)}
      </>
    )
  if (step !== null)
    return (
      <Progress
        label={say('her.seal.sound.working')}
        value={step.total === 0 ? null : step.done / step.total}
        onCancel={sealing.stop}
      />
    )
  return (
    <>
      {canClose ? (
        <p>{say(isSealed ? 'her.seal.sound.still' : 'her.seal.sound')}</p>
      ) : sound.sound === 'none' ? null : (
        <p>{say('her.seal.sound.cannot')}</p>
      )}
      {canClose && isCopy && <p>{say('her.seal.sound.copy')}</p>}
      {canClose && sound.toDecode.length > 0 && <p>{say('her.seal.sound.anew')}</p>}
      <Failed failure={doing.failure} />
      {among(
        canClose ? (
          <Button isDisabled={doing.busy} onPress={seal}>
            {say(isSealed ? 'her.seal.sound.press' : 'her.seal.press')}
          </Button>
        ) : isSealed ? null : (
          <Button isDisabled={doing.busy} onPress={() => doing.run(onWordsAlone)}>
            {say(sound.sound === 'none' ? 'her.seal.press' : 'her.seal.pressWords')}
          </Button>
        ),
      )}
    </>
  )
}
