// Builds the four programs: main and its preload, the archive process, the browser host, and the window's pages.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { pageDecoders } from './electron/packing/page-decoders.ts'
import { facesOfEachScript } from './electron/packing/trim-faces.ts'

// NOTE: only native modules stay outside the bundles; everything else is bundled, so that what ships is what was pinned.
const native = ['better-sqlite3-multiple-ciphers', 'sodium-native', 'electron']

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      // Three megabytes are read at each start, while somebody waits for the door.
      minify: true,
      rollupOptions: {
        external: native,
        input: {
          index: 'electron/main/index.ts',
          archive: 'electron/archive/index.ts',
          browser: 'electron/browser/index.ts',
          transcriber: 'electron/transcriber/index.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: 'electron/preload/index.ts', recorder: 'electron/preload/recorder.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), facesOfEachScript(), pageDecoders()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      assetsInlineLimit: 0,
      target: 'chrome140',
      rollupOptions: { input: { index: 'renderer/index.html', recorder: 'renderer/recorder.html' } },
    },
  },
})
