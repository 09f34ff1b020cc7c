// Who this page is to the creature: this machine, a paired device, or a stranger.
import {origin, socketOrigin} from './nodes.js';

const KEY = 'creature.token';
const AGAIN = 1000;

export const token = () => localStorage.getItem(KEY);

/** The address of a socket, with the token where there is one. */
export function socketUrl(path, more = {}) {
  const query = new URLSearchParams(more);
  if (token()) query.set('token', token());
  const tail = query.toString() ? '?' + query : '';
  return socketOrigin() + path + tail;
}

/** fetch from the node that the page is at, with the token. */
export function ask(path, options = {}) {
  const headers = {...options.headers};
  if (token()) headers.Authorization = 'Bearer ' + token();
  return fetch(origin() + path, {...options, headers});
}

/** Trades the code of the address bar, if any; answers who this page is to the creature, and what was wrong with the code. */
export async function whoAmI() {
  let problem = '';
  const code = new URLSearchParams(location.hash.slice(1)).get('pair');
  if (code) {
    history.replaceState(null, '', location.pathname + location.search);
    const answer = await fetch('/v1/pair', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({code, name: deviceName()}),
    });
    const body = await answer.json();
    if (answer.ok) localStorage.setItem(KEY, body.token);
    else problem = body.detail;
  }
  return {...await me(), problem};
}

/** Whether this page may still speak; not known counts as yes. */
export async function stillPaired() {
  const answer = await ask('/v1/me').catch(() => null);
  if (!answer?.ok || (await answer.json()).peer !== 'stranger') return true;
  localStorage.removeItem(KEY);
  return false;
}

/** Asks until there is an answer. */
async function me() {
  for (;;) {
    const answer = await ask('/v1/me').catch(() => null);
    if (answer?.ok) return answer.json();
    await new Promise(done => setTimeout(done, AGAIN));
  }
}

function deviceName() {
  const agent = navigator.userAgent;
  const kind = /iPhone|iPad/.exec(agent)?.[0] ?? (/Android/.test(agent) ? 'Android' : /Mac/.test(agent) ? 'Mac' : /Windows/.test(agent) ? 'Windows' : 'Linux');
  const browser = /Firefox/.test(agent) ? 'Firefox' : /Edg/.test(agent) ? 'Edge' : /Chrom/.test(agent) ? 'Chrome' : 'Safari';
  return `${browser} on ${kind}`;
}
