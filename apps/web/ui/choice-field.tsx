'use client';

import { useId } from 'react';

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly hint: string;
}

/** One of a few, each with a sentence about it, all to be seen at once. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="mb-2 font-semibold">{label}</legend>
      {options.map((option) => (
        <div
          key={option.value}
          className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 rounded-md border border-line bg-raised p-3 has-checked:border-ink has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus"
        >
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={id}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-describedby={`${id}-${option.value}-hint`}
            className="col-start-1 row-start-1 mt-0.5 size-5 cursor-pointer accent-ink focus-visible:outline-none"
          />
          <label
            htmlFor={`${id}-${option.value}`}
            className="col-start-2 row-start-1 cursor-pointer font-medium"
          >
            {option.label}
          </label>
          <p id={`${id}-${option.value}-hint`} className="col-start-2 text-sm text-soft">
            {option.hint}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
