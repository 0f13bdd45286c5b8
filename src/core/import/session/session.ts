/**
 * One file on its way into the register: read as often as a person corrects how, compared with what is stored, decided
 * about row by row, and turned into rows to be written. Holds everything, so that a page only asks for what it shows.
 */
import { FileFailure } from '../../files/failure.ts';
import { guessKind } from './guess-kind.ts';
import type { StoredKind } from '../difference/tables.ts';
import { importFile } from '../import-file.ts';
import { inspectFile } from '../inspect-file.ts';
import type { Fence, ImportOptions, ImportPlan } from '../types.ts';
import { Comparison } from './comparison.ts';
import { StoredRegister } from './stored.ts';
import type {
  Decision,
  ImportContext,
  ImportSettings,
  Difference,
  DifferenceGroup,
  DifferenceRow,
  OnProgress,
  ReadResult,
  RefusedRow,
  Write,
} from './types.ts';
import { describePlan } from './understand.ts';
import { rejectsFile } from './rejects-of.ts';
import type { RejectsFile, RejectTexts } from './rejects-of.ts';
import type { RecordKind } from '../../model/index.ts';

export interface SessionFile {
  /** The bytes from the beginning, as often as asked. */
  open: () => AsyncIterable<Uint8Array>;
  size: number;
  /** Files that belong to it by name (.dbf, .prj …). */
  companions?: ImportOptions['companions'];
  sqliteWasm?: ImportOptions['sqliteWasm'];
  /** Other files a person gave, whose columns can be joined. */
  otherFiles?: readonly { name: string; open: () => AsyncIterable<Uint8Array> }[];
}

/** Rows that are enough to see what kind of list a file is. */
const LOOKED_AT = 100;

export class ImportSession {
  private plan: ImportPlan | null = null;
  private stored: StoredRegister | null = null;
  private comparison: Comparison | null = null;
  private district = '';
  private settled: Readonly<Record<string, string>> = {};

  constructor(
    private readonly file: SessionFile,
    private readonly context: ImportContext,
    private readonly newId: () => string,
  ) {}

  /** Read the file as stated; may be repeated with other settings. */
  async read(settings: ImportSettings, onProgress: OnProgress): Promise<ReadResult> {
    this.plan = null;
    this.comparison = null;
    this.district = settings.district;
    const { kinds, likelyKind, fileName } = this.context;
    try {
      let { kind } = settings;
      let seen = true;
      if (kind === null) {
        const look = await inspectFile(this.file.open(), {
          ...this.optionsAs(likelyKind, settings),
          most: LOOKED_AT,
        });
        const titles = look.columns.map(({ name }) => name);
        const placed = look.sample.map(({ properties }) => String(properties?.name ?? ''));
        const called = look.columns.find(({ field }) => field === 'name')?.samples ?? [];
        const { points, lines, areas } = look.geometry;
        const evidence = {
          names: [fileName, look.layer ?? ''],
          columns: titles,
          rows: placed.length > 0 ? placed : called,
          drawn: points === 0 && lines + areas > 0,
        };
        ({ kind, seen } = guessKind(kinds, evidence, likelyKind));
      }
      const options = this.optionsAs(kind, settings);
      const plan = await importFile(this.file.open(), {
        ...options,
        onProgress: (progress) =>
          onProgress(progress.phase === 'read' ? { ...progress, total: this.file.size } : progress),
      });
      this.plan = plan;
      const codes = new Set(this.context.districts.map(({ code }) => code));
      this.stored = new StoredRegister(kind, codes);
      return {
        tag: 'understood',
        understood: { ...describePlan(plan, kind, settings), kindSeen: seen },
      };
    } catch (error) {
      if (error instanceof FileFailure)
        return { tag: 'failed', code: error.code, params: error.params };
      throw error;
    }
  }

  /**
   * Titles of the columns of another given file, by one of which it can be joined.
   * @throws FileFailure when it cannot be read
   */
  async columnsOfOther(name: string): Promise<string[]> {
    const input = this.otherFile(name)?.();
    if (input === undefined) return [];
    const { likelyKind, words } = this.context;
    const { sqliteWasm } = this.file;
    const look = await inspectFile(input, {
      kind: likelyKind,
      fileName: name,
      words,
      sqliteWasm,
      most: LOOKED_AT,
    });
    return look.columns.map((column) => column.name);
  }

