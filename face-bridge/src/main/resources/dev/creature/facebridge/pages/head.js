// A head in three dimensions, led by the same frames and poses as the flat face. WebGL, nothing loaded.
import {Motion, Spring, clamp, lerp} from './motion.js';
import {HEAD, ball, brow, lips, skull, surface} from './solids.js';
import {Mesh, Program, chain, colour, moved, normals, perspective, scaled, turned} from './webgl.js';

const VERTEX = `
attribute vec3 position, normal;
uniform mat4 model, camera;
uniform mat3 turn;
varying vec3 n, p, o;
void main() {
  vec4 world = model * vec4(position, 1.0);
  n = turn * normal; p = world.xyz; o = position;
  gl_Position = camera * world;
}`;

/** kind: 0 skin, 1 an eye, 2 plain, 3 light of its own. */
const FRAGMENT = `
precision highp float;
uniform vec3 base, iris, blush, sky, eye;
uniform float kind, cheek, pupil, gloss;
varying vec3 n, p, o;
void main() {
  vec3 N = normalize(n), V = normalize(eye - p), L = normalize(vec3(-0.45, 0.75, 0.8)), H = normalize(L + V);
  vec3 c = base;
  float shine = gloss, light = 0.0;
  if (kind < 0.5) {
    vec2 at = vec2(abs(o.x) - 0.62, o.y + 0.22);
    c = mix(c, blush, cheek * step(0.0, o.z) * exp(-dot(at, at) / 0.035));
  } else if (kind < 1.5) {
    float r = o.z > 0.0 ? length(o.xy) : 2.0;
    float edge = 0.02;
    c *= 1.0 - 0.35 * smoothstep(0.1, 0.9, o.y);
    vec3 ring = iris * mix(0.55, 1.25, smoothstep(0.2, -0.5, o.y));
    c = mix(c, ring * 0.45, smoothstep(0.66 + edge, 0.66 - edge, r));
    c = mix(c, ring, smoothstep(0.60 + edge, 0.60 - edge, r));
    c = mix(c, vec3(0.012), smoothstep(pupil + edge, pupil - edge, r));
    shine = 1.0;
  }
  float wrap = clamp((dot(N, L) + 0.45) / 1.45, 0.0, 1.0);
  float fill = 0.5 + 0.5 * N.y;
  vec3 lit = c * (wrap * vec3(1.0, 0.95, 0.88) * 0.95 + mix(vec3(0.2, 0.16, 0.18), sky * 0.5 + 0.12, fill) * 0.7);
  lit += vec3(1.0, 0.97, 0.92) * pow(max(dot(N, H), 0.0), mix(18.0, 140.0, shine)) * mix(0.05, 0.9, shine);
  lit += (sky * 0.6 + 0.25) * pow(1.0 - max(dot(N, V), 0.0), 3.5) * 0.38;
  if (kind > 0.5 && kind < 1.5) lit += smoothstep(0.992, 0.996, dot(N, normalize(vec3(-0.30, 0.36, 0.92)))) + 0.5 * smoothstep(0.9975, 0.999, dot(N, normalize(vec3(0.22, -0.2, 0.95))));
  if (kind > 2.5) lit = c;
  gl_FragColor = vec4(pow(lit, vec3(1.0 / 2.2)), 1.0);
}`;

const EYE = {x: 0.37, y: 0.12, size: 0.27};
const MOUTH = -0.44;

export class Head extends Motion {
  /** Throws where there is no WebGL. */
  constructor(canvas, look) {
    super();
    this.canvas = canvas;
    const gl = this.gl = canvas.getContext('webgl', {alpha: true, antialias: true, stencil: true});
    if (!gl) throw new Error('no WebGL');
    this.antenna = new Spring(0, 90, 5);
    this.build();
    this.look = look;
    // A lost picture comes back: the machine slept, or another page took the memory.
    canvas.addEventListener('webglcontextlost', event => event.preventDefault());
    canvas.addEventListener('webglcontextrestored', () => this.build());
    this.resize();
    new ResizeObserver(() => this.resize()).observe(canvas);
  }

