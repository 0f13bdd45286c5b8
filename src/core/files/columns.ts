/** The columns of a file, in the order they were first seen. */
export class Columns {
  readonly names: string[] = [];
  private readonly at = new Map<string, number>();

  /** Index of a column, added at the end when new. */
  indexOf(name: string): number {
    const known = this.at.get(name);
    if (known !== undefined) return known;
    this.at.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  /** Add a column under its own index even when another has the same title. */
  append(name: string): number {
    if (!this.at.has(name)) this.at.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
