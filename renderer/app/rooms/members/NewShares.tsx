// New sheets for trusted people: how many, then shown and printed, then tried. They count when all were tried.
import { useState } from 'react'
import { NotYet } from '../../../features/door/NotYet.tsx'
import { ShareCheck } from '../../../features/members/ShareCheck.tsx'
import { ShareSheets, type Shares } from '../../../features/members/ShareSheets.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { useWords } from '../../../words/say.tsx'
import { codeOf, useArchive } from '../../archive.tsx'
import { kindsOf, WithProof, type Members } from './WithProof.tsx'

const [fewest, most] = [2, 15]

interface NewSharesProps {
  readonly members: Members
  readonly onMade: (made: { needed: number; of: number }) => void
  readonly onNot: () => void
}

export function NewShares({ members, onMade, onNot }: NewSharesProps) {
  const say = useWords()
  const archive = useArchive()
  const [of, setOf] = useState(members.shares?.of ?? 5)
  const [needed, setNeeded] = useState(members.shares?.needed ?? 3)
  const [shares, setShares] = useState<{ readonly shares: Shares; readonly madeAt: string } | null>(null)
  const [step, setStep] = useState<'sheets' | 'check' | 'gone'>('sheets')

  if (step === 'gone')
    return (
      <Notice kind="care" said action={<Button onPress={onNot}>{say('members.shares.keepOld')}</Button>}>
        {say('members.shares.gone')}
      </Notice>
    )
  if (shares === null)
    return (
      <WithProof
        title={say(members.shares === null ? 'members.shares.make' : 'members.shares.again')}
        kinds={kindsOf(members)}
        before={
          <>
            <p>{say('members.shares.says')}</p>
            <NumberField
              label={say('members.shares.of')}
              value={of}
              onChange={setOf}
              minValue={fewest}
              maxValue={most}
              step={1}
            />
            <NumberField
              label={say('members.shares.needed')}
              note={say('members.shares.neededNote')}
              wrong={needed > of ? say('members.shares.tooMany') : null}
              value={needed}
              onChange={setNeeded}
              minValue={fewest}
              maxValue={most}
              step={1}
            />
          </>
        }
        press={say('members.shares.press')}
        busy={say('members.shares.making')}
        isReady={() => needed <= of}
        run={async (opensWith) => {
          const begun = await archive.members.beginShares({ opensWith, needed, of, language: say.locale })
          setShares({ shares: begun, madeAt: new Date().toISOString() })
        }}
        onNot={onNot}
      />
    )
  const notYet = (
    <NotYet
      title={say('members.shares.notYet')}
      ifClosed={say('members.shares.ifClosed')}
      leave={say('members.shares.keepOld')}
      onLeave={onNot}
    />
  )
  if (step === 'sheets')
    return (
      <ShareSheets {...shares} onPrinted={() => setStep('check')}>
        {notYet}
      </ShareSheets>
    )
  return (
    <ShareCheck
      sheets={shares.shares.sheets}
      confirm={(words) =>
        archive.members.confirmShares({ words }).then(
          ({ wrong }) => wrong,
          (thrown: unknown) => codeOf(thrown),
        )
      }
      onShowAgain={() => setStep('sheets')}
      onGone={() => setStep('gone')}
      onRight={() => onMade(shares.shares)}
    >
      {notYet}
    </ShareCheck>
  )
}
