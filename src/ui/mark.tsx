/** Three places around one: who is nearest. */
export function Mark({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 34 34" aria-hidden="true" style={{ flex: 'none' }}>
      <rect x="1" y="1" width="32" height="32" rx="6" fill="var(--m-accent)" />
      <g stroke="var(--m-on-accent)" strokeWidth="1.6" fill="none">
        <path d="M17 17 8.5 9M17 17l9-5.5M17 17l-3 9" opacity=".75" />
        <path d="M17 12.4 21.6 17 17 21.6 12.4 17Z" fill="var(--m-on-accent)" />
        <circle cx="8" cy="8.6" r="2.6" fill="var(--m-accent)" />
        <circle cx="26.4" cy="11.2" r="2.6" fill="var(--m-accent)" />
        <circle cx="13.8" cy="26.4" r="2.6" fill="var(--m-accent)" />
      </g>
    </svg>
  );
}
