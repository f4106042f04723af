// The page's policy lets nothing write HTML. A library that empties an element by writing '' to it may do just that.

interface PolicyMaker {
  createPolicy(name: 'default', rules: { createHTML: (html: string) => string | null }): unknown
}

const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes
maker?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) })
