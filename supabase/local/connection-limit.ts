/** How many connections one address may hold open without having asked anything: half-open ones shut nobody out. */
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** A browser opens six; behind one office router stand some dozens of browsers that have just been started. */
const FRESH_PER_ADDRESS = 64;

/**
 * Ends connections beyond the limit at once. One that has sent a whole request no longer counts: it is somebody's console.
 * @param most connections of one address that may still be without a request
 */
export function limitFreshConnections(server: Server, most = FRESH_PER_ADDRESS): void {
  const fresh = new Map<string, number>();
  const counted = new WeakSet<Socket>();
  const settle = (socket: Socket, address: string): void => {
    if (!counted.delete(socket)) return;
    const left = (fresh.get(address) ?? 1) - 1;
    if (left > 0) fresh.set(address, left);
    else fresh.delete(address);
  };
  const addresses = new WeakMap<Socket, string>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if ((fresh.get(address) ?? 0) >= most) return void socket.destroy();
    fresh.set(address, (fresh.get(address) ?? 0) + 1);
    counted.add(socket);
    addresses.set(socket, address);
    socket.once('close', () => settle(socket, address));
  });
  server.on('request', ({ socket }: IncomingMessage) => settle(socket, addresses.get(socket) ?? ''));
}
