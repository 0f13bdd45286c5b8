// Does what the app must never do, so that the watch over it can be seen to work.
import { connect } from 'node:net';

connect({ host: '192.0.2.1', port: 9 })
  .on('error', () => undefined)
  .destroy();
await fetch('http://telemetry.example/').catch(() => undefined);
