// Shows the QR code for another device, and the devices that are paired.
import {ask} from './pairing.js';

/** How often the devices are looked at while this is open: a phone that came is to be seen at once. */
const LOOK = 1500;

/** own: the id of this device, where it is a paired one. */
export async function showPairing(dialog, own) {
  const part = id => dialog.querySelector('#' + id);
  const words = part('pairing-words'), usual = words.dataset.usual ??= words.textContent;
  words.textContent = usual;
  dialog.showModal();
  const mine = dialog.shown = (dialog.shown ?? 0) + 1;
  let known = null, renew = 0;
  while (dialog.open && dialog.shown === mine) {
    const now = performance.now();
    const devices = await ask('/v1/devices').then(answer => answer.json()).then(body => body.devices).catch(() => null);
    if (devices && JSON.stringify(devices) !== JSON.stringify(known)) {
      const come = known && devices.filter(device => !known.some(other => other.id === device.id));
      list(part('devices'), devices, own);
      known = devices;
      if (come?.length) {
        words.textContent = come.at(-1).name + ' is paired. This code is for the next one.';
        renew = 0;
      }
    }
    if (now >= renew) renew = now + await code(part('qr'), part('copy'), words);
    await new Promise(done => setTimeout(done, LOOK));
  }
}

/** Shows a new code; answers after how many ms the next one is needed. */
async function code(box, copy, words) {
  const answer = await ask('/v1/pairing-codes', {method: 'POST'}).catch(() => null);
  const code = await answer?.json();
  if (!answer?.ok) {
    words.textContent = code ? code.detail[0].toUpperCase() + code.detail.slice(1) + '.' : 'The creature cannot be reached.';
    box.replaceChildren();
    copy.disabled = true;
    return 5000;
  }
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${code.side} ${code.side}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'QR code: ' + code.url);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', code.path);
  svg.append(path);
  box.replaceChildren(svg);
  copy.disabled = !navigator.clipboard;
  copy.textContent = 'Copy the address';
  copy.onclick = () => navigator.clipboard.writeText(code.url).then(() => { copy.textContent = 'Copied'; }, () => { words.textContent = code.url; });
  return code.expiresInSeconds * 900;
}

function list(box, all, own) {
  box.replaceChildren(...all.map(device => {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = device.name;
    const since = document.createElement('small');
    since.textContent = (device.id === own ? 'this device, ' : '') + 'since ' + new Date(device.pairedAt).toLocaleString([], {dateStyle: 'medium', timeStyle: 'short'});
    name.append(since);
    const revoke = document.createElement('button');
    revoke.className = 'pill';
    revoke.textContent = 'Revoke';
    revoke.setAttribute('aria-label', 'Revoke ' + device.name);
    revoke.onclick = async () => {
      revoke.disabled = true;
      const answer = await ask('/v1/devices/' + device.id, {method: 'DELETE'}).catch(() => null);
      if (answer?.ok || answer?.status === 404) item.remove();
      else revoke.disabled = false;
    };
    item.append(name, revoke);
    return item;
  }));
  if (!all.length) box.append(Object.assign(document.createElement('li'), {className: 'none', textContent: 'None yet'}));
}
