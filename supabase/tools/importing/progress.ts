/** A progress bar on stderr: redrawn in place on a terminal, a line every ten percent elsewhere. */
import type { Progress } from '../../../src/core/import/types.ts';
import { say } from '../../local/text.ts';

const WIDTH = 24;

export class ProgressBar {
  private last = '';
  private drawnAt = 0;
  private readonly stream: NodeJS.WriteStream;

  constructor(
    private readonly bytes: number,
    stream: NodeJS.WriteStream = process.stderr,
  ) {
    this.stream = stream;
  }

  /** `done` counts bytes while reading, rows otherwise. */
  show({ phase, done, total }: Progress): void {
    const all = total ?? this.bytes;
    const share = all > 0 ? Math.min(1, done / all) : 1;
    const label = say(`importer.progress.${phase}`);
    if (!this.stream.isTTY) return this.step(phase, label, share);
    const now = Date.now();
    if (share < 1 && now - this.drawnAt < 80) return;
    this.drawnAt = now;
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.stream.write(`\r${label} ${bar} ${Math.round(share * 100)}%\u001b[K`);
    this.last = phase;
  }

  /** Small files pass without a word where nobody watches. */
  private step(phase: string, label: string, share: number): void {
    const tenth = `${phase} ${Math.floor(share * 10) * 10}%`;
    if (tenth === this.last || this.bytes < 2_000_000) return;
    this.last = tenth;
    this.stream.write(`${label} ${Math.floor(share * 10) * 10}%\n`);
  }

  /** Clear the bar, so that the result stands alone. */
  end(): void {
    if (this.stream.isTTY && this.last !== '') this.stream.write('\r\u001b[K');
  }
}
