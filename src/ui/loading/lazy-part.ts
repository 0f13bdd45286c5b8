/** A part of the program that is loaded when it is first needed, which can fail. */
interface LazyPart<Part> {
  /** Whether it has been loaded. */
  isHere(): boolean;
  /** Load it ahead of need; a failure is ignored, because it is loaded again when it is needed. */
  fetchAhead(): void;
  /**
   * Asks for the part: `onHere` once it is loaded. While it cannot be loaded, `onMissing` after every try, and tries go on
   * with growing pauses. Returns what stops the tries.
   */
  want(onHere: (part: Part) => void, onMissing?: () => void): () => void;
}

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/** `fetchPart` is a dynamic import; it is asked again after it failed, so it must not keep its own failure. */
export function lazyPart<Part>(fetchPart: () => Promise<Part>): LazyPart<Part> {
  let coming: Promise<Part | null> | null = null;
  let here: { part: Part } | null = null;

  const fetchOnce = (): Promise<Part | null> =>
    (coming ??= fetchPart().then(
      (part) => {
        here = { part };
        return part;
      },
      () => {
        coming = null;
        return null;
      },
    ));

  return {
    isHere: () => here !== null,
    fetchAhead: () => void fetchOnce(),
    want(onHere, onMissing) {
      let stopped = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const attempt = async (tries: number): Promise<void> => {
        await fetchOnce();
        if (stopped) return;
        if (here !== null) return onHere(here.part);
        onMissing?.();
        timer = setTimeout(
          () => void attempt(tries + 1),
          PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)],
        );
      };
      if (here !== null) onHere(here.part);
      else void attempt(0);
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}
