// Draws a face on a canvas from face frames. Knows nothing of the network.
import {Light, cleared, strokeLike} from './light.js';
import {Motion, clamp, lerp} from './motion.js';

export class Face extends Motion {
  constructor(canvas, look) {
    super();
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.look = look;
    this.apart = document.createElement('canvas').getContext('2d');
    this.light = new Light();
    this.ground = document.createElement('canvas').getContext('2d');
    this.resize();
    new ResizeObserver(() => this.resize()).observe(canvas);
  }

  get look() { return this.colours; }

  set look(look) {
    this.colours = look;
    // What words over the picture have behind them.
    this.canvas.dataset.ground = look.ground[0];
    if (this.ground) this.paintGround();
  }

  resize() {
    const scale = Math.min(devicePixelRatio || 1, 2.5);
    const box = this.canvas.getBoundingClientRect();
    this.canvas.width = Math.max(1, Math.round(box.width * scale));
    this.canvas.height = Math.max(1, Math.round(box.height * scale));
    this.paintGround();
  }

  /** Once, not for each frame: a gradient as large as the screen is dear where there are no graphics. */
  paintGround() {
    const {ground: c, look} = this, {width: w, height: h} = this.canvas;
    c.canvas.width = w;
    c.canvas.height = h;
    const light = c.createRadialGradient(w / 2, h * 0.42, Math.min(w, h * 1.12) * 0.1, w / 2, h * 0.5, Math.max(w, h) * 0.75);
    light.addColorStop(0, look.ground[0]);
    light.addColorStop(1, look.ground[1]);
    c.fillStyle = light;
    c.fillRect(0, 0, w, h);
  }

  /** Paints the face as it is now. Call once for each frame of the screen. */
  paint() {
    const now = performance.now() / 1000;
    this.advance(now);
    this.draw(now);
  }

  draw(now) {
    const {context: c, look, pose} = this;
    const w = this.canvas.width, h = this.canvas.height;
    const unit = Math.min(w, h * 1.12);
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.drawImage(this.ground.canvas, 0, 0);

    const arousal = this.frame.arousal || 0;
    const motion = this.calm ? 0 : 1;
    const breath = Math.sin(now * (1.5 + arousal * 0.6)) * motion;
    const sway = (Math.sin(now * 0.43) + Math.sin(now * 0.71 + 1)) * 0.5 * motion;
    const tremble = this.frame.emotion === 'fear' ? Math.sin(now * 61) * 0.0035 * motion : 0;
    const bob = this.mouth * 0.012 * motion;
    c.translate(w / 2 + (sway * 0.006 + this.headX.value * 0.055 + tremble) * unit,
      h / 2 + (-breath * 0.005 - this.headY.value * 0.035 - pose.lift.value + this.nod * 0.07 - bob) * unit);
    c.rotate(pose.lean.value + sway * 0.012);
    const squash = clamp(this.squash.value, -0.2, 0.2);
    c.scale(1 - squash * 0.6 + breath * 0.004, 1 + squash + breath * 0.006);

    if (look.cheek) this.cheeks(c, unit);
    this.eye(c, unit, -1);
    this.eye(c, unit, 1);
    this.drawMouth(c, unit);
  }

  cheeks(c, unit) {
    const {look} = this;
    c.save();
    c.globalAlpha = clamp(0.18 + this.pose.cheek.value * 0.5, 0, 0.75);
    c.fillStyle = look.cheek;
    for (const side of [-1, 1]) {
      c.beginPath();
      c.ellipse(side * look.eyes.apart * 0.78 * unit, (look.eyes.up + 0.2) * unit, 0.062 * unit, 0.036 * unit, 0, 0, 7);
      c.fill();
    }
    c.restore();
  }

