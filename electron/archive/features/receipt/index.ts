// Her receipt: shown, saved, printed, and compared with an older one.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { receipt as contract } from '../../../../shared/contract/receipt.ts'
import { stillThere } from '../../../../shared/domain/given-out/receipt-number.ts'
import { machineReceipt } from '../../exporters/receipt/machine.ts'
import { paperPage } from '../../exporters/receipt/page.ts'
import { receiptPaper } from '../../exporters/receipt/paper.ts'
import type { Receipt } from '../../exporters/receipt/receipt.ts'
import { receiptLanguages, receiptWordsFor } from '../../exporters/receipt/receipt-words.ts'
import { safeName } from '../../files/safe-path.ts'
import { sha256 } from '../../sha256.ts'
import type { OpenSession, Session } from '../../session.ts'
import { insertReceipt, receiptsOf } from '../../store/handed-over.ts'
import { leaveInFolder } from '../leave-in-folder.ts'
import { decisionsOfHers, gatherReceipt } from './gather.ts'
import { shownPaper } from './shown-paper.ts'

interface Wanted {
  readonly narrator: string
  readonly language: string
  readonly contact: string
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

function gather(session: Session, { narrator, language, contact }: Wanted): Receipt {
  return gatherReceipt(session, narrator, receiptWordsFor(language).language, contact)
}

function rowOf(session: Session, receipt: Receipt, language: string, way: 'saved' | 'printed') {
  const { id, narrator, number, at } = receipt
  return { id, narrator, way, language, number, at, by: session.actor.name }
}

export function receiptHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    read(wanted) {
      const session = open()
      return {
        paper: shownPaper(receiptPaper(gather(session, wanted), wanted.language)),
        languages: receiptLanguages,
        before: receiptsOf(session.database, wanted.narrator),
      }
    },
    async save({ parentFolder, folderName, ...wanted }) {
      const session = open()
      const receipt = gather(session, wanted)
      const paper = receiptPaper(receipt, wanted.language)
      const files = [
        { path: safeName('receipt', 'receipt', '.html'), bytes: bytesOf(paperPage(paper)) },
        { path: safeName('receipt', 'receipt', '.json'), bytes: bytesOf(machineReceipt(receipt, wanted.language)) },
      ]
      const row = rowOf(session, receipt, paper.language, 'saved')
      const folder = await leaveInFolder(
        session,
        parentFolder,
        safeName(folderName, 'receipt', ''),
        files,
        (archive, kept) => insertReceipt(archive, { ...row, files: kept }),
      )
      return { folder }
    },
    printed(wanted) {
      const session = open()
      const receipt = gather(session, wanted)
      const paper = receiptPaper(receipt, wanted.language)
      const page = bytesOf(paperPage(paper))
      session.save(['givenOut'], (archive) =>
        insertReceipt(archive, {
          ...rowOf(session, receipt, paper.language, 'printed'),
          files: [{ path: 'receipt.html', size: page.length, sha256: sha256(page) }],
        }),
      )
      return { paper: shownPaper(paper) }
    },
    compare({ narrator, number }) {
      const ledger = decisionsOfHers(open(), narrator)
      return { decisions: stillThere(number, ledger, sha256), now: ledger.length }
    },
  }
}
