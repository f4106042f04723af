// Started by hand with another Node it says so; nothing that is built for one Node is loaded before that.
import { wrongNode } from './needed-node.ts'

const wrong = wrongNode(process.versions.node)
if (wrong !== null) {
  process.stderr.write(`${wrong}\n`)
  process.exit(1)
}
const { serve } = await import('./serve.ts')
// NOTE: here and not there, because what is loaded later is built into a folder of its own.
await serve(new URL('.', import.meta.url))
