// How a face moves, whatever draws it: from frames to eyes, lids, brows and lips over time.
// Every number that can be seen is on a spring, so that nothing jumps and nothing stands still.

/** How each emotion sits on a face. open/lower: lids, 1 is wide; tilt: brows, + is angry; asym: one eye more. */
const POSES = {
  neutral:  {open: 0.94, lower: 0.00, tilt: 0.00, tall: 1.00, wide: 1.00, pupil: 1.00, curve: 0.22, mouth: 0.95, cheek: 0.15, lean: 0.00, lift: 0.000, asym: 0.00, ajar: 0.00},
  joy:      {open: 0.98, lower: 0.46, tilt: 0.00, tall: 1.00, wide: 1.07, pupil: 1.10, curve: 1.00, mouth: 1.30, cheek: 1.00, lean: 0.00, lift: 0.022, asym: 0.00, ajar: 0.20},
  proud:    {open: 0.74, lower: 0.36, tilt: -0.04, tall: 0.98, wide: 1.06, pupil: 1.00, curve: 0.78, mouth: 1.10, cheek: 0.60, lean: -0.03, lift: 0.040, asym: 0.00, ajar: 0.00},
  curious:  {open: 1.04, lower: 0.00, tilt: 0.00, tall: 1.05, wide: 1.00, pupil: 1.18, curve: 0.30, mouth: 0.68, cheek: 0.20, lean: 0.085, lift: 0.012, asym: 0.26, ajar: 0.00},
  surprise: {open: 1.20, lower: 0.00, tilt: 0.00, tall: 1.06, wide: 1.06, pupil: 0.72, curve: 0.00, mouth: 0.46, cheek: 0.10, lean: 0.00, lift: 0.030, asym: 0.00, ajar: 0.62},
  fear:     {open: 1.12, lower: 0.00, tilt: -0.30, tall: 1.00, wide: 0.92, pupil: 0.52, curve: -0.55, mouth: 0.80, cheek: 0.00, lean: 0.00, lift: -0.026, asym: 0.00, ajar: 0.14},
  anger:    {open: 0.72, lower: 0.14, tilt: 0.62, tall: 0.95, wide: 1.08, pupil: 0.82, curve: -0.62, mouth: 0.92, cheek: 0.00, lean: 0.00, lift: -0.014, asym: 0.00, ajar: 0.00},
  disgust:  {open: 0.60, lower: 0.34, tilt: 0.22, tall: 0.96, wide: 1.02, pupil: 0.82, curve: -0.52, mouth: 0.74, cheek: 0.00, lean: -0.06, lift: 0.000, asym: 0.34, ajar: 0.00},
  sadness:  {open: 0.70, lower: 0.05, tilt: -0.52, tall: 0.98, wide: 0.97, pupil: 1.12, curve: -0.66, mouth: 0.72, cheek: 0.10, lean: 0.03, lift: -0.045, asym: 0.00, ajar: 0.00},
  sleepy:   {open: 0.32, lower: 0.06, tilt: -0.14, tall: 0.96, wide: 1.05, pupil: 1.00, curve: 0.10, mouth: 0.66, cheek: 0.25, lean: 0.045, lift: -0.050, asym: 0.00, ajar: 0.00},
};
export const EMOTIONS = Object.keys(POSES);

/** Width, height and roundness of each viseme, of the mouth's own. */
const VISEMES = {
  sil: [1, 1, 0], PP: [0.96, 0.05, 0], FF: [0.98, 0.25, 0], TH: [0.95, 0.5, 0], DD: [0.98, 0.55, 0], kk: [0.96, 0.65, 0],
  CH: [0.72, 0.75, 0.6], SS: [1.05, 0.4, 0], nn: [0.96, 0.5, 0], RR: [0.78, 0.65, 0.5], aa: [1.02, 1.15, 0.3],
  E: [1.12, 0.8, 0.1], I: [1.18, 0.6, 0], O: [0.74, 1.05, 0.9], U: [0.56, 0.8, 1],
};

