/** The nodes of a file as columns, in pages so that growing never copies: 16 bytes a node. */
import { RoadsFailure } from '../failure.ts';

const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
/** As many as a country of medium size has; more would not fit a browser. */
const MOST_NODES = 120_000_000;

interface Page {
  ids: Float64Array;
  lngs: Int32Array;
  lats: Int32Array;
}

export class NodeStore {
  size = 0;
  private readonly pages: Page[] = [];
  private sorted = true;
  private last = -Infinity;
  /** Node numbers by id, where the file does not have them in order. */
  private order: Float64Array | null = null;

  /** @throws RoadsFailure too_many_nodes, out_of_range */
  add(id: number, lng: number, lat: number): void {
    if (Math.abs(lng) > 180e7 || Math.abs(lat) > 90e7)
      throw new RoadsFailure('out_of_range', { id });
    if (this.size >= MOST_NODES) throw new RoadsFailure('too_many_nodes', { limit: MOST_NODES });
    const at = this.size & (PAGE - 1);
    if (at === 0)
      this.pages.push({
        ids: new Float64Array(PAGE),
        lngs: new Int32Array(PAGE),
        lats: new Int32Array(PAGE),
      });
    const page = this.pages[this.size >> PAGE_BITS];
    if (page === undefined) return;
    page.ids[at] = id;
    page.lngs[at] = lng;
    page.lats[at] = lat;
    if (id <= this.last) this.sorted = false;
    this.last = id;
    this.size++;
  }

  private idAt(index: number): number {
    return this.pages[index >> PAGE_BITS]?.ids[index & (PAGE - 1)] ?? NaN;
  }

  /** Place of a node, degrees. */
  place(index: number): [lng: number, lat: number] {
    const page = this.pages[index >> PAGE_BITS];
    const at = index & (PAGE - 1);
    return [(page?.lngs[at] ?? NaN) / 1e7, (page?.lats[at] ?? NaN) / 1e7];
  }

  /** Number of the node with this id, or -1. Of an id that stands twice the file's last counts. */
  indexOf(id: number): number {
    if (!this.sorted && this.order === null) {
      const order = Float64Array.from({ length: this.size }, (_, i) => i);
      this.order = order.sort((a, b) => this.idAt(a) - this.idAt(b) || a - b);
    }
    const order = this.order;
    const numberAt = (i: number): number => (order === null ? i : (order[i] ?? 0));
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.idAt(numberAt(middle)) <= id) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return -1;
    const found = numberAt(low - 1);
    return this.idAt(found) === id ? found : -1;
  }
}
