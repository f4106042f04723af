// Starts the worker that reads a PDF, under the page's policy.
import paperWorkerAddress from './paper-worker.ts?worker&url'

interface AddressPolicy {
  createScriptURL(address: string): string
}
interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): AddressPolicy
}

// NOTE: the page's policy lets no script start from a plain string; this rule knows one address and refuses any other.
const rules = {
  createScriptURL(address: string): string {
    if (address !== paperWorkerAddress) throw new TypeError('not the worker for papers')
    return address
  },
}
let policy: AddressPolicy | undefined

export function startPaperWorker(): Worker {
  const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes
  policy ??= maker?.createPolicy('firsthand-papers', rules) ?? rules
  return new Worker(policy.createScriptURL(paperWorkerAddress), { type: 'module' })
}
