import './ui/mantine.css';
import './ui/tokens.css';
import './ui/touch.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { recallPreferences } from './actions/preferences.ts';
import { runConsole } from './actions/console/run-console.ts';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root !== null) {
  recallPreferences();
  runConsole();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
