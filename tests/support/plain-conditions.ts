// An answer with no condition to it.
import type { Conditions } from '../../shared/domain/consent/ledger.ts'

export const plainConditions: Conditions = {
  recipients: [],
  nameAs: null,
  voice: 'own',
  until: null,
  times: null,
  noCutting: false,
}
