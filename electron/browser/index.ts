// Started by hand with another Node it says so; nothing that is built for one Node is loaded before that.
import { wrongNode } from './needed-node.ts'

const wrong = wrongNode(process.versions.node)
if (wrong !== null) {
  process.stderr.write(`${wrong}\n`)
  process.exit(1)
}
// NOTE: here and not there, because what is loaded later is built into a folder of its own.
const built = new URL('.', import.meta.url)
// The same program twice: the front, and, started by it, what stands behind it.
if (process.argv[2] === 'behind' && process.send !== undefined) (await import('./behind.ts')).standBehind(built)
else await (await import('./serve.ts')).serve(built)