  private otherFile(name: string): (() => AsyncIterable<Uint8Array>) | undefined {
    return this.file.otherFiles?.find((one) => one.name === name)?.open;
  }

  private optionsAs(kind: StoredKind, settings: ImportSettings): ImportOptions {
    const { fileName, words, now, districts } = this.context;
    const own = districts.find(({ code }) => code === settings.district);
    const fence: Fence | undefined =
      own?.geometry == null ? undefined : { code: own.code, geometry: own.geometry };
    const pairs = Object.entries(settings.columns);
    const options: ImportOptions = {
      kind,
      fileName,
      words,
      now,
      fence,
      columns: Object.fromEntries(pairs.map(([index, field]) => [Number(index), field])),
      set: settings.set,
      crs: settings.crs ?? undefined,
      encoding: settings.encoding ?? undefined,
      header: settings.header ?? undefined,
      layer: settings.layer ?? undefined,
      companions: this.file.companions,
      sqliteWasm: this.file.sqliteWasm,
      source: settings.source ?? undefined,
      withoutPlaces: settings.withoutPlaces,
      turnSwapped: settings.turnSwapped,
      pairsAsOne: settings.pairsAsOne,
      joinParts: settings.joinParts,
    };
    const { join } = settings;
    const input = join == null ? undefined : this.otherFile(join.file)?.();
    if (join != null && input !== undefined)
      options.join = { input, fileName: join.file, key: join.key };
    if (own !== undefined) options.timezone = own.timezone;
    return options;
  }

  /** Bring some of the register; everything `understood.needs` before comparing, archived records too. */
  addStored(kind: RecordKind, rows: readonly object[]): void {
    this.stored?.add(kind, rows);
  }

  /** Forget what was brought of the register, to bring it anew. */
  forgetStored(): void {
    if (this.stored === null) return;
    this.stored = new StoredRegister(
      this.stored.kind,
      new Set(this.context.districts.map(({ code }) => code)),
    );
  }

  /** What would change. Everything new and changed is accepted at first; what resembles a stored record is not. */
  compare(onProgress: OnProgress): Difference {
    const { plan, stored } = this;
    if (plan === null || stored === null) throw new Error('compared before it was read');
    this.comparison = new Comparison(plan, stored, {
      districts: this.context.districts,
      district: this.district,
      unitUnstated: this.context.words.unitUnstated,
      fileName: this.context.fileName,
      settled: this.settled,
      newId: this.newId,
      onProgress,
    });
    return this.comparison.difference();
  }

  /** Say which depot a name of the file stands for (its id, or MAKE_DEPOT), and compare again. */
  settleDepot(name: string, depot: string | null): Difference {
    const others = Object.entries(this.settled).filter(([one]) => one !== name);
    this.settled = Object.fromEntries(depot === null ? others : [...others, [name, depot]]);
    return this.compare(() => undefined);
  }

  rows(group: DifferenceGroup, from: number, count: number): DifferenceRow[] {
    return this.compared().rows(group, from, count);
  }

  /** Decide about some lines by index, or about a whole group. */
  decide(which: DifferenceGroup | readonly number[], decision: Decision): Difference {
    this.compared().decide(which, decision);
    return this.compared().difference();
  }

  /** How many rows are to be written, so that they can be fetched in parts. */
  prepareWrites(now: string): number {
    return this.compared().prepareWrites(now);
  }

  writes(from: number, count: number): readonly Write[] {
    return this.compared().writes(from, count);
  }

  /** Rows the register did not take count as rejected. */
  refuse(rows: readonly RefusedRow[]): Difference {
    this.compared().refuse(rows);
    return this.compared().difference();
  }

  /** Rejected, repeated and left-out rows as a file of the same form; null when there are none. */
  rejects(texts: RejectTexts): RejectsFile | null {
    if (this.plan === null) return null;
    return rejectsFile(this.plan, this.comparison?.notTaken() ?? [], texts, this.context.fileName);
  }

  private compared(): Comparison {
    if (this.comparison === null) throw new Error('asked before it was compared');
    return this.comparison;
  }
}
