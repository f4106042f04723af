// Her yes to exactly these bytes, with how it is known.
import { useAnnounce } from '../../app/announce.tsx'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields } from '../../app/EvidenceFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useEvidence } from '../../app/use-evidence.ts'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'

interface Props {
  readonly excerpt: string
  readonly contentHash: string
  /** Of the mirror that she was shown with it. */
  readonly mirrorHash: string
  /** Something else still stands in the way; her yes has to wait for it. */
  readonly mustWait: boolean
  readonly isSigned: boolean
  /** She has a passphrase: nobody else writes down a yes of hers. */
  readonly signsHerself: boolean
  readonly onSigned: () => void
}

export function SignOff({ excerpt, contentHash, mirrorHash, mustWait, isSigned, signsHerself, onSigned }: Props) {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const evidence = useEvidence()
  const doing = useDoing()
  const sign = (): void => {
    const said = evidence.said()
    if (said === null) return
    doing.run(async () => {
      await archive.excerpts.signOff({ excerpt, contentHash, mirror: mirrorHash, evidence: said })
      announce(say('excerpts.signOff.done'))
      onSigned()
    })
  }
  return (
    <section>
      <h3>{say('excerpts.signOff')}</h3>
      {isSigned && <Notice>{say('excerpts.signOff.done')}</Notice>}
      {!isSigned && mustWait && <Notice>{say('excerpts.signOff.later')}</Notice>}
      {!isSigned && !mustWait && signsHerself && <Notice>{say('excerpts.signOff.hers')}</Notice>}
      {!isSigned && !mustWait && !signsHerself && (
        <>
          <p>{say('excerpts.signOff.says')}</p>
          <EvidenceFields {...evidence.fields} />
          {doing.failure !== null && (
            <Notice kind="care" said title={say('excerpts.signOff.failed')}>
              {say.failure(doing.failure)}
            </Notice>
          )}
          <DialogActions>
            <Button kind="primary" onPress={sign}>
              {say('excerpts.signOff.press')}
            </Button>
          </DialogActions>
        </>
      )}
    </section>
  )
}
