// Face frames from the creature: connects, reconnects, and gives the frame that is due.
import {socketUrl} from './pairing.js';

export class Frames {
  /** onState is told 'open' or 'lost'. */
  constructor(onState = () => {}) {
    this.onState = onState;
    this.waiting = [];
    this.latest = null;
    this.wait = 300;
    this.connect();
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.hurry(); });
  }

  connect() {
    this.socket = new WebSocket(socketUrl('/v1/face'));
    this.socket.onopen = () => { this.wait = 300; this.onState('open'); };
    this.socket.onmessage = message => {
      const frame = JSON.parse(message.data);
      if (frame.v !== 1) return;
      this.waiting.push(frame);
      if (this.waiting.length > 50) this.waiting.shift();
    };
    this.socket.onclose = () => {
      this.onState('lost');
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.connect(), this.wait * (0.75 + Math.random() / 2));
      this.wait = Math.min(this.wait * 1.7, 5000);
    };
  }

  hurry() {
    if (this.socket.readyState === WebSocket.CLOSED) {
      clearTimeout(this.timer);
      this.connect();
    }
  }

  /**
   * The frame to show. With a clock, frames of that conversation wait for their time, so that lips
   * move with the sound of this page; all others are shown as they come.
   */
  due(clock) {
    while (this.waiting.length) {
      const frame = this.waiting[0];
      const now = clock && frame.conversation === clock.conversation ? clock.now() : null;
      if (now !== null && frame.t > now && frame.t < now + 2000) break;
      this.latest = this.waiting.shift();
    }
    return this.latest;
  }
}
