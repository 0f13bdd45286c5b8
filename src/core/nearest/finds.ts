/** What a search has found so far: enough points to be sure of the k nearest, and how far it must still look. */
import { cosine, haversineFrom } from '../geo/distance.ts';
import type { Meters } from '../model/index.ts';
import type { NearestIndex } from './build.ts';
import { DEGREES, IDS, LEAF_NUMBERS } from './leaves.ts';
import { LEAF } from './order.ts';

/**
 * Squared chords and Turf's haversine round differently: by some 1e-15 of the earth's radius, that is some 4e-15 d in
 * d². Ten times that is the room within which a point is kept until Turf's own distance decides.
 */
export const withRoom = (chord2: number): number => chord2 + 4e-14 * Math.sqrt(chord2) + 1e-28;

/** So few are sorted by insertion. */
const FEW = 64;

export class Finds {
  /** Points with a longer squared chord cannot be answers any more. */
  reach = 0;
  private index!: NearestIndex;
  private lng = 0;
  private lat = 0;
  private wanted = 0;
  /** The `wanted` shortest squared chords so far: a heap, the longest first. */
  private heap = new Float64Array(64);
  private inHeap = 0;
  private places = new Int32Array(256);
  private chords = new Float64Array(256);
  private meters = new Float64Array(256);
  private numbers = new Float64Array(256);
  private count = 0;

  start(index: NearestIndex, lng: number, lat: number, wanted: number, reach: number): void {
    this.index = index;
    this.lng = lng;
    this.lat = lat;
    this.wanted = wanted;
    this.reach = reach;
    this.inHeap = 0;
    this.count = 0;
    if (this.heap.length < wanted) this.heap = new Float64Array(wanted);
  }

  /** Keeps the point at place `p`, whose squared chord is within reach; returns the reach from now on. */
  add(p: number, chord2: number): number {
    if (this.count === this.places.length) this.makeRoom();
    this.places[this.count] = p;
    this.chords[this.count++] = chord2;
    if (this.inHeap < this.wanted) {
      this.rise(chord2);
      if (this.inHeap < this.wanted) return this.reach;
    } else {
      if (chord2 >= this.heap[0]!) return this.reach;
      this.sink(chord2);
    }
    const reach = withRoom(this.heap[0]!);
    if (reach < this.reach) this.reach = reach;
    return this.reach;
  }

  /** The `wanted` nearest within `maxDistance` in exact order: by Turf's distance, ties by the caller's number. */
  finish(maxDistance: Meters): { ids: number[]; meters: Meters[] } {
    if (this.count > FEW) return this.finishMany(maxDistance);
    const { places, chords, count, reach, wanted } = this;
    const cosLat = cosine(this.lat);
    const ids: number[] = [];
    const meters: Meters[] = [];
    for (let slot = 0; slot < count; slot++) {
      if (chords[slot]! > reach) continue;
      const distance = this.metersTo(places[slot]!, cosLat);
      if (distance > maxDistance) continue;
      const id = this.numberOf(places[slot]!);
      let rank = meters.length;
      ids.push(id);
      meters.push(distance);
      for (; rank > 0; rank--) {
        const before = meters[rank - 1]!;
        if (before < distance || (before === distance && ids[rank - 1]! < id)) break;
        meters[rank] = before;
        ids[rank] = ids[rank - 1]!;
      }
      meters[rank] = distance;
      ids[rank] = id;
    }
    if (ids.length > wanted) {
      ids.length = wanted;
      meters.length = wanted;
    }
    return { ids, meters };
  }

  private finishMany(maxDistance: Meters): { ids: number[]; meters: Meters[] } {
    this.dropBeyondReach();
    const ids: number[] = [];
    const meters: Meters[] = [];
    for (const slot of this.exactOrder()) {
      const distance = this.meters[slot]!;
      if (ids.length === this.wanted || distance > maxDistance) break;
      ids.push(this.numbers[slot]!);
      meters.push(distance);
    }
    return { ids, meters };
  }

  /** Turf's distance of the point at a place of the index. */
  private metersTo(place: number, cosLat: number): Meters {
    const { leaves } = this.index;
    const inLeaf = place % LEAF;
    const at = ((place - inLeaf) / LEAF) * LEAF_NUMBERS + DEGREES + 2 * inLeaf;
    return haversineFrom(this.lng, this.lat, cosLat, leaves[at]!, leaves[at + 1]!);
  }

  /** The caller's number of the point at a place of the index. */
  private numberOf(place: number): number {
    const inLeaf = place % LEAF;
    return this.index.leaves[((place - inLeaf) / LEAF) * LEAF_NUMBERS + IDS + inLeaf]!;
  }

  private rise(chord2: number): void {
    const heap = this.heap;
    let at = this.inHeap++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! >= chord2) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = chord2;
  }

  private sink(chord2: number): void {
    const heap = this.heap;
    const size = this.inHeap;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && heap[child + 1]! > heap[child]!) child++;
      if (heap[child]! <= chord2) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = chord2;
  }

  private dropBeyondReach(): void {
    const { places, chords, reach } = this;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (chords[i]! > reach) continue;
      places[kept] = places[i]!;
      chords[kept++] = chords[i]!;
    }
    this.count = kept;
  }

  /** Slots of the kept points in exact order; leaves their distances and numbers in `meters` and `numbers`. */
  private exactOrder(): number[] {
    const { places, count } = this;
    if (this.meters.length < count) {
      this.meters = new Float64Array(places.length);
      this.numbers = new Float64Array(places.length);
    }
    const { meters, numbers } = this;
    const cosLat = cosine(this.lat);
    const slots: number[] = [];
    for (let slot = 0; slot < count; slot++) {
      meters[slot] = this.metersTo(places[slot]!, cosLat);
      numbers[slot] = this.numberOf(places[slot]!);
      slots.push(slot);
    }
    return slots.sort((a, b) => meters[a]! - meters[b]! || numbers[a]! - numbers[b]!);
  }

  /** Many alike (a whole town at one place): only the exact order can tell which of them stay. */
  private makeRoom(): void {
    this.dropBeyondReach();
    if (this.count > 2 * this.wanted + FEW) {
      const kept = this.exactOrder().slice(0, this.wanted);
      const places = kept.map((slot) => this.places[slot]!);
      const chords = kept.map((slot) => this.chords[slot]!);
      this.places.set(places);
      this.chords.set(chords);
      this.count = kept.length;
    }
    if (this.count <= this.places.length / 2) return;
    this.places = lengthened(this.places, new Int32Array(2 * this.places.length));
    this.chords = lengthened(this.chords, new Float64Array(2 * this.chords.length));
  }
}

function lengthened<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
