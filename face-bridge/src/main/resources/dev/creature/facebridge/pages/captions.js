// What both sides say, as it is said: guesses are pale, what nobody heard is struck out, and what was
// said too early and taken back is gone.
export class Captions {
  constructor(box, hint) {
    this.box = box;
    this.hint = hint;
    // A panel or a keyboard that comes must not hide what was said last.
    new ResizeObserver(() => this.down()).observe(box);
    this.forget();
  }

  forget() {
    this.replies = new Map();
    this.returned = new Set();
    this.user = null;
    this.before = '';
    this.last = null;
  }

  take(event) {
    switch (event.type) {
      case 'user.partial': this.partial(event); break;
      case 'user.final': this.returned.delete(event.turn); this.said(event.text, event.turn); break;
      case 'reply.token': this.token(event); break;
      case 'reply.audio.ended': this.ended(event); break;
      case 'turn.returned': this.giveBack(event.turn); break;
      case 'backchannel': this.nod(event.text); break;
      case 'trouble': this.note(event.message); break;
      case 'error': this.note(event.message); break;
      case 'session': if (!event.resumed) this.forget(); break;
    }
  }

  /** What stands here before anything is said. */
  welcome(title, text) {
    this.hint?.querySelector('strong').replaceChildren(title);
    this.hint?.querySelector('span').replaceChildren(text);
  }

  note(text) {
    // The same thing said twice in a row is said once.
    const last = this.box.lastElementChild;
    if (!last?.classList.contains('note') || last.textContent !== text) this.line('note').textContent = text;
    this.down();
  }

  partial(event) {
    this.user ??= this.person('you', 'You');
    const kept = this.kept(event.text);
    const sure = document.createTextNode(kept + event.text.slice(0, event.stable));
    const guess = document.createElement('span');
    guess.className = 'guess';
    guess.textContent = event.text.slice(event.stable);
    this.user.replaceChildren(sure, guess);
    this.down();
  }

  said(text, turn) {
    this.user ??= this.person('you', 'You');
    this.user.textContent = this.kept(text) + text;
    this.last = {turn, body: this.user};
    this.user = null;
    this.before = '';
    this.down();
  }

  /** Words of a turn that goes on, where they are not among the new ones. */
  kept(text) {
    const plain = words => words.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').split(' ').slice(0, 2).join(' ');
    return this.before && plain(text) !== plain(this.before) ? this.before.replace(/[.?!]$/, '') + ' ' : '';
  }

  reply(turn) {
    if (!this.replies.has(turn)) {
      if (this.replies.size > 40) this.replies.delete(this.replies.keys().next().value);
      this.replies.set(turn, {text: '', body: this.person('it', 'Creature')});
    }
    return this.replies.get(turn);
  }

  token(event) {
    if (this.returned.has(event.turn)) return;
    const reply = this.reply(event.turn);
    if (reply.over) return;
    reply.text = joined(reply.text, event.text);
    reply.body.textContent = reply.text.trim();
    this.down();
  }

  ended(event) {
    const reply = this.replies.get(event.turn);
    if (!reply) return;
    reply.over = true;
    const whole = reply.text.trim();
    if (!event.interrupted) {
      // What was thought last may have been said first.
      if (whole !== event.heard && sameWords(whole, event.heard)) reply.body.textContent = event.heard;
      return;
    }
    const cut = heardLength(whole, event.heard);
    const lost = document.createElement('s');
    lost.textContent = whole.slice(cut);
    reply.body.replaceChildren(whole.slice(0, cut), lost);
  }

  /** The creature began too early: its words go, and the user's line goes on. */
  giveBack(turn) {
    this.returned.add(turn);
    this.replies.get(turn)?.body.parentElement.remove();
    this.replies.delete(turn);
    if (this.last?.turn !== turn) return;
    if (this.user && this.user !== this.last.body) {
      this.last.body.parentElement.remove();
    } else this.user = this.last.body;
    this.before = this.last.body.textContent;
    this.last = null;
  }

  /** A soft word that shows it listens; several in a row stand on one line. */
  nod(text) {
    if (!text) return;
    const last = this.box.lastElementChild;
    if (last?.classList.contains('nod')) last.textContent += ' ' + text;
    else this.line('nod').textContent = text;
    this.down();
  }

  person(kind, name) {
    const line = this.line(kind);
    const who = document.createElement('small');
    who.textContent = name;
    // Who goes on is not named again to the eye.
    if (kind === 'you' || line.previousElementSibling?.matches('.line.' + kind)) who.className = 'unseen';
    const body = document.createElement('span');
    line.append(who, body);
    return body;
  }

  line(kind) {
    this.hint?.remove();
    this.hint = null;
    const line = document.createElement('p');
    line.className = 'line ' + kind;
    this.box.append(line);
    while (this.box.children.length > 60) this.box.firstElementChild.remove();
    return line;
  }

  down() { this.box.scrollTop = this.box.scrollHeight; }
}

/** What is being said, with more of it: a sentence may come without the blank before it. */
export const joined = (text, more) => text + (/[.!?,]$/.test(text) && /^[\p{L}\p{N}]/u.test(more) ? ' ' : '') + more;

const sameWords = (a, b) => wordsIn(a).sort().join(' ') === wordsIn(b).sort().join(' ');

const wordsIn = text => text.split(/\s+/).filter(Boolean);

/** How many letters of the whole were heard: as many words as are in what was heard. */
export function heardLength(whole, heard) {
  const words = heard.trim() ? heard.trim().split(/\s+/).length : 0;
  const each = /\S+\s*/g;
  let end = 0;
  for (let i = 0; i < words; i++) {
    const match = each.exec(whole);
    if (!match) return whole.length;
    end = match.index + match[0].length;
  }
  return end;
}
