// Loaded before the app: writes every address that any thread of it tries to reach to the file in MUSTER_NETWORK_LOG.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const note = (what, to) => appendFileSync(process.env.MUSTER_NETWORK_LOG, `${what} ${to}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const to =
    typeof first === 'object' && first !== null
      ? (first.path ?? `${first.host ?? 'localhost'}:${first.port}`)
      : String(first);
  note('connect', to);
  return connect.apply(this, args);
};
for (const holder of [dns, dns.promises])
  for (const name of Object.keys(holder))
    if (/^(lookup|resolve|reverse)/.test(name) && typeof holder[name] === 'function') {
      const original = holder[name];
      holder[name] = function (...args) {
        note('name', String(args[0]));
        return original.apply(this, args);
      };
    }
const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
  note('datagram', String(args.filter((part) => typeof part === 'string').at(-1)));
  return send.apply(this, args);
};
const secure = tls.connect;
tls.connect = function (...args) {
  note('tls', JSON.stringify(args[0]?.host ?? args[0]));
  return secure.apply(this, args);
};
const fetchAny = globalThis.fetch;
globalThis.fetch = function (input, ...rest) {
  note('fetch', String(input?.url ?? input));
  return fetchAny.call(this, input, ...rest);
};
syncBuiltinESMExports();
note('watching', process.pid);
