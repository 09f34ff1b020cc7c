// Intents and their tasks, newest first: the rung of each, and the latest note of its body.
import {NAMES, RUNGS, rungOf, wordsOf} from './ladder.js';

const MOST = 7;

export class Deeds {
  constructor(list) {
    this.list = list;
    this.all = new Map();
  }

  clear() { this.all.clear(); }

  take(event) {
    const deed = this.all.get(event.id) ?? {rung: -1};
    const {at, wrong, waits} = rungOf(event.state);
    deed.words = wordsOf(event) || deed.words;
    if (event.type === 'task') deed.note = event.note || deed.note;
    // Intent and task tell of the same deed, in no order: a rung that was reached stays.
    deed.rung = Math.max(deed.rung, at);
    if (wrong || !deed.wrong) Object.assign(deed, {state: event.state, wrong, waits});
    this.all.set(event.id, deed);
    if (this.all.size > 200) this.all.delete(this.all.keys().next().value);
    this.show();
  }

  show() {
    this.list.replaceChildren(...[...this.all].slice(-MOST).reverse().map(([id, deed]) => row(id, deed)));
  }
}

function row(id, deed) {
  const item = document.createElement('li');
  item.className = deed.wrong === 'Taken back' ? 'taken' : deed.wrong ? 'bad' : deed.waits ? 'wait' : '';
  const head = line(deed.words || deed.note || id);
  head.append(Object.assign(document.createElement('b'), {textContent: deed.waits ? 'Awaits a yes' : deed.wrong ?? NAMES[RUNGS[deed.rung]] ?? deed.state}));
  const rungs = document.createElement('div');
  rungs.className = 'rungs';
  RUNGS.forEach((_, i) => {
    const bar = document.createElement('i');
    bar.className = i <= deed.rung ? (deed.waits && i === deed.rung ? 'wait' : 'past') : deed.wrong && i === RUNGS.length - 1 ? 'bad' : '';
    rungs.append(bar);
  });
  item.append(head, rungs);
  if (deed.note && deed.words) item.append(Object.assign(line(deed.note), {className: 'note'}));
  return item;
}

function line(words) {
  const line = document.createElement('p');
  line.append(Object.assign(document.createElement('span'), {textContent: words}));
  return line;
}
