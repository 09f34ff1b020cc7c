// The little of WebGL and of matrices that the head needs. Matrices are 16 numbers, column by column.

export const identity = () => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

export function times(a, b) {
  const out = new Array(16).fill(0);
  for (let c = 0; c < 4; c++) for (let r = 0; r < 4; r++) for (let k = 0; k < 4; k++) out[c * 4 + r] += a[k * 4 + r] * b[c * 4 + k];
  return out;
}

export const moved = (x, y, z) => [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1];
export const scaled = (x, y = x, z = x) => [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];

/** Turned about an axis: 0 is x, 1 is y, 2 is z; radians, counter-clockwise seen from its tip. */
export function turned(axis, angle) {
  const out = identity(), c = Math.cos(angle), s = Math.sin(angle), i = (axis + 1) % 3, j = (axis + 2) % 3;
  out[i * 5] = out[j * 5] = c;
  out[i * 4 + j] = s;
  out[j * 4 + i] = -s;
  return out;
}

/** All of them, the last one first, as they act on a point. */
export const chain = (...all) => all.reduce(times);

export function perspective(height, aspect, near, far) {
  const f = 1 / Math.tan(height / 2), deep = 1 / (near - far);
  return [f / aspect, 0, 0, 0, 0, f, 0, 0, 0, 0, (far + near) * deep, -1, 0, 0, 2 * far * near * deep, 0];
}

/** What turns normals as a matrix turns points: the cofactors of its upper left, 3 by 3. */
export function normals(m) {
  const [a, b, c, , d, e, f, , g, h, i] = m;
  return [e * i - f * h, f * g - d * i, d * h - e * g, c * h - b * i, a * i - c * g, b * g - a * h, b * f - c * e, c * d - a * f, a * e - b * d];
}

export const colour = hex => [1, 3, 5].map(at => (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);

/** A compiled program with a setter for each uniform: set.name(value). */
export class Program {
  constructor(gl, vertex, fragment) {
    this.gl = gl;
    this.program = gl.createProgram();
    for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
      gl.attachShader(this.program, shader);
    }
    gl.bindAttribLocation(this.program, 0, 'position');
    gl.bindAttribLocation(this.program, 1, 'normal');
    gl.linkProgram(this.program);
    if (!gl.getProgramParameter(this.program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(this.program));
    gl.useProgram(this.program);
    this.set = {};
    for (let i = 0; i < gl.getProgramParameter(this.program, gl.ACTIVE_UNIFORMS); i++) {
      const {name, type} = gl.getActiveUniform(this.program, i), at = gl.getUniformLocation(this.program, name);
      this.set[name] = {
        [gl.FLOAT]: value => gl.uniform1f(at, value),
        [gl.FLOAT_VEC3]: value => gl.uniform3fv(at, value),
        [gl.FLOAT_MAT3]: value => gl.uniformMatrix3fv(at, false, value),
        [gl.FLOAT_MAT4]: value => gl.uniformMatrix4fv(at, false, value),
      }[type];
    }
  }
}

/** Triangles with a normal at each corner; {points, normals, corners}, flat lists. */
export class Mesh {
  constructor(gl, solid) {
    this.gl = gl;
    this.buffers = [gl.createBuffer(), gl.createBuffer(), gl.createBuffer()];
    this.change(solid);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.buffers[2]);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint16Array(solid.corners), gl.STATIC_DRAW);
    this.count = solid.corners.length;
  }

  /** Moves its points; the corners stay. */
  change({points, normals: outward}) {
    const {gl} = this;
    for (const [i, list] of [points, outward].entries()) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[i]);
      gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(list), gl.DYNAMIC_DRAW);
    }
  }

  draw() {
    const {gl} = this;
    for (const i of [0, 1]) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers[i]);
      gl.enableVertexAttribArray(i);
      gl.vertexAttribPointer(i, 3, gl.FLOAT, false, 0, 0);
    }
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.buffers[2]);
    gl.drawElements(gl.TRIANGLES, this.count, gl.UNSIGNED_SHORT, 0);
  }
}
