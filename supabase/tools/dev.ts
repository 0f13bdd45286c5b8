/** `npm run dev`: the same app on the same origin, with the page served from its sources and reloaded while hot. */
import { startApp } from '../local/app.ts';
import { demonstration } from '../demo/demonstration.ts';
import { showProgress } from '../local/progress.ts';
import { readSettings } from '../local/settings.ts';
import { runCommand } from '../local/text.ts';
import { greet, stopOnSignals } from './start.ts';

await runCommand(async () => {
  const settings = readSettings();
  const { createServer } = await import('vite');
  let serve: Parameters<typeof startApp>[1]['page'] = (_request, response) =>
    void response.writeHead(503).end();
  const app = await startApp(settings, {
    page: (request, response) => typeof serve === 'function' && serve(request, response),
    demonstration,
    onProgress: showProgress,
  });
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { server: app.server } },
    appType: 'spa',
  });
  serve = (request, response) => {
    // One screen or part alone. At the root, beside the page's configuration.
    request.url = request.url?.replace(/^\/gallery\.html/, '/tests/gallery/index.html');
    vite.middlewares(request, response);
  };
  stopOnSignals(app, settings.dataDir, () => vite.close());
  await greet(app, settings);
});
