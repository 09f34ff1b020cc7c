// The phone page: wires face, link and captions together.
import {Face} from './face.js';
import {animate, looks} from './looks.js';
import {Frames} from './frames.js';
import {Link} from './link.js';
import {ask, whoAmI} from './pairing.js';
import {swatches} from './swatches.js';
import {Sight} from './sight.js';
import {Captions} from './captions.js';
import {showPairing} from './pairing-dialog.js';
import {TaskPanel} from './task-panel.js';

const $ = id => document.getElementById(id);
const all = await looks();
const saved = localStorage.getItem('creature.look');
const look = all[saved] ? saved : 'pip';
const face = new Face($('face'), all[look]);
swatches($('looks'), all, look, id => { face.look = all[id]; });
animate(face, () => pull());
let pull = () => {};

const me = await whoAmI();
if (me.peer === 'stranger') {
  status('bad', 'Not paired');
  if (me.problem) $('stranger-words').textContent = 'The code was refused: ' + me.problem + '.';
  $('stranger').hidden = false;
  $('see').hidden = true;
  $('mic').disabled = $('mode').disabled = $('stop').disabled = true;
} else begin();

function status(state, words) {
  $('status').dataset.state = state;
  $('status').querySelector('b').textContent = words;
}

function begin() {
  const captions = new Captions($('captions'), $('hint'));
  const frames = new Frames();
  const tasks = new TaskPanel($('task'));
  let ready = false;
  const link = new Link({
    state(name) {
      ready = name === 'ready';
      if (name === 'connecting') status('wait', 'Connecting');
      else if (name === 'warming') status('wait', 'Waking up');
      else if (name === 'lost') status('bad', 'Connection lost, trying again');
      else if (name === 'no-microphone') { setMic(false); status('bad', 'The microphone is gone'); }
      else idle();
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
    if (!ready) return;
    status('good', link.muted ? 'Ready' : 'Listening');
  }

  function take(event) {
    switch (event.type) {
      case 'user.speech.started': status('hear', 'Hearing you'); break;
      case 'user.speech.ended': idle(); break;
      case 'turn.committed': status('hear', 'Thinking'); break;
      case 'reply.audio.started': status('good', 'Speaking'); break;
      case 'reply.audio.ended': case 'turn.returned': idle(); break;
      case 'session': $('say').hidden = !event.takesText; $('words').disabled = !event.takesText; if (!event.resumed) tasks.clear(); break;
      case 'intent': case 'task': tasks.take(event); break;
      case 'goodbye': status('bad', event.reason ? event.reason[0].toUpperCase() + event.reason.slice(1) : 'Goodbye'); break;
    }
  }

  // The microphone: open, or only while the button is held.
  let hold = localStorage.getItem('creature.hold') === '1';
  const mic = $('mic');
  function setMic(on) {
    link.muted = !on;
    mic.setAttribute('aria-pressed', on);
    mic.setAttribute('aria-label', hold ? 'Hold to talk' : on ? 'Mute' : 'Talk');
    if (!on) mic.style.setProperty('--level', 0);
    idle();
  }
  function setMode() {
    $('mode').querySelector('span').textContent = hold ? 'Hold to talk' : 'Open mic';
    $('mode').setAttribute('aria-label', hold ? 'Mode: hold to talk' : 'Mode: open microphone');
    setMic(false);
  }
  $('mode').onclick = () => { hold = !hold; localStorage.setItem('creature.hold', hold ? '1' : ''); setMode(); };
  setMode();
  async function talk(on) {
    try {
      if (on) {
        await link.microphone();
        navigator.wakeLock?.request('screen').catch(() => {});
      }
      setMic(on);
    } catch (error) {
      captions.note(error.name === 'NotAllowedError' ? 'The browser does not let this page use the microphone. Allow it beside the address.' : error.message);
    }
  }
  mic.addEventListener('click', () => { if (!hold) talk(link.muted); });
  mic.addEventListener('pointerdown', event => { if (hold) { mic.setPointerCapture(event.pointerId); talk(true); } });
  for (const kind of ['pointerup', 'pointercancel']) mic.addEventListener(kind, () => { if (hold) talk(false); });
  mic.addEventListener('keydown', event => { if (hold && event.key === ' ' && !event.repeat) { event.preventDefault(); talk(true); } });
  mic.addEventListener('keyup', event => { if (hold && event.key === ' ') { event.preventDefault(); talk(false); } });

  $('stop').onclick = async () => {
    link.cut();
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
  $('pair').hidden = me.peer !== 'loopback';
  $('pair').onclick = () => showPairing($('pairing'), $('qr'), $('pairing-words'), $('devices'));
}
