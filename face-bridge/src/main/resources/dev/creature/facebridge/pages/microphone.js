// The microphone button: open until it is muted, or only while it is held.
import {keepAwake} from './awake.js';

const WHY = {
  NotAllowedError: 'The browser does not let this page use the microphone. Allow it beside the address.',
  NotFoundError: 'There is no microphone here. You can type instead.',
  NotReadableError: 'Another program has the microphone.',
};

export class Microphone {
  /** on: {changed(), asking(), trouble(words)} */
  constructor(button, mode, link, on) {
    Object.assign(this, {button, mode, link, on});
    this.hold = localStorage.getItem('creature.hold') === '1';
    mode.onclick = () => {
      this.hold = !this.hold;
      localStorage.setItem('creature.hold', this.hold ? '1' : '');
      this.showMode();
    };
    this.showMode();
    button.addEventListener('click', () => { if (!this.hold) this.talk(link.muted); });
    button.addEventListener('pointerdown', event => { if (this.hold) { button.setPointerCapture(event.pointerId); this.talk(true); } });
    const letGo = () => { if (this.hold) this.talk(false); };
    for (const kind of ['pointerup', 'pointercancel', 'blur']) button.addEventListener(kind, letGo);
    // A window that loses the keyboard never hears that the key was let go of.
    addEventListener('blur', letGo);
    button.addEventListener('contextmenu', event => { if (this.hold) event.preventDefault(); });
    button.addEventListener('keydown', event => { if (this.hold && event.key === ' ' && !event.repeat) { event.preventDefault(); this.talk(true); } });
    button.addEventListener('keyup', event => { if (this.hold && event.key === ' ') { event.preventDefault(); this.talk(false); } });
  }

  showMode() {
    this.mode.querySelector('span').textContent = this.hold ? 'Hold to talk' : 'Open mic';
    this.mode.setAttribute('aria-label', this.hold ? 'Mode: hold to talk' : 'Mode: open microphone');
    this.talk(false);
  }

  /** Opens or mutes it. Who lets go while the browser still asks is not listened to. */
  async talk(on) {
    this.wanted = on;
    if (!on) return this.set(false);
    try {
      if (!this.link.stream) this.on.asking();
      await this.link.microphone();
      if (!this.wanted) return;
      keepAwake();
      this.set(true);
    } catch (error) {
      this.set(false);
      this.on.trouble(WHY[error.name] ?? error.message);
    }
  }

  set(on) {
    this.link.muted = !on;
    this.button.setAttribute('aria-pressed', on);
    this.button.setAttribute('aria-label', this.hold ? 'Hold to talk' : on ? 'Mute' : 'Talk');
    if (!on) this.button.style.setProperty('--level', 0);
    this.on.changed();
  }
}