  build() {
    const {gl} = this;
    this.program = new Program(gl, VERTEX, FRAGMENT);
    const mouth = lips(MOUTH, 0.2, 0.02, 0, 0, 0.02, 0.03);
    this.meshes = {skull: skull(), ball: ball(), lid: ball(20, 40, Math.PI / 2), brow: brow(), lips: mouth.ring, inside: mouth.inside};
    for (const [name, solid] of Object.entries(this.meshes)) this.meshes[name] = new Mesh(gl, solid);
    gl.enable(gl.DEPTH_TEST);
  }

  set look(look) {
    this.colours = Object.fromEntries(Object.entries(look.head).map(([name, hex]) => [name, colour(hex)]));
    this.canvas.style.background = `radial-gradient(circle at 50% 42%, ${look.ground.join()})`;
    this.colours.sky = colour(look.ground[0]);
    this.canvas.dataset.ground = look.ground[0];
  }

  resize() {
    const scale = Math.min(devicePixelRatio || 1, 2), box = this.canvas.getBoundingClientRect();
    this.canvas.width = Math.max(1, Math.round(box.width * scale));
    this.canvas.height = Math.max(1, Math.round(box.height * scale));
  }

  /** Paints the head as it is now. Call once for each frame of the screen. */
  paint() {
    const now = performance.now() / 1000, before = this.last;
    this.advance(now);
    if (this.gl.isContextLost()) return;
    const {gl, canvas, pose, program: {set}} = this, aspect = canvas.width / canvas.height;
    const motion = this.calm ? 0 : 1, arousal = this.frame.arousal || 0;
    const far = Math.max(6, 4.6 / aspect);
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
    set.camera(chain(perspective(0.52, aspect, 1, 30), moved(0, -0.02, -far)));
    set.eye([0, 0.02, far]);
    set.sky(this.colours.sky);

    const breath = Math.sin(now * (1.5 + arousal * 0.6)) * motion;
    const sway = (Math.sin(now * 0.43) + Math.sin(now * 0.71 + 1)) * 0.5 * motion;
    const tremble = this.frame.emotion === 'fear' ? Math.sin(now * 61) * 0.006 * motion : 0;
    const squash = clamp(this.squash.value, -0.2, 0.2);
    const yaw = this.headX.value * 0.42 + sway * 0.05, roll = -pose.lean.value * 1.2 + sway * 0.014;
    const head = chain(moved(tremble, pose.lift.value * 1.6 + breath * 0.012, 0),
      moved(0, -HEAD.y, 0), turned(2, roll), turned(1, yaw), turned(0, -this.headY.value * 0.26 + this.nod * 0.3 - pose.lift.value * 0.8),
      scaled(1 - squash * 0.5, 1 + squash, 1 - squash * 0.5), moved(0, HEAD.y, 0));
    // What hangs loose comes after.
    this.antenna.target = -yaw * 0.5 - roll + this.headY.value * 0.1;
    for (let t = Math.min(0.1, now - before); t > 0; t -= 1 / 120) this.antenna.step(Math.min(t, 1 / 120));

    const {skin, dark, tip, brow: hair} = this.colours;
    this.part('ball', chain(moved(0, -2.55 + breath * 0.01, -0.12), scaled(0.74, 1.72 + breath * 0.01, 0.5)), skin);
    set.blush(this.colours.blush);
    set.cheek(clamp(0.15 + pose.cheek.value * 0.55, 0, 0.75));
    this.part('skull', head, skin, 0);
    for (const side of [-1, 1]) {
      this.part('ball', chain(head, moved(side * 1.0, 0.06, -0.06), turned(2, side * -0.25), scaled(0.13, 0.24, 0.19)), dark);
      this.side(head, side, hair);
    }
    this.part('ball', chain(head, moved(0, -0.12, surface(0, -0.12)), scaled(0.085, 0.062, 0.06)), skin.map(x => x * 0.9), 2, 0.3);
    const wire = chain(head, moved(0, 0.9, 0), turned(2, this.calm ? 0 : clamp(this.antenna.value, -0.7, 0.7)));
    this.part('ball', chain(wire, moved(0, 0.14, 0), scaled(0.026, 0.2, 0.026)), dark);
    this.part('ball', chain(wire, moved(0, 0.37, 0), scaled(0.085)), tip.map(x => x * (0.8 + 0.6 * this.mouth)), 2, 0.6);
    this.speak(head, skin);
  }

