let lock = null, wanted = false;

/** Keeps the screen on from now on. A page that was out of sight has lost that right, and asks again. */
export function keepAwake() {
  if (wanted) return;
  wanted = true;
  document.addEventListener('visibilitychange', ask);
  ask();
}

async function ask() {
  if (document.hidden || lock && !lock.released) return;
  lock = await navigator.wakeLock?.request('screen').catch(() => null) ?? null;
}
