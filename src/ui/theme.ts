import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

/** Petrol: stays clear of the four level colours. */
const petrol: MantineColorsTuple = [
  '#eaf4f3',
  '#d6e7e5',
  '#abcfcb',
  '#7db7b0',
  '#55a299',
  '#2f8f84',
  '#1b766d',
  '#0d5c56',
  '#0a4a45',
  '#063632',
];

/** Mantine's night greys, moved to the tone of tokens.css. */
const dark: MantineColorsTuple = [
  '#e3eae8',
  '#c3cfcc',
  '#a5b4b1',
  '#71827f',
  '#4a5a57',
  '#283336',
  '#1d2628',
  '#161d1f',
  '#101618',
  '#0b1011',
];

/** Controls of the console: dense (1 rem = 14 px), square-ish, one accent. Day and night come from tokens.css. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark },
  fontFamily: 'var(--m-font)',
  fontFamilyMonospace: 'var(--m-font-mono)',
  headings: { fontFamily: 'var(--m-font)', fontWeight: '650' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  // Mantine's own steps assume 16 px; these are 12, 13, 14, 16 and 20 px at the console's 14.
  fontSizes: {
    xs: 'var(--m-text-1)',
    sm: 'var(--m-text-2)',
    md: 'var(--m-text-3)',
    lg: 'var(--m-text-4)',
    xl: 'var(--m-text-5)',
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    // Menus stand at once: motion only explains, and a fade explains nothing. They stand beside their button, inside its
    // landmark, and nothing in them but items takes the focus.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        withinPortal: false,
        floatingStrategy: 'fixed',
        withInitialFocusPlaceholder: false,
      },
    },
    Combobox: { defaultProps: { withinPortal: false, floatingStrategy: 'fixed' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
});
