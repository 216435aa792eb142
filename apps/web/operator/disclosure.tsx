import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  box: { outer: 'rounded-sm bg-sunken px-3', summary: 'min-h-11 font-medium' },
  plain: { outer: '', summary: 'min-h-8 text-soft text-sm' },
} as const;

/** Something that is folded away until it is wanted. */
export function Disclosure({
  summary,
  look = 'box',
  open = false,
  children,
}: {
  summary: string;
  look?: keyof typeof looks;
  open?: boolean;
  children: ReactNode;
}) {
  const { outer, summary: line } = looks[look];
  return (
    <details open={open} className={`group ${outer}`}>
      <summary
        className={`flex cursor-pointer list-none items-center gap-1.5 rounded-sm [&::-webkit-details-marker]:hidden ${line}`}
      >
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-soft transition-transform duration-(--duration-quick) group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
        />
        {summary}
      </summary>
      {children}
    </details>
  );
}
