// The receipt as files in a new folder, on something of hers.
import { useArchive } from '../../app/archive.tsx'
import { SaveInFolder } from '../../app/SaveInFolder.tsx'
import { useWords } from '../../words/say.tsx'
import type { Wanted } from './receipt-shapes.ts'

export function SaveReceipt({ wanted }: { wanted: Wanted }) {
  const say = useWords()
  const archive = useArchive()
  return (
    <SaveInFolder
      says={say('receipt.save.says')}
      proposed={say('receipt.save.proposed')}
      press={say('receipt.save.press')}
      saved={say('receipt.saved')}
      failed={say('receipt.failed')}
      onSave={(where) => archive.receipt.save({ ...wanted, ...where })}
    />
  )
}
