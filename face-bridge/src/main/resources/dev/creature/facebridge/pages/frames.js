// Face frames from the creature: connects, reconnects, and gives the frame that is due.
import {askNodes, count, impatient, move, reached, socketOrigin} from './nodes.js';
import {ask, socketUrl} from './pairing.js';

/** A frame stands for the 40 ms around its time, and lips take a moment to get there: it begins so much earlier. */
const LEAD = 22;
/** A face that nobody leads for so long falls asleep. */
const DOZES_AFTER = 8000;

export class Frames {
  /** onState is told 'open' or 'lost'. */
  constructor(onState = () => {}) {
    this.onState = onState;
    this.waiting = [];
    this.latest = null;
    this.wait = 300;
    this.connect();
    askNodes(ask);
    setInterval(() => askNodes(ask), 15000);
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.hurry(); });
  }

  connect() {
    const node = socketOrigin();
    this.socket = impatient(new WebSocket(socketUrl('/v1/face')));
    this.socket.onopen = () => {
      this.wait = 300;
      this.tries = 0;
      clearTimeout(this.dozing);
      this.dozing = null;
      this.onState('open');
    };
    this.socket.onmessage = message => {
      reached();
      const frame = JSON.parse(message.data);
      if (frame.v !== 1) return;
      // The first sound of a reply, and a cut, are known late: what left for that time comes again.
      while (this.waiting.length && this.waiting.at(-1).conversation === frame.conversation && this.waiting.at(-1).t >= frame.t) this.waiting.pop();
      this.waiting.push(frame);
      if (this.waiting.length > 50) this.waiting.shift();
    };
    this.socket.onclose = () => {
      this.onState('lost');
      // A face that nobody leads closes its mouth; it blinks by itself.
      if (this.latest) this.latest = {...this.latest, mouth: 0, speaking: false, viseme: 'sil'};
      this.dozing ??= setTimeout(() => { if (this.latest) this.latest = {...this.latest, emotion: 'sleepy'}; }, DOZES_AFTER);
      clearTimeout(this.timer);
      if (this.over) return;
      // Another node at once; only when all were tried, time. Meanwhile the face keeps its latest frame.
      move(node);
      this.tries = (this.tries ?? 0) + 1;
      const more = this.tries < count();
      this.timer = setTimeout(() => this.connect(), more ? 30 : this.wait * (0.75 + Math.random() / 2));
      if (!more) {
        this.tries = 0;
        this.wait = Math.min(this.wait * 1.7, 5000);
      }
    };
  }

  /** For good. */
  end() {
    this.over = true;
    this.socket.close();
  }

  hurry() {
    if (!this.over && this.socket.readyState === WebSocket.CLOSED) {
      clearTimeout(this.timer);
      this.connect();
    }
  }

  /** Tells where somebody is seen, and in which conversation they are; what a slow network holds back is not worth telling. */
  see(gaze, conversation) {
    if (this.socket.readyState === WebSocket.OPEN && this.socket.bufferedAmount < 1000) this.socket.send(JSON.stringify({v: 1, gaze, conversation: conversation || undefined}));
  }

  /**
   * The frame to show. With a clock, frames of that conversation wait for their time, so that lips
   * move with the sound of this page; all others are shown as they come.
   */
  due(clock) {
    while (this.waiting.length) {
      const frame = this.waiting[0];
      const now = clock && frame.conversation === clock.conversation ? clock.now() : null;
      if (now !== null && frame.t > now + LEAD && frame.t < now + 2000) break;
      this.latest = this.waiting.shift();
    }
    return this.latest;
  }
}
