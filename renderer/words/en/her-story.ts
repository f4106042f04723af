// The title of her story, and having gone through it.
export const herStory = {
  'her.title': 'The title',
  'her.title.yours': 'Title of your story',
  'her.title.notYours': 'This one is not yours yet. When you keep one, it is.',
  'her.title.isYours': 'This one is yours.',
  'her.title.missing': 'A story needs a title. A few words will do.',
  'her.title.keep': 'Keep this title',
  'her.title.kept': 'The title is kept. It is yours.',

  'her.through': 'I have gone through it',
  'her.through.title': 'Going through it',
  'her.through.says':
    'When you have gone through your story, say so here. Then seven days begin in which nothing of it leaves. You alone can do without these days.',
  'her.through.on': 'You went through it on {date}.',
  'her.through.until': 'Your seven days end on {moment}. Nothing leaves before.',
  'her.through.waived': 'On {date} you chose to do without the seven days.',
  'her.through.over': 'The seven days are over.',
  'her.through.kept': 'Kept. The seven days begin now.',
  'her.through.waivedNow': 'Kept. The seven days end now.',
  'her.through.waive': 'I want to do without the seven days',
  'her.through.waive.says':
    'You need not wait. The days are there so that you can sleep on it, think again, and talk with somebody you trust. Only you can end them, and nobody may press you.',
  'her.through.waive.signs': 'This is signed with your passphrase. Type it first.',
  'her.through.waive.press': 'Do without them',
  'her.through.wait': 'Keep the seven days',
} as const
