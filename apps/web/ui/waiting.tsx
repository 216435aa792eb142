/** Something is on its way. Says nothing by itself: put words beside it. */
export function Waiting({ className = '' }: { className?: string }) {
  return (
    <span aria-hidden="true" className={`inline-flex h-4 items-center gap-[3px] ${className}`}>
      <span className="waiting-bar h-full w-1 rounded-full bg-current" />
      <span className="waiting-bar h-full w-1 rounded-full bg-current" />
      <span className="waiting-bar h-full w-1 rounded-full bg-current" />
    </span>
  );
}
