/** What the workers that read files share. */

/** A file's bytes as they come. */
export async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

const PROGRESS_MS = 80;

/** At most a dozen times a second, and whenever another phase begins: more would keep the page busy with telling. */
export function calm<Progress extends { phase: string }>(
  report: (progress: Progress) => void,
): (progress: Progress) => void {
  let last = 0;
  let phase: string | null = null;
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && now - last < PROGRESS_MS) return;
    last = now;
    phase = progress.phase;
    report(progress);
  };
}
