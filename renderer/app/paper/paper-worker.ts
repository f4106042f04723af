// Reads a PDF in a worker of its own, so that a file made to hang or to crash takes nothing else with it.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
