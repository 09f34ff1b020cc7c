// What goes on inside: everything shown is an event that was measured, nothing is made up here.
import {Face} from './face.js';
import {animate, looks} from './looks.js';
import {Frames} from './frames.js';
import {ask, socketUrl, stillPaired, whoAmI} from './pairing.js';
import {World} from './world.js';
import {joined} from './captions.js';
import {Deeds} from './deeds.js';

const $ = id => document.getElementById(id);
const all = await looks();
const face = new Face($('face'), all[localStorage.getItem('creature.look')] ?? all.pip);
const turns = new Map();
const deeds = new Deeds($('tasks'));
const guesses = new Map();
const links = new Map();
const speech = new Map();
const trace = [];
let traced = 0;
const delays = [];
let frames, world;

animate(face, () => {
  const frame = frames?.due();
  if (frame && frame !== face.frame) face.show(frame);
});
const me = await whoAmI();
const UNPAIRED = 'Not paired: scan the QR code that the creature shows.';
if (me.peer === 'stranger') turnAway();
else {
  frames = new Frames();
  watch(400);
  refresh();
  setInterval(refresh, 3000);
  setInterval(drawAffect, 500);
}

/** Nothing is known here of what a stranger could see. */
function turnAway() {
  $('state').textContent = UNPAIRED;
  document.querySelector('main').hidden = true;
}

function watch(wait) {
  const socket = new WebSocket(socketUrl('/v1/events'));
  socket.onopen = () => {
    wait = 400;
    for (const known of [turns, deeds, links, speech, guesses]) known.clear();
    trace.length = delays.length = 0;
    $('events').replaceChildren();
  };
  socket.onmessage = message => take(JSON.parse(message.data));
  socket.onclose = async () => {
    if (!await stillPaired()) {
      frames.end();
      turnAway();
      return;
    }
    $('state').textContent = 'Connection lost, trying again';
    setTimeout(() => watch(Math.min(wait * 1.7, 5000)), wait);
  };
}

async function refresh() {
  const answer = await ask('/v1/status').catch(() => null);
  if (!answer?.ok) return;
  const status = await answer.json();
  $('state').textContent = status.ready ? 'Awake' : status.detail;
  const sorted = [...delays].sort((a, b) => a - b);
  const at = part => sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] : null;
  const figures = [['median to first sound', at(0.5), 'ms'], ['95th percentile', at(0.95), 'ms'], ['turns', turns.size, ''], ['faces', status.faces, ''], ['sockets', status.sockets, '']];
  $('figures').replaceChildren(...figures.map(([name, value, unit]) => {
    const row = document.createElement('div');
    row.append(make('dt', name), make('dd', value ?? '–', value == null ? '' : unit));
    return row;
  }));
}

function make(tag, text, unit = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (unit) element.append(Object.assign(document.createElement('small'), {textContent: unit}));
  return element;
}

function turn(event) {
  const key = event.conversation + '/' + event.turn;
  if (!turns.has(key)) {
    // Typed words have no speech before them; the last one was another turn's.
    const last = speech.get(event.conversation);
    turns.set(key, last?.used ? {} : {...last});
    if (turns.size > 200) turns.delete(turns.keys().next().value);
  }
  return turns.get(key);
}

function take(event) {
  if (event.type === 'world') {
    world ??= new World($('body'), $('doing'));
    world.take(event);
    return;
  }
  log(event);
  const c = event.conversation;
  switch (event.type) {
    case 'user.speech.started': {
      const last = speech.get(c);
      if (!last?.open) speech.set(c, {open: true, from: event.t});
      break;
    }
    case 'user.speech.ended': if (speech.get(c)) speech.get(c).to = event.t; break;
    case 'user.final': turn(event).said = event.text; break;
    case 'turn.committed': turn(event).committed = event.t; if (speech.get(c)) Object.assign(speech.get(c), {open: false, used: true}); break;
    case 'reply.token': {
      const t = turn(event);
      t.word ??= event.t;
      t.reply = joined(t.reply ?? '', event.text);
      break;
    }
    case 'reply.audio.started': {
      const t = turn(event);
      t.sound = event.t;
      if (t.to != null) t.delay = t.sound - t.to;
      if (t.delay != null) delays.push(t.delay);
      break;
    }
    case 'reply.audio.ended': Object.assign(turn(event), {end: event.t, interrupted: event.interrupted}); break;
    case 'turn.returned': takenBack(c + '/' + event.turn); break;
    case 'affect': if (!c) { trace.push(event); traced = performance.now(); $('emotion').textContent = event.emotion; } return;
    // What was prepared in a pause, and whether it was the answer.
    case 'speculation.started': guesses.set(c + '/' + event.hypothesis, event.t); break;
    case 'speculation.used': turn(event).ahead = guesses.get(c + '/' + event.hypothesis) ?? event.t; guesses.delete(c + '/' + event.hypothesis); break;
    case 'speculation.dropped': guesses.delete(c + '/' + event.hypothesis); break;
    case 'intent': case 'task': deeds.take(event); return;
    case 'link.opened': links.set(c, 'connected'); showLinks(); return;
    case 'link.lost': links.set(c, 'away'); showLinks(); return;
    case 'link.ended': links.delete(c); showLinks(); return;
  }
  if (event.turn) showTurns();
}

