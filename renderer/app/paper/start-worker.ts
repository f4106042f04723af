// Starts the worker that reads a PDF.
import { ownWorker } from '../own-worker.ts'
import paperWorkerAddress from './paper-worker.ts?worker&url'

export const startPaperWorker = ownWorker('firsthand-papers', paperWorkerAddress)
