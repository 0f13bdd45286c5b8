/** The few signs of the shell, drawn here: strokes on a 20 × 20 field in the colour of the text. */
const PATHS = {
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  search: 'M8.7 3.5a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4ZM12.6 12.6 17 17',
  sun: 'M10 6.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8ZM10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4',
  moon: 'M15.8 12.2A6.4 6.4 0 0 1 7.8 4.2a6.4 6.4 0 1 0 8 8Z',
  person:
    'M10 3a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 1 1 10 3ZM3.8 17c.5-3.4 3-5.2 6.2-5.2s5.7 1.8 6.2 5.2',
  keyboard: 'M2.5 5.5h15v9h-15ZM5.5 8.3h.01M8.5 8.3h.01M11.5 8.3h.01M14.5 8.3h.01M6.5 11.7h7',
  link: 'M8.4 11.6a3 3 0 0 0 4.3 0l2.8-2.8a3 3 0 0 0-4.3-4.3l-1 1M11.6 8.4a3 3 0 0 0-4.3 0l-2.8 2.8a3 3 0 0 0 4.3 4.3l1-1',
  command: 'M10 2.5v4M10 13.5v4M2.5 10h4M13.5 10h4M10 5.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8Z',
  records: 'M3 4.5h14v11H3ZM3 8.2h14M3 11.9h14M8 8.2v7.3',
  people:
    'M7.3 3.6a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 1 1 0-5.4ZM2 16.2c.4-3.1 2.5-4.7 5.3-4.7s4.9 1.6 5.3 4.7M13 4.2a2.4 2.4 0 0 1 0 4.6M15 11.9c1.8.6 2.8 2 3 4.3',
  roads: 'M6.2 3 3.5 17M13.8 3l2.7 14M10 3v2.4M10 8.4v2.8M10 14.2V17',
  leave: 'M8 3.5H4v13h4M8.5 10H17M13.5 6.5 17 10l-3.5 3.5',
  language:
    'M2.5 5h8M6.5 3v2M4 5c.6 3 2.6 5 5.4 6.2M9 5c-.8 3-3 5.2-6 6.4M10.2 17l3.4-8.5L17 17M11.4 14.2h4.4',
  up: 'M4.5 12.5 10 7l5.5 5.5',
  down: 'M4.5 7.5 10 13l5.5-5.5',
} as const;

type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" style={{ flex: 'none' }}>
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
