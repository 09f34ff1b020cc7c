// A face, full screen. Address: /face?look=moss&emotion=joy (the latter only to look at one).
import {Face, animate, looks} from './face.js';
import {Frames} from './frames.js';
import {whoAmI} from './pairing.js';
import {swatches} from './swatches.js';

const query = new URLSearchParams(location.search);
const all = await looks();
const canvas = document.getElementById('face');
const chosen = () => all[query.get('look')] ? query.get('look') : all[localStorage.getItem('creature.look')] ? localStorage.getItem('creature.look') : 'pip';
const face = new Face(canvas, all[chosen()]);
const bar = document.getElementById('bar');
const note = document.getElementById('note');

swatches(document.getElementById('looks'), all, chosen(), id => { face.look = all[id]; });

const dim = document.getElementById('dim');
const setDim = on => {
  document.body.classList.toggle('dimmed', on);
  dim.setAttribute('aria-pressed', on);
  localStorage.setItem('creature.dim', on ? '1' : '');
};
dim.onclick = () => setDim(dim.getAttribute('aria-pressed') !== 'true');
setDim(localStorage.getItem('creature.dim') === '1');
document.getElementById('full').onclick = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();

let hiding;
const reveal = () => {
  bar.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { if (!bar.contains(document.activeElement)) bar.hidden = true; }, 3500);
};
for (const kind of ['pointermove', 'pointerdown', 'keydown']) addEventListener(kind, reveal);

if (query.get('emotion')) {
  face.show({...face.frame, emotion: query.get('emotion'), mouth: Number(query.get('mouth') || 0), speaking: query.has('mouth'), viseme: query.get('viseme') || 'aa'});
  animate(face);
} else {
  const me = await whoAmI();
  if (me.peer === 'stranger') {
    note.textContent = me.problem || 'This screen is not paired. Scan the QR code that the creature shows.';
    note.hidden = false;
    animate(face);
  } else {
    const frames = new Frames(state => { document.body.dataset.link = state; });
    animate(face, () => {
      const frame = frames.due();
      if (frame && frame !== face.frame) face.show(frame);
    });
    navigator.wakeLock?.request('screen').catch(() => {});
  }
}
