// Builds the stand-alone exporter as one file that needs nothing beside it but Node and sodium-native.
import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    outDir: 'out/rescue',
    target: 'node20',
    ssr: 'electron/rescue/index.ts',
    minify: false,
    rollupOptions: {
      // NOTE: the estimate of a passphrase is for whoever chooses one; its dictionaries are never asked for here.
      external: ['sodium-native', /^@zxcvbn-ts\//, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: { format: 'es', entryFileNames: 'rescue.mjs', inlineDynamicImports: true },
    },
  },
  ssr: { noExternal: true, external: ['sodium-native'] },
})
