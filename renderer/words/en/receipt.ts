// Her receipt, in her session and in the archivist's. `who` says whom the window speaks to.
export const receipt = {
  'receipt.open': '{who, select, her {Your receipt} other {Her receipt}}',
  'receipt.title': '{who, select, her {Your receipt} other {Her receipt}}',
  'receipt.says':
    '{who, select, her {All that you have answered, where your words went, and how to take an answer back. You can print it or take it with you.} other {All that she has answered, where her words went, and how to take an answer back. Print it for her, or save it on something of hers.}}',
  'receipt.reading': 'The receipt is being put together…',
  'receipt.language': 'In which language',
  'receipt.contact': 'Whom to tell, and how',
  'receipt.contact.note':
    '{who, select, her {It stands on the receipt, so that you find it again. It may stay empty.} other {It stands on the receipt, so that she can reach you. It may stay empty.}}',
  'receipt.paper': 'The receipt',
  'receipt.print': 'Print',
  'receipt.save': 'Save as a page',
  'receipt.save.says':
    'Two files are saved: a page that any browser opens, and the same for other programs. Nothing in them is locked.',
  'receipt.save.proposed': 'receipt',
  'receipt.save.press': 'Save',
  'receipt.saved': 'The receipt is saved',
  'receipt.failed': 'The receipt was not saved',
  'receipt.before':
    '{count, plural, =0 {None was handed over yet.} one {One was handed over before, on {last}.} other {# were handed over before, the last on {last}.}}',
  'receipt.older': 'Compare with an older receipt',
  'receipt.older.says':
    '{who, select, her {At the end of each receipt stands a check number. Type it here, and you see whether all that you had decided then is still here, unchanged.} other {At the end of each receipt stands a check number. Type it here to see whether all that she had decided then is still here, unchanged.}}',
  'receipt.older.number': 'Check number',
  'receipt.older.press': 'Compare',
  'receipt.older.holds':
    '{count, plural, =0 {Nothing had been decided then.} one {The one decision of then is still here, unchanged.} other {All # decisions of then are still here, unchanged.}} {more, plural, =0 {} one {One has come since.} other {# have come since.}}',
  'receipt.older.gone':
    'This number does not fit what is here. Either it was typed differently, or something that was decided then is changed or missing.',
} as const
