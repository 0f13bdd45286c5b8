import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative: a static host may keep the page in a folder.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What changes with a dependency stays cached when only the console's own code changes.
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'supabase', test: /node_modules[\\/]@supabase[\\/]/ },
            // What every lazy part is loaded with must not drag one of them along.
            { name: 'preload', test: /vite[\\/]preload-helper/ },
            // In one piece: the device that luma loads by itself must not be missing when the line dies in between.
            { name: 'deck', test: /node_modules[\\/](@deck\.gl|@luma\.gl)[\\/]/ },
          ],
        },
      },
    },
  },
  test: {
    testTimeout: 180_000,
    hookTimeout: 420_000,
    maxWorkers: 2,
    // Told apart by what they take and never by what they leave out, which the command line says (tests/run/all.ts).
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/{core,messages}/**/*.test.{ts,tsx}'],
          // Nothing there keeps or replaces anything between two calls: the files of a worker share what they import.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/*.test.ts', 'tests/!(core|messages|e2e|bench)/**/*.test.{ts,tsx}'],
        },
      },
    ],
    // What a module is turned into is kept by its content, so that an unchanged tree is not turned again.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest' },
  },
});
