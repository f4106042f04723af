// Tells zod not to compile its checks, which the page's policy forbids. Must run before the contract is loaded.

const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
shared.__zod_globalConfig = { ...shared.__zod_globalConfig, jitless: true }
