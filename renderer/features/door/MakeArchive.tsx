// Makes an archive, step by step: who, where and which passphrase; the paper key; typing some of it back; what Hide now does.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { PaperKeyCheck } from './PaperKeyCheck.tsx'
import { PaperKeySheet } from './PaperKeySheet.tsx'
import { HideExplained } from './HideExplained.tsx'
import { MakeForm } from './MakeForm.tsx'
import { useLeavingGuard } from './use-leaving-guard.ts'
import type { PaperKey } from './paper-key.ts'

export interface MakeArchiveProps {
  folder: string
  synced: string | null
  onMaking: (making: boolean) => void
  onMade: () => void
  onBack: () => void
}

type Step = 'form' | 'key' | 'check' | 'hide'

export function MakeArchive({ folder, synced, onMaking, onMade, onBack }: MakeArchiveProps) {
  const say = useWords()
  const archive = useArchive()
  const [step, setStep] = useState<Step>('form')
  const [paperKey, setPaperKey] = useState<PaperKey | null>(null)
  const leaving = useLeavingGuard(paperKey !== null)
  if (step === 'hide') return <HideExplained onGo={onMade} />
  if (paperKey === null || step === 'form') {
    return (
      <MakeForm
        folder={folder}
        synced={synced}
        onBack={onBack}
        onMaking={onMaking}
        onKey={(key) => {
          setPaperKey(key)
          setStep('key')
        }}
      />
    )
  }
  const unmade = (
    <Notice kind="care" said={leaving} title={say('door.key.notYet')}>
      {say(leaving ? 'door.key.closing' : 'door.key.ifClosed')}
    </Notice>
  )
  if (step === 'key')
    return (
      <PaperKeySheet paperKey={paperKey} onPrinted={() => setStep('check')}>
        {unmade}
      </PaperKeySheet>
    )
  return (
    <PaperKeyCheck
      places={paperKey.check}
      confirm={(words) => archive.door.confirmPaperKey({ words })}
      onShowAgain={() => setStep('key')}
      onGone={() => {
        setPaperKey(null)
        setStep('form')
        onMaking(false)
      }}
      onRight={() => {
        setPaperKey(null)
        setStep('hide')
      }}
    >
      {unmade}
    </PaperKeyCheck>
  )
}
