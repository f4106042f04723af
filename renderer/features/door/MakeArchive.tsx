// Makes an archive, step by step: who, where and which passphrase; the paper key; typing some of it back; what Hide now does.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import { HideExplained } from './HideExplained.tsx'
import { MakeForm } from './MakeForm.tsx'
import { ShownThenTypedBack } from './ShownThenTypedBack.tsx'
import { useLeavingGuard } from './use-leaving-guard.ts'
import type { PaperKey } from './paper-key.ts'

export interface MakeArchiveProps {
  folder: string
  synced: string | null
  onMaking: (making: boolean) => void
  onMade: () => void
  onBack: () => void
}

export function MakeArchive({ folder, synced, onMaking, onMade, onBack }: MakeArchiveProps) {
  const say = useWords()
  const archive = useArchive()
  const [isMade, setMade] = useState(false)
  const [paperKey, setPaperKey] = useState<PaperKey | null>(null)
  const leaving = useLeavingGuard(paperKey !== null)
  if (isMade) return <HideExplained onGo={onMade} />
  if (paperKey === null)
    return <MakeForm folder={folder} synced={synced} onBack={onBack} onMaking={onMaking} onKey={setPaperKey} />
  return (
    <ShownThenTypedBack
      paperKey={paperKey}
      confirm={(words) => archive.door.confirmPaperKey({ words })}
      onGone={() => {
        setPaperKey(null)
        onMaking(false)
      }}
      onRight={() => {
        setPaperKey(null)
        setMade(true)
      }}
    >
      <Notice kind="care" said={leaving} title={say('door.key.notYet')}>
        {say(leaving ? 'door.key.closing' : 'door.key.ifClosed')}
      </Notice>
    </ShownThenTypedBack>
  )
}