/** A turn that was taken too early does not count, nor does its delay. */
function takenBack(key) {
  const at = delays.indexOf(turns.get(key)?.delay);
  if (at >= 0) delays.splice(at, 1);
  turns.delete(key);
}

let drawing;
function showTurns() {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => $('turns').replaceChildren(...[...turns.values()].slice(-8).reverse().map(row)));
}

function row(t) {
  const item = document.createElement('li');
  item.className = 'turn';
  const said = document.createElement('div');
  said.className = 'said';
  said.append(make('p', t.said ?? '…'), make('p', t.reply?.trim() ?? ''));
  const bar = document.createElement('div');
  bar.className = 'bar';
  const begin = t.from ?? t.committed ?? 0;
  const marks = [[begin, 'speak'], [t.to, 'ear'], [t.committed, 'brain'], [t.word, 'mouth'], [t.sound, t.interrupted ? 'cut' : 'reply'], [t.end ?? t.sound]].filter(([at]) => at != null);
  const span = Math.max(1, marks.at(-1)[0] - begin);
  if (t.ahead != null && t.sound != null && t.ahead < t.sound) {
    const ahead = document.createElement('i');
    ahead.className = 'b-ahead';
    ahead.style.left = 100 * Math.max(0, t.ahead - begin) / span + '%';
    ahead.style.width = 100 * (t.sound - Math.max(begin, t.ahead)) / span + '%';
    ahead.title = `prepared ahead, from ${Math.round(t.sound - t.ahead)} ms before the first sound`;
    bar.append(ahead);
  }
  for (let i = 0; i + 1 < marks.length; i++) {
    const part = document.createElement('i');
    part.className = 'b-' + marks[i][1];
    const from = Math.max(0, marks[i][0] - begin), to = Math.max(from, marks[i + 1][0] - begin);
    part.style.left = 100 * from / span + '%';
    part.style.width = 100 * (to - from) / span + '%';
    part.title = `${marks[i][1]}: ${Math.round(to - from)} ms`;
    bar.append(part);
  }
  const delay = document.createElement('output');
  if (t.sound != null && t.to != null) {
    delay.append(`${t.sound - t.to} ms`);
    delay.append(Object.assign(document.createElement('small'), {textContent: `ear ${Math.max(0, (t.committed ?? t.to) - t.to)} + ${t.sound - (t.committed ?? t.to)}`}));
  } else if (t.sound != null && t.committed != null) {
    delay.append(`${t.sound - t.committed} ms`);
    delay.append(Object.assign(document.createElement('small'), {textContent: 'typed'}));
  }
  item.append(said, bar, delay);
  return item;
}

function showLinks() {
  $('links').replaceChildren(...(links.size ? [...links].map(([id, state]) => pair(id, state)) : [Object.assign(make('li', 'Nobody is connected.'), {className: 'none'})]));
}

function pair(left, right) {
  const item = document.createElement('li');
  item.append(make('span', left), make('b', right));
  return item;
}

function log(event) {
  if (event.type === 'affect' && event.conversation) return;
  const {t, type, conversation, ...rest} = event;
  const line = document.createElement('div');
  line.append(make('span', (t / 1000).toFixed(2)), make('span', conversation ?? ''), make('span', type), make('span', Object.entries(rest).map(([k, v]) => `${k} ${typeof v === 'object' ? JSON.stringify(v) : v}`).join('   ')));
  $('events').prepend(line);
  while ($('events').children.length > 200) $('events').lastElementChild.remove();
}

function drawAffect() {
  const canvas = $('affect');
  const scale = devicePixelRatio || 1, w = canvas.clientWidth, h = canvas.clientHeight;
  canvas.width = w * scale;
  canvas.height = h * scale;
  const c = canvas.getContext('2d');
  c.scale(scale, scale);
  const style = getComputedStyle(document.documentElement);
  const now = (trace.at(-1)?.t ?? 0) + performance.now() - traced, SPAN = 120000;
  while (trace.length > 2 && trace[1].t < now - SPAN) trace.shift();
  const y = v => h / 2 - v * (h / 2 - 10);
  c.strokeStyle = style.getPropertyValue('--line');
  c.beginPath();
  c.moveTo(0, y(0));
  c.lineTo(w, y(0));
  c.stroke();
  for (const [key, colour] of [['valence', '--reply'], ['arousal', '--mouth']]) {
    c.strokeStyle = style.getPropertyValue(colour);
    c.lineWidth = 2.5;
    c.lineJoin = 'round';
    c.beginPath();
    trace.forEach((p, i) => c[i ? 'lineTo' : 'moveTo'](w - (now - p.t) / SPAN * w, y(p[key])));
    if (trace.length) c.lineTo(w, y(trace.at(-1)[key]));
    c.stroke();
  }
}
