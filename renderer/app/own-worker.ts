// Starts a worker of our own under the page's policy, which lets no script start from a plain string.

interface AddressPolicy {
  createScriptURL(address: string): string
}
interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): AddressPolicy
}

/** Gives what starts the worker at `known`, an address that the build gave; its policy refuses any other. `name` is the policy's. */
export function ownWorker(name: string, known: string): () => Worker {
  const rules = {
    createScriptURL(address: string): string {
      if (address !== known) throw new TypeError(`not the worker of ${name}`)
      return address
    },
  }
  let policy: AddressPolicy | undefined
  return () => {
    const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes
    policy ??= maker?.createPolicy(name, rules) ?? rules
    return new Worker(policy.createScriptURL(known), { type: 'module' })
  }
}
