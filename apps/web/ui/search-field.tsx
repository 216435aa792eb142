'use client';

import { Search } from 'lucide-react';

/** A line to narrow a list down with. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <div className="relative">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute start-4 top-1/2 size-4.5 -translate-y-1/2 text-soft"
      />
      <input
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        className="min-h-12 w-full rounded-full border border-edge bg-raised ps-11 pe-4 placeholder:text-soft"
      />
    </div>
  );
}
