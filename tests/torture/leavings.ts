// What leaves in a folder of its own or on paper, in the order in which it does here, and what is written down of each.

export const leavings = ['list', 'receipt', 'recall', 'receiptPrinted', 'letterPrinted'] as const
export type Leaving = (typeof leavings)[number]

export const written: Readonly<
  Record<Leaving, { readonly files: string; readonly rows: number; readonly hasFolder: boolean }>
> = {
  list: { files: 'SELECT files FROM catalogues', rows: 1, hasFolder: true },
  receipt: { files: "SELECT files FROM receipts WHERE way = 'saved'", rows: 1, hasFolder: true },
  recall: {
    files: "SELECT files FROM recall_steps WHERE kind IN ('letterSaved', 'fileSaved', 'replacementSaved')",
    rows: 3,
    hasFolder: true,
  },
  receiptPrinted: { files: "SELECT files FROM receipts WHERE way = 'printed'", rows: 1, hasFolder: false },
  letterPrinted: { files: "SELECT files FROM recall_steps WHERE kind = 'letterPrinted'", rows: 1, hasFolder: false },
}
