// What both sides say, as it is said: guesses are pale, what nobody heard is struck out.
export class Captions {
  constructor(box, hint) {
    this.box = box;
    this.hint = hint;
    this.replies = new Map();
    this.user = null;
  }

  take(event) {
    switch (event.type) {
      case 'user.partial': this.partial(event); break;
      case 'user.final': this.said(event.text); break;
      case 'reply.token': this.token(event); break;
      case 'reply.audio.started': this.reply(event.turn).started = true; break;
      case 'reply.audio.ended': this.ended(event); break;
      case 'turn.returned': this.drop(event.turn); break;
      case 'trouble': this.note(event.message); break;
      case 'error': this.note(event.message); break;
      case 'session': if (!event.resumed) { this.replies.clear(); this.user = null; } break;
    }
  }

  note(text) {
    this.line('note').textContent = text;
    this.down();
  }

  partial(event) {
    this.user ??= this.person('you', 'You');
    const sure = document.createTextNode(event.text.slice(0, event.stable));
    const guess = document.createElement('span');
    guess.className = 'guess';
    guess.textContent = event.text.slice(event.stable);
    this.user.replaceChildren(sure, guess);
    this.down();
  }

  said(text) {
    this.user ??= this.person('you', 'You');
    this.user.textContent = text;
    this.user = null;
    this.down();
  }

  reply(turn) {
    if (!this.replies.has(turn)) {
      if (this.replies.size > 40) this.replies.delete(this.replies.keys().next().value);
      this.replies.set(turn, {text: '', body: this.person('it', 'Creature')});
    }
    return this.replies.get(turn);
  }

  token(event) {
    const reply = this.reply(event.turn);
    if (reply.over) return;
    reply.text += event.text;
    reply.body.textContent = reply.text.trim();
    this.down();
  }

  ended(event) {
    const reply = this.reply(event.turn);
    reply.over = true;
    if (!event.interrupted) return;
    const whole = reply.text.trim();
    const cut = heardLength(whole, event.heard);
    const lost = document.createElement('s');
    lost.textContent = whole.slice(cut);
    reply.body.replaceChildren(whole.slice(0, cut), lost);
  }

  drop(turn) {
    this.replies.get(turn)?.body.parentElement.remove();
    this.replies.delete(turn);
  }

  person(kind, name) {
    const line = this.line(kind);
    const who = document.createElement('small');
    who.textContent = name;
    if (kind === 'you') who.className = 'unseen';
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
