/** Whether a newer run of the same task has begun since, so that what this one brings is to be dropped. */
export type Overtaken = () => boolean;

interface NewestWins {
  /** Begin a run; every run before it is overtaken. */
  begin(): Overtaken;
  /** Nobody waits for an answer any more: the run on its way is overtaken too. */
  drop(): void;
}

/** For a task that is begun again before it has ended, and whose answers may come in any order: only the newest counts. */
export function newestWins(): NewestWins {
  let newest = 0;
  return {
    begin: () => {
      const mine = ++newest;
      return () => mine !== newest;
    },
    drop: () => {
      newest++;
    },
  };
}
