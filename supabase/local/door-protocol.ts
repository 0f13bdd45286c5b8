/** Lines of JSON between a running app and a command-line tool: one question a line, one answer a line. */
import type { Socket } from 'node:net';
import type { PlainError } from './embedded-protocol.ts';

export type DoorQuestion =
  | { id: number; do: 'hello'; token: string }
  | { id: number; do: 'query'; sql: string; params: readonly unknown[] }
  | { id: number; do: 'begin' | 'commit' | 'rollback' };

export type DoorAnswer = { id: number; rows: object[] } | { id: number; error: PlainError };

/** Calls `take` with every whole line; a line longer than `limit` characters ends the connection. */
export function onLines(socket: Socket, limit: number, take: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > limit) return void socket.destroy();
    for (const line of lines) if (!socket.destroyed) take(line);
  });
}
