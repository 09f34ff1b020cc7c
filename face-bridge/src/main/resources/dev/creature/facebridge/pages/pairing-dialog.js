// Shows the QR code for another device, and the devices that are paired.
import {ask} from './pairing.js';

export async function showPairing(dialog, box, words, list) {
  dialog.showModal();
  const answer = await ask('/v1/pairing-codes', {method: 'POST'});
  const code = await answer.json();
  if (answer.ok) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${code.side} ${code.side}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', 'QR code: ' + code.url);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', code.path);
    svg.append(path);
    box.replaceChildren(svg);
  } else {
    words.textContent = code.detail;
    box.replaceChildren();
  }
  await devices(list);
}

async function devices(list) {
  const {devices: all} = await (await ask('/v1/devices')).json();
  list.replaceChildren(...all.map(device => {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = device.name;
    const since = document.createElement('small');
    since.textContent = 'since ' + new Date(device.pairedAt).toLocaleDateString();
    name.append(since);
    const revoke = document.createElement('button');
    revoke.className = 'pill';
    revoke.textContent = 'Revoke';
    revoke.setAttribute('aria-label', 'Revoke ' + device.name);
    revoke.onclick = async () => { await ask('/v1/devices/' + device.id, {method: 'DELETE'}); devices(list); };
    item.append(name, revoke);
    return item;
  }));
  if (!all.length) {
    const none = document.createElement('li');
    none.className = 'none';
    none.textContent = 'None yet';
    list.append(none);
  }
}
