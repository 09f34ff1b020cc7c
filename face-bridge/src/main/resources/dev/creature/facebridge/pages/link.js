// The audio link: microphone up, the creature's sound down, on one clock.
import {Call, NoCalls, NotConnected, canCall} from './call.js';
import {count, impatient, learn, move, reached, socketOrigin} from './nodes.js';
import {socketUrl} from './pairing.js';

/**
 * Sound is held back this long, so that an uneven network is not heard. It comes 140 ms ahead, so that little is needed: it begins in the middle
 * and goes down with each reply that had time to spare, and up with each that had little.
 */
const LEAST_HOLD = 0.015, FIRST_HOLD = 0.04, MOST_HOLD = 0.12, LITTLE = 0.05;
const RATE = 24000;
/** Sound that was under way when somebody wanted quiet comes for so long. */
const HUSHING = 300;
/** A network that lets no call through is not asked again for so long. */
const NO_CALLS = 600000;

export class Link {
  /** on: {state(name), event(object), level(0..1)} */
  constructor(on) {
    this.on = on;
    this.wait = 300;
    this.session = sessionStorage.getItem('creature.session');
    this.heardTurn = 0;
    this.sources = [];
    this.offset = null;
    this.open = false;
    this.silent = true;
    this.hushedUntil = 0;
    this.hold = FIRST_HOLD;
    this.gaps = 0;
    this.calls = canCall() && new URLSearchParams(location.search).get('link') !== 'socket' && !(Number(sessionStorage.getItem('creature.no-calls')) > Date.now());
    this.volume = 1;
    this.clock = {conversation: '', now: () => this.heard()};
    this.connect();
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) { this.context?.resume(); this.hurry(); } });
  }

  /** Over WebRTC where it connects within two seconds, over the WebSocket elsewhere. */
  async connect() {
    if (this.over || this.open || this.dialing) return;
    this.on.state('connecting');
    if (this.calls) {
      this.dialing = true;
      const call = new Call({told: event => this.told(event), lost: () => this.lost()});
      try {
        await call.dial(this.session, this.stream?.getAudioTracks()[0]);
        call.latency = () => this.context?.outputLatency ?? 0;
        this.call = call;
        this.socket = call.channel;
        this.opened();
        this.listen();
        return;
      } catch (error) {
        // A node that is gone has no socket either: then calls are not to blame.
        this.noCalls = error instanceof NotConnected;
        if (error instanceof NoCalls) this.calls = false;
      } finally {
        this.dialing = false;
      }
    }
    this.connectSocket();
  }

  connectSocket() {
    const node = socketOrigin();
    const socket = impatient(new WebSocket(socketUrl('/v1/audio', this.session ? {session: this.session, heard: this.heardTurn} : this.sentOn ? {} : {roams: 1})));
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.onopen = () => {
      if (this.noCalls) {
        this.calls = false;
        sessionStorage.setItem('creature.no-calls', Date.now() + NO_CALLS);
      }
      this.opened();
    };
    socket.onmessage = message => typeof message.data === 'string' ? this.told(JSON.parse(message.data)) : this.play(message.data);
    socket.onclose = () => this.lost(node);
  }

  opened() {
    this.noCalls = false;
    this.wait = 300;
    this.tries = 0;
    this.open = true;
  }

  lost(node = socketOrigin()) {
    this.open = false;
    this.offset = null;
    this.call = null;
    this.far?.disconnect();
    this.far = null;
    clearTimeout(this.timer);
    if (this.over) return;
    this.on.state('lost');
    // Another node at once; only when all were tried, time.
    move(node);
    this.tries = (this.tries ?? 0) + 1;
    const more = this.tries < count();
    this.timer = setTimeout(() => this.connect(), more ? 30 : this.wait * (0.75 + Math.random() / 2));
    if (!more) {
      this.tries = 0;
      this.wait = Math.min(this.wait * 1.7, 2000);
    }
  }

  hurry() {
    this.call?.check();
    if (!this.open && this.socket?.readyState !== WebSocket.CONNECTING) {
      clearTimeout(this.timer);
      this.connect();
    }
  }

  told(event) {
    if (event.type === 'session') {
      reached();
      this.session = event.session;
      sessionStorage.setItem('creature.session', event.session);
      this.clock.conversation = event.conversation;
      this.on.state(event.ready ? 'ready' : 'warming');
    } else if (event.type === 'nodes') learn(event.nodes);
    // Sent to a node with more room: there it stays.
    else if (event.type === 'goodbye') this.sentOn = true;
    else if (event.type === 'ready') this.on.state('ready');
    else if (event.type === 'cut') this.cut();
    else if (event.type === 'duck') this.duck(event.lowered);
    // A node that dies may not have stored that this was heard: the next one is told.
    else if (event.type === 'reply.audio.ended' && !event.interrupted) this.heardTurn = event.turn;
    this.on.event(event);
  }

  /** For good: nothing is sent or heard any more. */
  end() {
    this.over = true;
    clearTimeout(this.timer);
    this.cut();
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.call?.close();
    this.socket?.close();
  }

  /** Opens the microphone; must follow a touch of the user. */
  async microphone() {
    await this.sound();
    if (this.stream) return;
    if (!navigator.mediaDevices) throw new Error('This address has no microphone: open the https address.');
    this.stream = await navigator.mediaDevices.getUserMedia({audio: {channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true}});
    await this.context.audioWorklet.addModule('/static/capture-worklet.js');
    const source = this.context.createMediaStreamSource(this.stream);
    const capture = new AudioWorkletNode(this.context, 'capture', {numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit'});
    capture.port.onmessage = ({data}) => {
      this.on.level(this.muted ? 0 : data.peak);
      if (this.call) return;
      // What a slow network holds back is not worth hearing late.
      if (this.open && this.socket.bufferedAmount < 32000) this.socket.send(this.muted ? new ArrayBuffer(data.pcm.byteLength) : data.pcm);
    };
    source.connect(capture);
    const track = this.stream.getAudioTracks()[0];
    track.enabled = !this.silent;
    await this.call?.sender.replaceTrack(track);
    track.onended = () => { this.stream = null; this.on.state('no-microphone'); };
  }

  /** Lets sound be played; must follow a touch of the user. */
  async sound() {
    if (!this.context) {
      this.context = new AudioContext({latencyHint: 'interactive'});
      this.gain = this.context.createGain();
      this.gain.gain.value = this.volume;
      this.gain.connect(this.context.destination);
      this.meter = this.context.createAnalyser();
      this.gain.connect(this.meter);
    }
    await this.context.resume();
    this.listen();
  }

  /** Puts the sound of a call where that of the socket goes, too. */
  listen() {
    if (!this.call?.stream) return;
    // What nobody takes piles up in the jitter buffer, for seconds: an element takes it from the first packet on. And
    // Chromium gives a far track's sound to a graph only while an element plays it.
    this.element ??= Object.assign(new Audio(), {muted: true});
    if (this.element.srcObject !== this.call.stream) this.element.srcObject = this.call.stream;
    this.element.play().catch(() => {});
    if (!this.context || this.far) return;
    this.fade = this.context.createGain();
    this.far = this.context.createMediaStreamSource(this.call.stream);
    this.far.connect(this.fade).connect(this.gain);
  }

  get muted() { return this.silent; }

  set muted(silent) {
    this.silent = silent;
    const track = this.stream?.getAudioTracks()[0];
    // The worklet sends silence by itself; a call sends what the track has.
    if (track) track.enabled = !silent;
  }

  setVolume(volume) {
    this.volume = volume;
    if (this.gain) this.gain.gain.setTargetAtTime(volume, this.context.currentTime, 0.02);
  }

  play(bytes) {
    if (!this.context || this.context.state !== 'running' || performance.now() < this.hushedUntil) return;
    const t = Number(new DataView(bytes).getBigInt64(0, true)) / 1000;
    const pcm = new Int16Array(bytes, 8);
    const buffer = this.context.createBuffer(1, pcm.length, RATE);
    const samples = buffer.getChannelData(0);
    for (let i = 0; i < pcm.length; i++) samples[i] = pcm[i] / 32768;
    const now = this.context.currentTime;
    // The clock of the conversation begins anew with each reply, and gives way when sound came late.
    const late = now + 0.005 > this.offset + t;
    if (this.offset === null || !this.sources.length || late) {
      // A piece right behind another one that came late leaves a hole that is heard.
      if (this.offset !== null && late && Math.abs(t - this.next) < 0.001) {
        this.gaps++;
        this.spare = 0;
      }
      if (this.spare !== undefined) this.hold = this.spare < LITTLE ? Math.min(MOST_HOLD, this.hold + 0.03) : Math.max(LEAST_HOLD, this.hold * 0.85);
      this.spare = 1;
      this.offset = Math.max(now + this.hold, this.lastEnd ?? 0) - t;
    } else this.spare = Math.min(this.spare, this.offset + t - now);
    const at = this.offset + t;
    const source = this.context.createBufferSource();
    const fade = this.context.createGain();
    source.buffer = buffer;
    source.connect(fade).connect(this.gain);
    source.start(at);
    this.lastEnd = at + buffer.duration;
    this.next = t + buffer.duration;
    const entry = {source, fade, at};
    this.sources.push(entry);
    source.onended = () => {
      this.sources = this.sources.filter(other => other !== entry);
      if (this.open) this.socket.send(JSON.stringify({type: 'played', t: Math.round((t + buffer.duration) * 1000)}));
    };
  }

  /** Lowers the voice by 20 dB while somebody seems to speak, or raises it again. */
  duck(lowered) {
    this.gain?.gain.setTargetAtTime(lowered ? this.volume * 0.1 : this.volume, this.context.currentTime, 0.005);
  }

  /** Falls silent within 8 ms and drops what waits. */
  cut() {
    const now = this.context?.currentTime ?? 0;
    if (this.far) {
      // What is under way already is not heard.
      const back = now + (this.call.delay + 40) / 1000;
      this.fade.gain.cancelScheduledValues(now);
      this.fade.gain.setTargetAtTime(0, now, 0.002);
      this.fade.gain.setValueAtTime(1, back);
      this.call.cut();
    }
    for (const {source, fade} of this.sources) {
      fade.gain.setTargetAtTime(0, now, 0.002);
      source.onended = null;
      source.stop(now + 0.012);
    }
    this.sources = [];
    this.lastEnd = 0;
    this.offset = null;
  }

  /** Quiet, here at once and at the creature: what it says, or is about to say, is dropped. */
  hush() {
    this.cut();
    // What the creature sent before it heard of this.
    this.hushedUntil = performance.now() + HUSHING;
    if (this.open) this.socket.send('{"type":"hush"}');
  }

  /** Which moment of the conversation is heard now, in ms; null while nothing sounds. */
  heard() {
    if (this.call) return this.call.heard(this.context?.outputLatency);
    if (this.offset === null || !this.sources.length) return null;
    const late = this.context.outputLatency || 0;
    return (this.context.currentTime - late - this.offset) * 1000;
  }

  get sounding() { return this.call ? this.heard() !== null : this.sources.length > 0; }

  /** Sends typed words; answers whether they went out. */
  say(text) {
    if (this.open) this.socket.send(JSON.stringify({type: 'say', text}));
    return this.open;
  }
}
