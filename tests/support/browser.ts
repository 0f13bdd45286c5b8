/** Finds a Chromium for the end-to-end tests; installs one where it may; otherwise says the one line to run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const NAMED = ['MUSTER_BROWSER', 'CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'] as const;

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags that make headless Chromium draw WebGL by software and call nobody. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Path of a usable browser, or null. @throws when a variable names a browser that is not there. */
export function findBrowser(): string | null {
  for (const variable of NAMED) {
    const path = process.env[variable];
    if (!path) continue;
    if (!existsSync(path)) throw new Error(`${variable}=${path}: there is no such file`);
    return path;
  }
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** A browser, installed if need be. @throws Error whose message is the line to run. */
export function provideBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    console.error('No browser found; installing Chromium with apt-get …');
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
        stdio: 'inherit',
      });
    } catch {
      // Said below with the line to run.
    }
  } else {
    console.error('No browser found; asking Playwright for its own …');
    spawnSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'The end-to-end tests need Chromium. Run:  sudo apt-get install -y chromium fonts-noto-cjk   (or set MUSTER_BROWSER=/path/to/chrome)',
  );
}
