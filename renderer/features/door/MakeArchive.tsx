// Makes an archive, step by step: who, where and which passphrase; the paper key; typing some of it back; what Hide now does.
import { useState } from 'react'
import { PaperKeyCheck } from './PaperKeyCheck.tsx'
import { PaperKeySheet } from './PaperKeySheet.tsx'
import { HideExplained } from './HideExplained.tsx'
import { MakeForm } from './MakeForm.tsx'
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
  const [step, setStep] = useState<Step>('form')
  const [paperKey, setPaperKey] = useState<PaperKey | null>(null)
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
  if (step === 'key') return <PaperKeySheet paperKey={paperKey} onPrinted={() => setStep('check')} />
  return (
    <PaperKeyCheck
      places={paperKey.check}
      onShowAgain={() => setStep('key')}
      onRight={() => {
        setPaperKey(null)
        setStep('hide')
      }}
    />
  )
}
