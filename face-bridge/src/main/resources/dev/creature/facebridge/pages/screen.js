// A face that fills the screen, whatever draws it. Address: ?look=moss&emotion=joy (the latter only to look at one).
import {keepAwake} from './awake.js';
import {animate, looks} from './looks.js';
import {Frames} from './frames.js';
import {stillPaired, whoAmI} from './pairing.js';
import {Sight} from './sight.js';
import {swatches} from './swatches.js';

const $ = id => document.getElementById(id);

/** Shows it, with what face.html has around its canvas. make(canvas, look) gives what paints. */
export async function fillScreen(make) {
  const query = new URLSearchParams(location.search);
  const all = await looks();
  const chosen = [query.get('look'), localStorage.getItem('creature.look'), 'pip'].find(id => all[id]);
  const face = make($('face'), all[chosen]);
  swatches($('looks'), all, chosen, id => { face.look = all[id]; });
  darkRoom();
  $('full').onclick = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // A telephone's browser without full screen for pages.
  $('full').hidden = !document.fullscreenEnabled;
  hideWhenIdle();
  // For those who look from outside: tests, and the curious.
  window.creature = {face};
  if (query.get('emotion')) {
    face.show({...face.frame, emotion: query.get('emotion'), mouth: Number(query.get('mouth') || 0), speaking: query.has('mouth'), viseme: query.get('viseme') || 'aa', gaze: {x: Number(query.get('x') || 0), y: Number(query.get('y') || 0)}});
    animate(face);
    return;
  }
  const me = await whoAmI();
  if (me.peer === 'stranger') {
    say(me.problem || 'This screen is not paired. Scan the QR code that the creature shows.');
    animate(face);
    return;
  }
  const frames = new Frames(state => {
    document.body.dataset.link = state;
    if (state === 'lost') stillPaired().then(yes => {
      if (yes) return;
      frames.end();
      say('This screen is not paired any more. Scan the QR code that the creature shows.');
    });
  });
  window.creature.frames = frames;
  new Sight($('see'), gaze => frames.see(gaze));
  $('see').hidden = false;
  animate(face, () => {
    const frame = frames.due();
    if (frame && frame !== face.frame) face.show(frame);
  });
  keepAwake();
}

/** Says something instead of, or over, the face. */
export function say(words) {
  $('note').textContent = words;
  $('note').hidden = false;
}

function darkRoom() {
  const set = on => {
    document.body.classList.toggle('dimmed', on);
    $('dim').setAttribute('aria-pressed', on);
    localStorage.setItem('creature.dim', on ? '1' : '');
  };
  $('dim').onclick = () => set($('dim').getAttribute('aria-pressed') !== 'true');
  set(localStorage.getItem('creature.dim') === '1');
}

function hideWhenIdle() {
  const bar = $('bar');
  let hiding;
  const reveal = () => {
    bar.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => { if (!bar.contains(document.activeElement)) bar.hidden = true; }, 3500);
  };
  for (const kind of ['pointermove', 'pointerdown', 'keydown']) addEventListener(kind, reveal);
}
