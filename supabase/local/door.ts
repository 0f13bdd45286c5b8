/**
 * The door of a running app for command-line tools: a socket that only the owner of the data folder can open. A tool
 * may hold one transaction; when it goes away, the transaction is rolled back.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Engine, OpenTransaction } from './engine.ts';
import { onLines } from './door-protocol.ts';
import type { DoorAnswer, DoorQuestion } from './door-protocol.ts';
import { toPlainError } from './plain-error.ts';

export interface Door {
  path: string;
  token: string;
  close(): Promise<void>;
}

/** Longest path a Unix-domain socket takes on every system we know (104 bytes on macOS, with the ending zero). */
const LONGEST_PATH = 100;
/** Longest question: a chunk of an import, with room. */
const LONGEST_LINE = 64 * 1024 * 1024;

export async function openDoor(engine: Engine, dataDir: string): Promise<Door> {
  const { path, remove } = doorPath(dataDir);
  const token = randomBytes(24).toString('base64url');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    attend(engine, socket, token);
  });
  await listen(server, path);
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return {
    path,
    token,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      remove();
    },
  };
}

/** In the data folder where its path is short enough, otherwise in a private temporary folder. */
function doorPath(dataDir: string): { path: string; remove: () => void } {
  if (process.platform === 'win32')
    return {
      path: `\\\\.\\pipe\\muster-${randomBytes(12).toString('hex')}`,
      remove: () => undefined,
    };
  const inside = join(dataDir, 'muster.sock');
  if (Buffer.byteLength(inside) <= LONGEST_PATH) {
    // Left by a process that was killed; the folder's lock says that we are alone.
    rmSync(inside, { force: true });
    return { path: inside, remove: () => rmSync(inside, { force: true }) };
  }
  const path = join(mkdtempSync(join(tmpdir(), 'muster-')), 'door');
  return { path, remove: () => rmSync(dirname(path), { recursive: true, force: true }) };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

function attend(engine: Engine, socket: Socket, token: string): void {
  let known = false;
  let transaction: OpenTransaction | null = null;
  /** Questions of one tool are answered in their order. */
  let last: Promise<unknown> = Promise.resolve();

  const answer = (answer: DoorAnswer): void => void socket.write(`${JSON.stringify(answer)}\n`);

  async function act(question: DoorQuestion): Promise<object[]> {
    if (question.do === 'hello') {
      known = same(question.token, token);
      if (!known) throw new Error('wrong token');
      return [];
    }
    if (!known) throw new Error('say hello first');
    if (question.do === 'query')
      return (transaction ?? engine).query(question.sql, question.params);
    if (question.do === 'begin') {
      if (transaction) throw new Error('a transaction is already open');
      transaction = await engine.begin();
      if (socket.destroyed) await leave();
      return [];
    }
    const ending = transaction;
    transaction = null;
    await ending?.end(question.do === 'commit');
    return [];
  }

  async function leave(): Promise<void> {
    const left = transaction;
    transaction = null;
    await left?.end(false).catch(() => undefined);
  }

  onLines(socket, LONGEST_LINE, (line) => {
    const question = understand(line);
    if (!question) return void socket.destroy();
    last = last.then(() =>
      act(question).then(
        (rows) => answer({ id: question.id, rows }),
        (error: unknown) => {
          answer({ id: question.id, error: toPlainError(error) });
          if (!known) socket.destroy();
        },
      ),
    );
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => void last.then(leave));
}

function understand(line: string): DoorQuestion | null {
  try {
    return JSON.parse(line) as DoorQuestion;
  } catch {
    return null;
  }
}

function same(one: unknown, other: string): boolean {
  const [left, right] = [Buffer.from(String(one)), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
