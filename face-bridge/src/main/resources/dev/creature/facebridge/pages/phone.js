// The phone page: wires face, link and captions together.
import {Face} from './face.js';
import {animate, looks} from './looks.js';
import {Frames} from './frames.js';
import {Link} from './link.js';
import {Microphone} from './microphone.js';
import {ask, stillPaired, whoAmI} from './pairing.js';
import {swatches} from './swatches.js';
import {Sight} from './sight.js';
import {Captions} from './captions.js';
import {showPairing} from './pairing-dialog.js';
import {TaskPanel} from './task-panel.js';

const UNREADY = {connecting: ['wait', 'Connecting'], warming: ['wait', 'Waking up'], lost: ['bad', 'Reconnecting']};
const GOODBYE_AFTER = 1000;
const $ = id => document.getElementById(id);
const all = await looks();
const saved = localStorage.getItem('creature.look');
const look = all[saved] ? saved : 'pip';
const face = new Face($('face'), all[look]);
swatches($('looks'), all, look, id => { face.look = all[id]; });
animate(face, () => pull());
let pull = () => {};

const me = await whoAmI();
if (me.peer === 'stranger') turnAway(me.problem && me.problem[0].toUpperCase() + me.problem.slice(1) + '.', me.problem && 'The code was refused');
else begin();

/** Nothing here works for a device that is not paired. */
function turnAway(why, title) {
  status('bad', 'Not paired');
  if (title) $('stranger-title').textContent = title;
  if (why) $('stranger-words').textContent = why;
  $('stranger').hidden = false;
  $('see').hidden = $('pair').hidden = $('task').hidden = $('held').hidden = true;
  document.body.classList.add('strange');
  $('meet').onsubmit = event => {
    event.preventDefault();
    location.hash = 'pair=' + $('code').value.trim().replace(/^.*pair=/, '');
    location.reload();
  };
}

function status(state, words) {
  $('status').dataset.state = state;
  $('status').querySelector('b').textContent = words;
}

function begin() {
  const captions = new Captions($('captions'), $('hint'));
  const frames = new Frames();
  const tasks = new TaskPanel($('task'));
  let state = 'connecting';
  const link = new Link({
    state(name) {
      if (name === 'no-microphone') {
        microphone.set(false);
        status('bad', 'The microphone is gone');
        return;
      }
      // What it said for a goodbye stays until it is back.
      if (state !== 'gone' || name === 'warming' || name === 'ready') state = name;
      idle();
      if (name === 'warming') wakingUp();
      if (name === 'lost') stillPaired().then(yes => { if (!yes) revoked(); });
    },
    event(event) {
      captions.take(event);
      take(event);
    },
    level(level) { $('mic').style.setProperty('--level', Math.min(1, level * 2.2).toFixed(2)); },
  });
  pull = () => {
    const frame = frames.due(link.clock);
    if (frame && frame !== face.frame) face.show(frame);
  };
  // For those who look from outside: tests, and the curious.
  window.creature = {link, frames, face};

  function idle() {
    if (state === 'ready') status('good', link.muted ? 'Ready' : 'Listening');
    else if (state !== 'gone') status(...UNREADY[state]);
  }

  /** Says what it is waiting for, as long as it is. */
  async function wakingUp() {
    const me = await ask('/v1/me').then(answer => answer.json()).catch(() => null);
    if (state !== 'warming') return;
    if (me?.detail) captions.welcome('Waking up', me.detail[0].toUpperCase() + me.detail.slice(1) + '.');
    setTimeout(wakingUp, 1000);
  }

  function revoked() {
    link.end();
    frames.end();
    $('settings').close();
    turnAway('', 'Not paired any more');
  }

  function take(event) {
    switch (event.type) {
      case 'user.speech.started': status('hear', 'Hearing you'); break;
      case 'user.speech.ended': idle(); break;
      case 'turn.committed': status('hear', 'Thinking'); break;
      case 'reply.audio.started': status('good', 'Speaking'); break;
      case 'reply.audio.ended':
        if (event.heard.trim().endsWith('?')) tasks.asked();
        idle();
        break;
      case 'turn.returned': idle(); break;
      case 'session': $('say').hidden = !event.takesText; $('words').disabled = !event.takesText; if (!event.resumed) tasks.clear(); break;
      case 'intent': case 'task': tasks.take(event); break;
      case 'goodbye':
        state = 'gone';
        status('bad', 'Away');
        // Whoever is only sent to another node is there at once.
        setTimeout(() => { if (state === 'gone' && event.reason) captions.note(event.reason[0].toUpperCase() + event.reason.slice(1) + '.'); }, GOODBYE_AFTER);
        break;
    }
  }

  const microphone = new Microphone($('mic'), $('mode'), link, {
    changed: () => idle(),
    asking: () => status('wait', 'Allow the microphone'),
    trouble: words => captions.note(words),
  });

  $('stop').onclick = async () => {
    link.hush();
    const answer = await ask('/v1/stop', {method: 'POST'}).catch(() => null);
    $('held').hidden = !answer?.ok;
    if (!answer?.ok) captions.note(answer?.status === 503 ? 'Quiet. There is no body that could move.' : 'The stop did not get through!');
  };
  $('release').onclick = async () => {
    const answer = await ask('/v1/release', {method: 'POST'}).catch(() => null);
    $('held').hidden = !!answer?.ok;
    if (!answer?.ok) captions.note('That did not get through: it still does not move.');
    $('stop').focus();
  };
  addEventListener('keydown', event => { if (event.key === 'Escape' && !document.querySelector('dialog[open]')) $('stop').click(); });

  $('say').onsubmit = event => {
    event.preventDefault();
    const words = $('words').value.trim();
    // The answer may sound: this is the touch that lets it. Where it may not, it can still be read.
    link.sound().catch(() => {});
    if (words && !link.say(words)) {
      captions.note('Not connected just now: your words are still in the field.');
      return;
    }
    $('words').value = '';
  };
  $('volume').value = localStorage.getItem('creature.volume') ?? 1;
  link.setVolume(Number($('volume').value));
  $('volume').oninput = () => { link.setVolume(Number($('volume').value)); localStorage.setItem('creature.volume', $('volume').value); };
  new Sight($('see'), gaze => frames.see(gaze, link.clock.conversation));
  $('more').onclick = () => $('settings').showModal();
  $('pair').hidden = false;
  // A phone needs no other.
  $('invite').hidden = me.peer !== 'loopback';
  $('pair').onclick = $('invite').onclick = () => showPairing($('pairing'), me.device);
}