  eye(c, unit, side) {
    const {look, pose} = this;
    const e = look.eyes;
    // Perspective: the eye on the side that it looks to is a little smaller.
    const turn = 1 - side * this.headX.value * -0.07;
    const asym = 1 + pose.asym.value * side * 0.34;
    const blink = clamp(this.blink, 0, 1);
    const eyeW = e.width * unit * pose.wide.value * turn * (1 + blink * 0.10);
    const full = e.height * unit * pose.tall.value * turn;
    const open = clamp(pose.open.value * asym, 0.05, 1.35);
    // A little less open is a flatter eye; only then does the lid come down over it.
    const FLAT = 0.84;
    const x = side * e.apart / 2 * unit + this.gazeX.value * 0.03 * unit;
    const y = e.up * unit - this.gazeY.value * 0.02 * unit;
    const grow = Math.max(FLAT, open);
    // Eyes of light squash when they blink; eyes with a pupil have lids.
    const lids = look.pupil && !look.outline;
    const eyeH = full * grow * (lids ? 1 : 1 - blink * 0.9);
    c.save();
    c.translate(x, y + (lids ? 0 : blink * full * 0.14));

    const lidDown = clamp(1 - open / FLAT, 0, 0.95);
    const closed = lerp(lidDown, 1, lids ? blink : 0);
    if (Math.max(closed, blink) > 0.93) {
      // A shut eye is a soft line that bows down.
      c.lineCap = 'round';
      c.lineWidth = Math.max(2, 0.024 * unit);
      c.strokeStyle = look.eye === '#fffdf6' ? look.pupil : look.eye;
      c.translate(0, lids ? 0 : -full * 0.12);
      const shut = new Path2D();
      shut.moveTo(-eyeW * 0.42, full * 0.10);
      shut.quadraticCurveTo(0, full * (lids ? 0.24 : 0.18), eyeW * 0.42, full * 0.10);
      this.glow(c, unit, eyeW / 2, light => strokeLike(light, c, shut));
      c.stroke(shut);
      c.restore();
      return;
    }

    // What the lids leave open: above a line that leans with the brows, below one that smiles up.
    const top = -eyeH / 2 + closed * eyeH;
    const tilt = -pose.tilt.value * side * eyeH * 0.36;
    const smile = pose.lower.value * (1 - blink) * eyeH * (1 + pose.asym.value * side * 0.3);
    const pad = unit * 0.06;
    const between = new Path2D();
    const leftTop = top - tilt - (closed < 0.02 && Math.abs(tilt) < 1 ? pad : 0);
    const rightTop = top + tilt - (closed < 0.02 && Math.abs(tilt) < 1 ? pad : 0);
    const lean = Math.abs(tilt) * 0.55;
    between.moveTo(-eyeW, leftTop + lean - (leftTop - rightTop) * -0.5);
    between.quadraticCurveTo(0, (leftTop + rightTop) / 2 + lean - closed * eyeH * 0.14 * (1 - Math.abs(pose.tilt.value)), eyeW, rightTop + lean + (leftTop - rightTop) * -0.5);
    between.lineTo(eyeW, eyeH);
    if (smile > 0.5) {
      between.lineTo(eyeW * 0.75, eyeH / 2 + pad * 0.2);
      between.quadraticCurveTo(0, eyeH / 2 - smile * 1.55, -eyeW * 0.75, eyeH / 2 + pad * 0.2);
    }
    between.lineTo(-eyeW, eyeH);
    between.closePath();
    if (look.glow) {
      // Light goes around what the lids leave: drawn apart first, and then with its glow.
      const apart = this.apart, size = cleared(apart, Math.max(eyeW, eyeH) * 1.25);
      apart.save();
      apart.translate(size / 2, size / 2);
      this.between(apart, unit, between, eyeW, eyeH);
      apart.restore();
      const draw = context => context.drawImage(apart.canvas, -size / 2, -size / 2);
      this.glow(c, unit, Math.max(eyeW, eyeH) / 2, draw);
      draw(c);
    } else this.between(c, unit, between, eyeW, eyeH);
    c.restore();

    // Where a lid or a brow cuts an eye of plain colour, a line says that it is a lid.
    if (look.pupil && !look.outline && (closed > 0.12 || Math.abs(tilt) > 2)) this.lidLine(c, unit, x, y, eyeW, top, tilt, lean, closed);
  }

  /** What the lids leave of an eye, around (0, 0). */
  between(c, unit, lids, eyeW, eyeH) {
    const {look, pose} = this;
    c.clip(lids);

    this.eyePath(c, eyeW, eyeH, look.eyes.round);
    if (look.outline) {
      c.save();
      c.strokeStyle = look.eye;
      c.lineWidth = look.outline * unit;
      c.stroke();
      // Where a lid cuts the ring, the lid is a line, too: rings stay whole.
      this.eyePath(c, eyeW, eyeH, look.eyes.round);
      c.clip();
      c.stroke(lids);
      c.restore();
    } else {
      c.fillStyle = look.eye;
      c.fill();
    }

    const px = this.gazeX.value * eyeW * 0.24, py = -this.gazeY.value * eyeH * 0.22;
    if (look.pupil) {
      const r = Math.min(eyeW, eyeH) * (look.outline ? 0.2 : 0.3) * pose.pupil.value;
      c.fillStyle = look.pupil;
      c.beginPath();
      c.arc(px, py, r, 0, 7);
      c.fill();
      if (look.shine) {
        c.fillStyle = look.shine;
        c.beginPath();
        c.arc(px - r * 0.32, py - r * 0.36, r * 0.3, 0, 7);
        c.arc(px + r * 0.34, py + r * 0.34, r * 0.13, 0, 7);
        c.fill();
      }
    } else if (look.shine) {
      const r = eyeW * 0.19 * pose.pupil.value;
      c.fillStyle = look.shine;
      c.beginPath();
      c.arc(px - eyeW * 0.14, py - eyeH * 0.22, r, 0, 7);
      c.fill();
      c.globalAlpha = 0.55;
      c.beginPath();
      c.arc(px + eyeW * 0.16, py + eyeH * 0.2, r * 0.5, 0, 7);
      c.fill();
      c.globalAlpha = 1;
    }
  }

