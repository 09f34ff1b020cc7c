// The task that matters now, on its ladder: the newest that is not over, or for a while the one that just ended.
import {NAMES, RUNGS, rungOf, wordsOf} from './ladder.js';

const SHOWN_AFTER_MS = 6000;

export class TaskPanel {
  constructor(panel) {
    this.panel = panel;
    this.rungs = panel.querySelector('ol');
    [this.words, this.note] = panel.querySelectorAll('p');
    this.deeds = new Map();
  }

  clear() {
    this.deeds.clear();
    this.panel.hidden = true;
  }

  take(event) {
    const deed = this.deeds.get(event.id) ?? {rung: -1};
    const {at, wrong, waits, over} = rungOf(event.state);
    deed.rung = Math.max(deed.rung, at);
    deed.words = wordsOf(event) || deed.words;
    if (event.type === 'task' && event.note) deed.note = event.note;
    if (!deed.over) Object.assign(deed, {wrong, waits, over});
    this.deeds.set(event.id, deed);
    this.show(this.foremost() ?? deed);
    clearTimeout(this.hiding);
    if (!this.foremost()) this.hiding = setTimeout(() => this.clear(), SHOWN_AFTER_MS);
  }

  /** A question was just heard: what is understood and not begun waits for the answer. */
  asked() {
    const deed = this.foremost();
    if (deed?.rung !== RUNGS.indexOf('committed')) return;
    deed.waits = true;
    this.show(deed);
  }

  foremost() { return [...this.deeds.values()].findLast(deed => !deed.over); }

  show(deed) {
    this.rungs.replaceChildren(...RUNGS.map((rung, i) => {
      const item = document.createElement('li');
      const last = deed.wrong && i === RUNGS.length - 1, here = i === deed.rung;
      item.textContent = last ? deed.wrong : deed.waits && here ? 'Say yes or no' : NAMES[rung];
      item.className = last ? 'bad' : i > deed.rung ? '' : !here || deed.wrong ? 'past' : deed.waits ? 'wait' : 'now';
      return item;
    }));
    this.words.textContent = deed.words || deed.note || '';
    this.note.textContent = deed.words && deed.note || '';
    this.note.hidden = !this.note.textContent;
    this.panel.hidden = false;
  }
}
