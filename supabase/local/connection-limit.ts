/** How many connections one address may hold open without having asked anything: half-open ones shut nobody out. */
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** A browser opens six; behind one office router stand some dozens of browsers that have just been started. */
const FRESH_PER_ADDRESS = 64;
/**
 * Milliseconds that more than those have to ask something. Five hundred consoles behind one router that come back with the power
 * are there at once, and a server that is busy for a moment sees them all before it sees what they ask.
 */
const GRACE = 2_000;
/** More than this of one address are ended at once. */
const CROWD_PER_ADDRESS = 1_024;

interface FreshLimits {
  most?: number;
  grace?: number;
  crowd?: number;
}

/** Ends connections beyond the limits. One that has sent a whole request no longer counts: it is somebody's console. */
export function limitFreshConnections(server: Server, limits: FreshLimits = {}): void {
  const { most = FRESH_PER_ADDRESS, grace = GRACE, crowd = CROWD_PER_ADDRESS } = limits;
  const fresh = new Map<string, number>();
  const counted = new Map<Socket, string>();
  const settle = (socket: Socket): void => {
    const address = counted.get(socket);
    if (address === undefined) return;
    counted.delete(socket);
    const left = (fresh.get(address) ?? 1) - 1;
    if (left > 0) fresh.set(address, left);
    else fresh.delete(address);
  };
  const judge = (socket: Socket): void => {
    const address = counted.get(socket);
    if (address === undefined || (fresh.get(address) ?? 0) <= most) return;
    settle(socket);
    socket.destroy();
  };
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const before = fresh.get(address) ?? 0;
    if (before >= crowd) return void socket.destroy();
    fresh.set(address, before + 1);
    counted.set(socket, address);
    socket.once('close', () => settle(socket));
    // Looked at only after what has come meanwhile was read: a busy server is not the fault of who asks.
    if (before >= most) setTimeout(() => setImmediate(judge, socket), grace).unref();
  });
  server.on('request', ({ socket }: IncomingMessage) => settle(socket));
}
