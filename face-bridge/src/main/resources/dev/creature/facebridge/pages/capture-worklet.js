// The microphone at whatever rate the machine has, out as 16 kHz, 16 bit, in pieces of 20 ms.
// Before samples are left out, a windowed sinc keeps what is too high from folding down.
const RATE = 16000, PIECE = 320;

class Capture extends AudioWorkletProcessor {
  constructor() {
    super();
    this.step = sampleRate / RATE;
    const half = Math.ceil(8 * Math.max(1, this.step));
    this.half = half;
    this.buffer = new Float32Array(half * 2 + 8192);
    this.filled = half; // as if silence came before
    this.at = half;
    this.piece = new Int16Array(PIECE);
    this.count = 0;
    this.peak = 0;
    this.cutoff = Math.min(1, 1 / this.step) * 0.94;
  }

  process(inputs) {
    const input = inputs[0][0];
    if (!input) return true;
    this.buffer.set(input, this.filled);
    this.filled += input.length;
    while (this.at + this.half < this.filled) {
      this.put(this.sampleAt(this.at));
      this.at += this.step;
    }
    const done = Math.floor(this.at) - this.half;
    if (done > 4096) {
      this.buffer.copyWithin(0, done, this.filled);
      this.filled -= done;
      this.at -= done;
    }
    return true;
  }

  sampleAt(position) {
    if (this.step === 1) return this.buffer[Math.round(position)];
    const first = Math.ceil(position - this.half), last = Math.floor(position + this.half);
    let sum = 0;
    for (let i = first; i <= last; i++) {
      const x = i - position;
      const angle = Math.PI * x * this.cutoff;
      const sinc = Math.abs(x) < 1e-6 ? 1 : Math.sin(angle) / angle;
      const window = 0.5 + 0.5 * Math.cos(Math.PI * x / this.half);
      sum += this.buffer[i] * sinc * window * this.cutoff;
    }
    return sum;
  }

  put(sample) {
    this.peak = Math.max(this.peak, Math.abs(sample));
    this.piece[this.count++] = Math.max(-32768, Math.min(32767, Math.round(sample * 32767)));
    if (this.count === PIECE) {
      const copy = this.piece.slice();
      this.port.postMessage({pcm: copy.buffer, peak: this.peak}, [copy.buffer]);
      this.count = 0;
      this.peak = 0;
    }
  }
}

registerProcessor('capture', Capture);