  /** An eye, its lids and its brow. */
  side(head, side, hair) {
    const {pose, colours} = this, blink = clamp(this.blink, 0, 1);
    const asym = 1 + pose.asym.value * side * 0.2, size = EYE.size * asym * lerp(1, pose.wide.value, 0.5);
    const place = chain(head, moved(side * EYE.x, EYE.y, surface(EYE.x, EYE.y) - size * 0.42), scaled(size, size * lerp(1, pose.tall.value, 0.8), size));
    this.program.set.iris(colours.iris);
    this.program.set.pupil(clamp(0.34 * pose.pupil.value, 0.1, 0.55));
    this.part('ball', chain(place, turned(1, this.gazeX.value * 0.5 - side * 0.04), turned(0, -this.gazeY.value * 0.42)), colours.white, 1);
    const open = pose.open.value * lerp(1, asym, 0.8), tilt = turned(2, side * pose.tilt.value * 0.55);
    const upper = lerp(0.46 - open * 1.16, 0.62, blink), lower = lerp(0.95 - pose.lower.value * 1.0, 0.6, blink);
    const lid = colours.skin.map(x => x * 0.84);
    this.part('lid', chain(place, tilt, turned(0, upper), scaled(1.045)), lid);
    this.part('lid', chain(place, turned(0, lower), scaled(1.03, -1.03, 1.03)), lid);
    const y = EYE.y + 0.4 + (pose.open.value - 0.9) * 0.22 + pose.asym.value * side * 0.16 - Math.abs(pose.tilt.value) * 0.05;
    const x = EYE.x * 1.04 - Math.max(0, pose.tilt.value) * 0.05;
    this.part('brow', chain(head, moved(side * x, y, surface(x, y) + 0.01), turned(1, side * 0.3), turned(2, side * pose.tilt.value * 0.6 - side * 0.06), scaled(0.36, 0.13, 0.16)), hair);
  }

  /** The mouth: first its hole, then what is seen in it, then the lips around. */
  speak(head, skin) {
    const {gl, pose, colours} = this, [wide, tall, round] = this.shape;
    const talking = clamp(this.mouth, 0, 1), shaped = Math.min(1, talking * 3), ajar = pose.ajar.value * (1 - talking);
    const width = 0.23 * pose.mouth.value * lerp(1, wide, shaped);
    const open = 0.012 + Math.max(talking * tall, ajar) * 0.2 + pose.ajar.value * Math.max(0, pose.curve.value) * 0.16 * (1 - talking);
    const curve = pose.curve.value * (1 - talking * 0.45) * 0.1;
    const roundness = Math.max(round * shaped, pose.ajar.value > 0.4 ? 1 - talking : 0);
    const {ring, inside} = lips(MOUTH, width, open, curve, roundness, 0.015 + 0.07 * round * shaped, 0.032);
    this.meshes.lips.change(ring);
    this.meshes.inside.change(inside);
    const lean = chain(head, moved(0, MOUTH, 0), turned(2, pose.asym.value * 0.16), moved(0, -MOUTH, 0));
    gl.disable(gl.DEPTH_TEST);
    gl.enable(gl.STENCIL_TEST);
    gl.stencilFunc(gl.ALWAYS, 1, 255);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.REPLACE);
    this.part('inside', lean, colours.inside, 3);
    gl.stencilFunc(gl.EQUAL, 1, 255);
    gl.stencilOp(gl.KEEP, gl.KEEP, gl.KEEP);
    const z = surface(0, MOUTH) - 0.06;
    this.part('ball', chain(lean, moved(0, MOUTH - open * 1.1 - 0.02, z), scaled(width * 0.62, Math.max(0.02, open * 0.62), 0.1)), colours.tongue);
    this.part('ball', chain(lean, moved(0, MOUTH + open * 0.82 + 0.012, z), scaled(width * 0.72, 0.034 + open * 0.12, 0.06)), [0.86, 0.84, 0.8]);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.DEPTH_TEST);
    this.part('lips', lean, colours.lips, 2, 0.35);
  }

  part(mesh, model, base, kind = 2, gloss = 0.12) {
    const {set} = this.program;
    set.model(model);
    set.turn(normals(model));
    set.base(base);
    set.kind(kind);
    set.gloss(gloss);
    this.meshes[mesh].draw();
  }
}
