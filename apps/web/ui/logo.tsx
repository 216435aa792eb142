/** An ear drawn as sound arriving: two arcs, the outer one curling into the lobe, and the voice between them. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeWidth="3" strokeLinecap="round">
        <path d="M6.5 13.5a9.5 9.5 0 0 1 19 0c0 6.2-6 7.2-6.6 12a4.3 4.3 0 0 1-8 1.6" />
        <path d="M11.6 13.5a4.4 4.4 0 0 1 8.8 0c0 2.4-1.5 3.7-2.9 5.1" />
      </g>
      <circle cx="12" cy="19.6" r="2.2" className="fill-voice stroke-glow" strokeWidth="0.5" />
    </svg>
  );
}

/** The name, drawn with one line; its “o” is a voice and its ring. */
export function Wordmark({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 99 26" className={className} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeWidth="2.7" strokeLinecap="round" strokeLinejoin="round">
        <path d="M2.3 16H14a6 6 0 1 0-1.9 4.4" />
        <path d="M30 10v12M30 16a6 6 0 1 1-12 0 6 6 0 0 1 12 0" />
        <path d="M36.5 10v12M36.5 16a5.8 5.8 0 0 1 5-5.9" />
        <path d="M53 12c-.8-1.3-2.3-2-4-2-2.3 0-4 1.2-4 3 0 4.3 8.6 1.7 8.6 6.1 0 1.8-1.9 2.9-4.3 2.9-2 0-3.7-.8-4.7-2.3" />
        <path d="M59.5 3.5V22M59.5 15.5a5.5 5.5 0 0 1 11 0V22" />
        <path d="M88.5 16a6 6 0 1 1-12 0 6 6 0 0 1 12 0" />
        <path d="M93 5v13a4 4 0 0 0 4 4M90.5 10.5H97" />
      </g>
      <circle cx="82.5" cy="16" r="2" className="fill-voice stroke-glow" strokeWidth="0.5" />
    </svg>
  );
}
