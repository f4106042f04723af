// While the window's pages are built: the decoders for scanned pages of a PDF (JPEG 2000; JBIG2 and fax), as plain scripts
// under their own names, by which pdf.js asks for them. Their WebAssembly is left out: the page's policy lets none run.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

const decoders = ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js']

export function pageDecoders(): Plugin {
  return {
    name: 'firsthand-page-decoders',
    async generateBundle() {
      const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
      for (const name of decoders) {
        const source = await readFile(path.join(folder, 'wasm', name))
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source })
      }
    },
  }
}
