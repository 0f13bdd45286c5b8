/** Smooth noise without a library: value noise on a lattice, summed over octaves. Deterministic, no state. */
const lattice = (x: number, y: number, salt: number): number => {
  let hash = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(salt, 1_442_695_041);
  hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_295;
};

const ease = (t: number): number => t * t * (3 - 2 * t);

/** Value noise in [0, 1]; neighbouring lattice points are 1 apart. */
export function noise(x: number, y: number, salt: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = ease(x - column);
  const v = ease(y - row);
  const south = lattice(column, row, salt) * (1 - u) + lattice(column + 1, row, salt) * u;
  const north = lattice(column, row + 1, salt) * (1 - u) + lattice(column + 1, row + 1, salt) * u;
  return south * (1 - v) + north * v;
}

/** Octaves of noise in [0, 1]; `size` is the length of the largest forms, in metres. */
export function hills(
  east: number,
  north: number,
  size: number,
  salt: number,
  octaves = 4,
): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  let scale = 1 / size;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum +=
      weight * noise(east * scale + 31.7 * octave, north * scale - 17.3 * octave, salt + octave);
    total += weight;
    weight *= 0.5;
    scale *= 2.03;
  }
  return sum / total;
}
