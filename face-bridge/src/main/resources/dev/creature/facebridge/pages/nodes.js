// The creature's nodes: which one to go to when the one that was there is gone.
const KEY = 'creature.rooms';

/** How long one node may take to answer before the next is tried. */
const PATIENCE = 1500;

const here = location.origin;
let all = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? [{url: here, free: 1}];
let current = here;
/** Nodes that did not answer since one did. */
const tried = new Set();

/** The address of a node as this page may use it: a page of plain HTTP stays on its machine. */
const usable = node => location.protocol === 'https:' ? node.url : node.localUrl;

/** Learns the list that the creature sends. */
export function learn(nodes) {
  const next = nodes.filter(node => !node.draining).map(node => ({url: usable(node), free: node.free ?? 1})).filter(node => node.url);
  if (!next.length) return;
  all = next;
  sessionStorage.setItem(KEY, JSON.stringify(all));
}

/** Asks the node that served the page, for pages without an audio link. */
export async function askNodes(ask) {
  const answer = await ask('/v1/nodes').catch(() => null);
  if (answer?.ok) learn((await answer.json()).nodes);
}

/** Where the creature is now. */
export const origin = () => current;

/** The same for sockets, such as `wss://192.168.1.20:8443`. */
export const socketOrigin = () => current.replace(/^http/, 'ws');

/**
 * Another node, since this one did not answer; the same one where there is no other. One with much
 * room is likelier, so that those who lose a node at once do not all go to the same.
 */
export function move(from) {
  if (from !== socketOrigin()) return;
  tried.add(current);
  const others = all.filter(node => node.url !== current);
  let fresh = others.filter(node => !tried.has(node.url));
  if (!fresh.length) {
    tried.clear();
    fresh = others;
  }
  let dice = Math.random() * fresh.reduce((sum, node) => sum + weight(node), 0);
  for (const node of fresh) {
    current = node.url;
    dice -= weight(node);
    if (dice < 0) break;
  }
}

const weight = node => node.free + 0.05;

/** The node answered. */
export const reached = () => tried.clear();

/** How many nodes there are to try before waiting. */
export const count = () => all.length;

/** Closes a socket that does not open in time: a machine without power does not refuse. */
export function impatient(socket) {
  const timer = setTimeout(() => { if (socket.readyState === WebSocket.CONNECTING) socket.close(); }, PATIENCE);
  socket.addEventListener('open', () => clearTimeout(timer));
  socket.addEventListener('close', () => clearTimeout(timer));
  return socket;
}
