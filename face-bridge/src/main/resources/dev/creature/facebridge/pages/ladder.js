// The ladder of an intent, and where its task stands on it: one order of words for all pages.
export const RUNGS = ['hypothesis', 'committed', 'dispatched', 'done'];
export const NAMES = {hypothesis: 'Heard', committed: 'Understood', dispatched: 'Doing it', done: 'Done'};
const BAD = {failed: 'Failed', revoked: 'Taken back', cancelled: 'Stopped', denied: 'Not allowed'};
const TASK = {accepted: 1, 'awaiting confirmation': 1, running: 2};

/** Where a state stands: the rung, what went wrong if anything did, whether a yes is awaited, whether nothing follows. */
export function rungOf(state) {
  // Over HTTP a state has underscores, in an event blanks.
  const plain = state.replaceAll('_', ' ');
  const at = TASK[plain] ?? RUNGS.indexOf(plain);
  return {at, wrong: BAD[plain] ?? null, waits: plain === 'awaiting confirmation', over: plain === 'done' || plain in BAD};
}

export function wordsOf({verb, object, source, target}) {
  return [verb?.replaceAll('_', ' '), object, source && 'from ' + source, target && 'to ' + target].filter(Boolean).join(' ');
}
