// The audio link over WebRTC: Opus both ways, events on a data channel.
import {ask} from './pairing.js';

/** What is not connected by then goes over the WebSocket. */
const PATIENCE = 2000;
/** The first offer of all may wait for the creature's library. */
const ANSWER_PATIENCE = 4000;
/** Nothing heard from the creature for so long: the way is gone. */
const SILENCE = 3500;
/** This machine's own addresses are known by then; with helpers, theirs, too. */
const GATHERING = 200, GATHERING_WITH_HELP = 1000;
/** What is held back is asked for so often: while a full buffer is drained it changes by some 200 ms a second. */
const MEASURE = 100;
/** Besides the jitter buffer: an Opus packet and the way into the page's graph; measured against the sound itself. */
const PATH_MILLIS = 25;

/** Whether the address asks for one way only, to try it: /?link=relay. */
const only = way => new URLSearchParams(location.search).get('link') === way;

let known = [], knownUntil = 0;

/** Servers that help to connect; asked for anew when half of their time is over. */
async function helpers() {
  if (performance.now() < knownUntil) return known;
  try {
    const answer = await ask('/v1/ice', {signal: AbortSignal.timeout(ANSWER_PATIENCE)});
    const {iceServers, seconds} = answer.ok ? await answer.json() : {iceServers: [], seconds: 0};
    known = iceServers;
    knownUntil = performance.now() + 500 * seconds;
  } catch {
    known = [];
  }
  return known;
}

export const canCall = () => 'RTCPeerConnection' in window;

/** The creature has no WebRTC: nothing to try again. */
export class NoCalls extends Error {}

/** The creature answered, but nothing gets through. */
export class NotConnected extends Error {}

export class Call {
  /** on: {told(event), lost()}; lost only after dial() came back. */
  constructor(on) {
    this.on = on;
    this.base = null;
    this.until = 0;
    this.delay = PATH_MILLIS + 60;
    this.peer = new RTCPeerConnection({bundlePolicy: 'max-bundle'});
    const {sender, receiver} = this.peer.addTransceiver('audio', {direction: 'sendrecv'});
    this.sender = sender;
    // As little as the network allows: what is held back delays every answer.
    if ('jitterBufferTarget' in receiver) receiver.jitterBufferTarget = 0;
    this.channel = this.peer.createDataChannel('chat', {ordered: true});
    this.peer.ontrack = ({track}) => { this.stream = new MediaStream([track]); };
    this.channel.onmessage = ({data}) => this.take(JSON.parse(data));
  }

  /** Connects, or throws. */
  async dial(session, microphone) {
    try {
      if (microphone) await this.sender.replaceTrack(microphone);
      const iceServers = await helpers();
      if (iceServers.length) this.peer.setConfiguration({bundlePolicy: 'max-bundle', iceServers, iceTransportPolicy: only('relay') ? 'relay' : 'all'});
      await this.peer.setLocalDescription();
      await Promise.race([this.gathered(), pause(iceServers.length ? GATHERING_WITH_HELP : GATHERING)]);
      const answer = await ask('/v1/webrtc', {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({type: 'offer', sdp: this.peer.localDescription.sdp, session: session ?? ''}),
        signal: AbortSignal.timeout(ANSWER_PATIENCE),
      });
      if (answer.status === 501) throw new NoCalls();
      if (!answer.ok) throw new Error('the offer was refused: ' + answer.status);
      await this.peer.setRemoteDescription(await answer.json());
      await Promise.race([this.opened(), pause(PATIENCE).then(() => { throw new NotConnected(); })]);
    } catch (error) {
      this.close();
      throw error;
    }
    this.channel.onclose = () => this.lose();
    this.heardAt = performance.now();
    this.timer = setInterval(() => this.check(), 1000);
    this.watch = setInterval(() => this.measure(), MEASURE);
  }

  gathered() {
    return new Promise(done => { this.peer.onicegatheringstatechange = () => { if (this.peer.iceGatheringState === 'complete') done(); }; });
  }

  opened() {
    return new Promise((done, failed) => {
      if (this.channel.readyState === 'open') done();
      this.channel.onopen = done;
      this.channel.onclose = () => failed(new Error('closed'));
    });
  }

  take(event) {
    this.heardAt = performance.now();
    if (event.type === 'playing') this.playing(event.t);
    else if (event.type !== 'pong') this.on.told(event);
  }

  /** A piece of 80 ms just left the creature; the one that hurried most tells its clock best. */
  playing(t) {
    const base = performance.now() - t;
    const anew = this.base === null || performance.now() > this.until + 300 || base > this.base + 120;
    this.base = anew ? base : Math.min(base, this.base);
    this.until = this.base + t + 80 + this.delay;
    const heard = Math.round(this.heard(this.latency?.() ?? 0) ?? 0);
    if (heard > 0) this.channel.send(JSON.stringify({type: 'played', t: heard}));
  }

  /** Which moment of the conversation is heard now, in ms; null while nothing sounds. */
  heard(outputLatency = 0) {
    const now = performance.now();
    return this.base === null || now > this.until + outputLatency * 1000 ? null : now - this.base - this.delay - outputLatency * 1000;
  }

  /** Nothing more of this reply is heard. */
  cut() { this.base = null; }

  check() {
    const silent = performance.now() - this.heardAt;
    if (silent > SILENCE || this.peer.connectionState === 'failed') return this.lose();
    if (this.channel.readyState === 'open') this.channel.send('{"type":"ping"}');
  }

  /** What the jitter buffer held back since the last time: it grows and shrinks within a second. */
  async measure() {
    for (const report of (await this.peer.getStats()).values()) {
      if (report.type !== 'inbound-rtp' || report.kind !== 'audio') continue;
      const {jitterBufferDelay: held, jitterBufferEmittedCount: count} = report;
      if (count > this.count) this.delay = PATH_MILLIS + 1000 * (held - this.held) / (count - this.count);
      this.held = held;
      this.count = count;
    }
    this.count ??= 0;
  }

  lose() {
    if (this.over) return;
    this.close();
    this.on.lost();
  }

  close() {
    this.over = true;
    clearInterval(this.timer);
    clearInterval(this.watch);
    this.channel.onclose = null;
    this.peer.close();
  }
}

const pause = millis => new Promise(done => setTimeout(done, Math.max(0, millis)));
