// The language of a tag, without its script, country or anything else.

/** "pt" of "pt-BR", in small letters. BCP 47: the primary language subtag, RFC 5646 section 2.2.1. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}
