// Lets the creature see who is in front of it: explains and asks first, shows that it sees, and ends at once.
const EYE = '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>';

/**
 * button: what turns it on and off. send: gets {x, y, confidence, size, facing}, see docs/faces.md.
 * The camera is off until somebody says yes, and after each load of the page.
 */
export class Sight {
  constructor(button, send) {
    this.button = button;
    this.send = send;
    this.asking = dialog();
    this.sign = sign();
    document.body.append(this.asking);
    (document.querySelector('.stage') ?? document.body).append(this.sign);
    this.words = this.asking.querySelector('.trouble');
    this.yes = this.asking.querySelector('.yes');
    button.setAttribute('aria-pressed', false);
    button.onclick = () => this.frame ? this.end() : this.agreed ? this.begin() : this.ask();
    this.yes.onclick = () => { this.agreed = true; this.asking.close(); this.begin(); };
    this.sign.querySelector('button').onclick = () => { this.end(); button.focus(); };
    addEventListener('message', ({source, origin, data}) => {
      if (this.frame && source === this.frame.contentWindow && origin === location.origin) this.take(data);
    });
  }

  async ask() {
    this.trouble('');
    this.asking.showModal();
    if (!navigator.mediaDevices) return this.trouble('This address has no camera: open the https address.');
    const answer = await fetch('/static/camera/face_detection_short.binarypb').catch(() => null);
    if (!answer?.ok) {
      const {detail} = await answer?.json().catch(() => ({})) ?? {};
      this.trouble(detail ? detail[0].toUpperCase() + detail.slice(1) : 'The creature cannot be reached.');
    }
  }

  /** What keeps it from seeing; nothing where nothing does. */
  trouble(words) {
    this.words.textContent = words;
    this.words.hidden = !words;
    this.yes.hidden = !!words;
  }

  begin() {
    this.frame = Object.assign(document.createElement('iframe'), {src: '/camera', title: 'What the camera sees', tabIndex: -1});
    this.frame.allow = 'camera';
    this.sign.prepend(this.frame);
    this.show('Opening the camera');
  }

  /** The camera is let go of before the frame goes. */
  end() {
    this.frame?.contentWindow?.postMessage('close', location.origin);
    this.frame?.remove();
    this.frame = null;
    this.show('');
  }

  take({open, sees, trouble}) {
    if (trouble) {
      this.end();
      this.agreed = false;
      this.trouble(trouble);
      this.asking.showModal();
    } else if (open) this.show('Camera on');
    else {
      this.show(sees ? 'It sees you' : 'It sees nobody');
      if (sees) this.send(sees);
    }
  }

  show(words) {
    this.sign.hidden = !words;
    this.sign.dataset.sees = words === 'It sees you';
    const text = this.sign.querySelector('span');
    if (text.textContent !== words) text.textContent = words;
    this.button.setAttribute('aria-pressed', !!words);
  }
}

function dialog() {
  const it = document.createElement('dialog');
  it.className = 'asking';
  it.setAttribute('aria-labelledby', 'sight-title');
  it.innerHTML = `<svg class="eye" viewBox="0 0 24 24" aria-hidden="true">${EYE}</svg>
    <h2 id="sight-title">Let it see you?</h2>
    <p>The creature will look at you, and notice when you look at it.</p>
    <ul>
      <li><b>The picture stays here.</b> Your face is found in this browser; no picture is sent or kept.</li>
      <li><b>Numbers go to the creature:</b> where your face is, how near, and whether it is turned to the camera.</li>
      <li><b>You see when it is on,</b> and one touch ends it. It is off whenever this page is not in sight.</li>
    </ul>
    <p class="trouble" role="alert" hidden></p>
    <form method="dialog"><button class="pill">Not now</button><button class="pill yes" type="button">Use the camera</button></form>
    <p class="soft">6 MB come from the creature's own machine; then the browser asks, too.</p>`;
  return it;
}

function sign() {
  const it = document.createElement('div');
  it.className = 'seeing';
  it.hidden = true;
  it.innerHTML = '<p><i></i><span></span></p><button class="pill">Turn off<b class="unseen"> the camera</b></button>';
  return it;
}