  lidLine(c, unit, x, y, eyeW, top, tilt, lean, closed) {
    c.save();
    c.translate(x, y);
    c.lineCap = 'round';
    c.lineWidth = 0.016 * unit;
    c.strokeStyle = this.look.mouth;
    c.globalAlpha = clamp(closed * 3 + Math.abs(tilt) / unit * 30, 0, 1);
    c.beginPath();
    const half = eyeW * 0.52;
    c.moveTo(-half, top - tilt * 1.04 + lean);
    c.quadraticCurveTo(0, top + lean - closed * eyeW * 0.07, half, top + tilt * 1.04 + lean);
    c.stroke();
    c.restore();
  }

  eyePath(c, eyeW, eyeH, round) {
    c.beginPath();
    if (round >= 1) c.ellipse(0, 0, eyeW / 2, eyeH / 2, 0, 0, 7);
    else c.roundRect(-eyeW / 2, -eyeH / 2, eyeW, eyeH, Math.min(eyeW, eyeH) * round);
  }

  /** Light around what is drawn within a radius. */
  glow(c, unit, radius, draw) {
    const {eye, glow} = this.look;
    if (glow) this.light.around(c, eye, unit * 0.09 * glow * (1 + (this.frame.arousal || 0) * 0.3), radius, draw);
  }

  drawMouth(c, unit) {
    const {look, pose} = this;
    const [vw, vh, vr] = this.shape;
    const talking = clamp(this.mouth, 0, 1);
    const ajar = pose.ajar.value * (1 - talking);
    const opening = Math.max(talking * vh, ajar) * 0.15 * unit;
    const width = look.mouthAt.width * unit * pose.mouth.value * lerp(1, vw, Math.min(1, talking * 3));
    const curve = pose.curve.value * (1 - talking * 0.45) * 0.06 * unit;
    const y = look.mouthAt.y * unit;
    const x = this.gazeX.value * 0.02 * unit;
    c.save();
    c.translate(x, y - this.gazeY.value * 0.012 * unit);
    c.rotate(pose.asym.value * -0.12);
    c.lineCap = 'round';
    c.lineJoin = 'round';
    c.lineWidth = Math.max(2, look.mouthAt.line * unit);
    c.strokeStyle = look.mouth;
    const half = width / 2;
    if (opening < 0.006 * unit) {
      const line = new Path2D();
      line.moveTo(-half, -curve * 0.5);
      line.quadraticCurveTo(0, curve * 1.5, half, -curve * 0.5);
      this.glow(c, unit * 0.6, half, light => strokeLike(light, c, line));
      c.stroke(line);
    } else {
      const round = clamp(vr * talking + (pose.ajar.value > 0.4 ? 1 : 0) * (1 - talking), 0, 1);
      const lips = new Path2D();
      if (round > 0.7) {
        lips.ellipse(0, opening * 0.2, Math.max(half * 0.8, opening * 0.42), opening * 0.62, 0, 0, 7);
      } else {
        lips.moveTo(-half, -curve * 0.5);
        lips.bezierCurveTo(-half * 0.55, -curve * 0.3 - opening * (0.12 + round * 0.6), half * 0.55, -curve * 0.3 - opening * (0.12 + round * 0.6), half, -curve * 0.5);
        lips.bezierCurveTo(half * 0.92, curve * 0.6 + opening * 1.1, -half * 0.92, curve * 0.6 + opening * 1.1, -half, -curve * 0.5);
        lips.closePath();
      }
      c.fillStyle = look.inside;
      this.glow(c, unit * 0.6, Math.max(half, opening * 1.3), light => strokeLike(light, c, lips));
      c.stroke(lips);
      c.fill(lips);
      c.save();
      c.clip(lips);
      c.fillStyle = look.tongue;
      c.beginPath();
      c.ellipse(0, opening * 0.9 + curve * 0.3, half * 0.62, opening * 0.42, 0, 0, 7);
      c.fill();
      c.restore();
    }
    c.restore();
  }
}
