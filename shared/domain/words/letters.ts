// Letters that a search must treat in its own way, as parts of regular expressions with the flag `u`.

/** One code point of a script that is written without spaces between words. */
export const unspacedLetterPattern =
  '(?:(?=[\\p{L}\\p{M}\\p{N}])(?![\\u0000-\\u036f])[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Thai}\\p{scx=Lao}' +
  '\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}])'

/** Harakat, Quranic marks, tatweel; Hebrew points and cantillation, but not maqaf, paseq, sof pasuq and the like. */
export const pointsPattern =
  '[\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7]'
