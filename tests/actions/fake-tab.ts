/** A browser tab as far as the actions need one: window, document, storages, address and its history. */
import { vi } from 'vitest';
import { MemoryStorage } from '../backend/open-fake.ts';

export class FakeTab {
  readonly window = new EventTarget();
  readonly document = Object.assign(new EventTarget(), { hidden: false });
  readonly sessionStorage = new MemoryStorage();
  readonly localStorage = new MemoryStorage();
  /** Addresses from the oldest step to the newest. */
  steps: string[] = ['/'];
  at = 0;
  /** How often the page was loaded anew. */
  loads = 0;

  constructor() {
    const location = {
      origin: 'http://console.test',
      pathname: '/',
      search: '',
      reload: () => void (this.loads += 1),
    };
    Object.defineProperty(location, 'hash', {
      get: () => /#.*/.exec(this.steps[this.at] ?? '')?.[0] ?? '',
    });
    const history = {
      replaceState: (_: unknown, __: string, address: string) =>
        void (this.steps[this.at] = address),
      pushState: (_: unknown, __: string, address: string) => {
        this.steps = [...this.steps.slice(0, this.at + 1), address];
        this.at += 1;
      },
    };
    vi.stubGlobal('window', this.window);
    vi.stubGlobal('document', this.document);
    vi.stubGlobal('sessionStorage', this.sessionStorage);
    vi.stubGlobal('localStorage', this.localStorage);
    vi.stubGlobal('location', location);
    vi.stubGlobal('history', history);
  }

  back(): void {
    this.at -= 1;
    this.window.dispatchEvent(new Event('popstate'));
  }

  /** A click on a link to a place of the page. */
  jump(hash: string): void {
    this.steps = [...this.steps.slice(0, this.at + 1), `/${hash}`];
    this.at += 1;
    this.window.dispatchEvent(new Event('popstate'));
  }

  hide(hidden: boolean): void {
    this.document.hidden = hidden;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}