export const lerp = (a, b, k) => a + (b - a) * k;
export const clamp = (x, a, b) => Math.min(b, Math.max(a, x));

export class Spring {
  constructor(value, stiffness, damping) {
    Object.assign(this, {value, target: value, speed: 0, stiffness, damping});
  }
  step(dt) {
    const force = (this.target - this.value) * this.stiffness - this.speed * this.damping;
    this.speed += force * dt;
    this.value += this.speed * dt;
    return this.value;
  }
}

export class Motion {
  constructor() {
    this.calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.frame = {emotion: 'neutral', mouth: 0, speaking: false, valence: 0.1, arousal: 0, viseme: 'sil', gaze: {x: 0, y: 0}, blink: 0, nod: 0};
    this.pose = {};
    for (const key of Object.keys(POSES.neutral)) this.pose[key] = new Spring(POSES.neutral[key], 130, 15);
    // Eyes are quicker than heads, and a mouth is quicker than both.
    this.gazeX = new Spring(0, 620, 40);
    this.gazeY = new Spring(0, 620, 40);
    this.headX = new Spring(0, 55, 13);
    this.headY = new Spring(0, 55, 13);
    this.squash = new Spring(0, 240, 14);
    this.mouth = 0;
    this.shape = [1, 1, 0];
    this.nod = 0;
    this.blink = 0;
    this.ownBlink = 3;
    this.last = performance.now() / 1000;
    this.shown = this.last;
  }

  /** Shows a frame of the creature from now on. */
  show(frame) {
    if (frame.emotion !== this.frame.emotion && !this.calm) {
      // Anticipation: a small dip before the new feeling springs up.
      this.squash.speed -= 2.2;
    }
    this.frame = frame;
    this.shown = performance.now() / 1000;
  }

  /** Moves on to now, in seconds of the page's clock. */
  advance(now) {
    let left = clamp(now - this.last, 0, 0.1);
    this.last = now;
    while (left > 0) {
      this.step(Math.min(left, 1 / 120), now);
      left -= 1 / 120;
    }
  }

  step(dt, now) {
    const frame = this.frame;
    const pose = POSES[frame.emotion] || POSES.neutral;
    // Between labels the face still follows how good and how awake it feels.
    const valence = frame.valence || 0, arousal = frame.arousal || 0;
    for (const key in pose) this.pose[key].target = pose[key];
    this.pose.open.target += clamp(arousal, -0.6, 0.6) * 0.08;
    this.pose.curve.target += valence * 0.14;
    for (const key in this.pose) this.pose[key].step(dt);
    const gaze = frame.gaze || {x: 0, y: 0};
    this.gazeX.target = gaze.x;
    this.gazeY.target = gaze.y - (frame.emotion === 'sadness' ? 0.22 : 0);
    this.headX.target = gaze.x;
    this.headY.target = gaze.y;
    for (const spring of [this.gazeX, this.gazeY, this.headX, this.headY]) spring.step(dt);
    if (this.calm) this.squash.value = 0;
    else this.squash.step(dt);
    // Lips open at once and close as fast: what is heard is what is seen.
    const quick = 1 - Math.exp(-dt / 0.018);
    this.mouth = lerp(this.mouth, frame.mouth || 0, quick);
    const target = VISEMES[frame.viseme] || VISEMES.sil;
    const slower = 1 - Math.exp(-dt / 0.035);
    this.shape = this.shape.map((value, i) => lerp(value, target[i], slower));
    this.nod = lerp(this.nod, frame.nod || 0, 1 - Math.exp(-dt / 0.03));
    // Without frames it still lives: it blinks by itself.
    let blink = frame.blink || 0;
    if (now - this.shown > 2.5) {
      this.ownBlink -= dt;
      if (this.ownBlink < 0.16) blink = 1;
      if (this.ownBlink < 0) this.ownBlink = 2 + Math.random() * 4;
    }
    this.blink = lerp(this.blink, blink, 1 - Math.exp(-dt / 0.014));
  }
}
