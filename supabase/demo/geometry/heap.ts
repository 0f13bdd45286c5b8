/** A small binary heap of numbers by priority: the queue of every search over land and roads. */
export class Heap {
  private readonly items: number[] = [];
  private readonly priorities: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(item: number, priority: number): void {
    let at = this.items.length;
    this.items.push(item);
    this.priorities.push(priority);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.priorities[parent] ?? 0) <= priority) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** The item of lowest priority with its priority; null when empty. */
  pop(): { item: number; priority: number } | null {
    const item = this.items[0];
    const priority = this.priorities[0];
    const lastItem = this.items.pop();
    const lastPriority = this.priorities.pop();
    if (
      item === undefined ||
      priority === undefined ||
      lastItem === undefined ||
      lastPriority === undefined
    )
      return null;
    const size = this.items.length;
    if (size > 0) {
      this.items[0] = lastItem;
      this.priorities[0] = lastPriority;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        const right = left + 1;
        let least = at;
        if (left < size && (this.priorities[left] ?? 0) < (this.priorities[least] ?? 0))
          least = left;
        if (right < size && (this.priorities[right] ?? 0) < (this.priorities[least] ?? 0))
          least = right;
        if (least === at) break;
        this.swap(at, least);
        at = least;
      }
    }
    return { item, priority };
  }

  private swap(a: number, b: number): void {
    [this.items[a], this.items[b]] = [this.items[b] ?? 0, this.items[a] ?? 0];
    [this.priorities[a], this.priorities[b]] = [this.priorities[b] ?? 0, this.priorities[a] ?? 0];
  }
}
