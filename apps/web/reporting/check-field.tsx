import { useId } from 'react';

/** Something to agree to, with a sentence about it. */
export function CheckField({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-5 accent-ink"
      />
      <label htmlFor={id} className="cursor-pointer font-semibold leading-snug">
        {label}
      </label>
      <p id={`${id}-hint`} className="col-start-2 text-sm text-soft">
        {hint}
      </p>
    </div>
  );
}
