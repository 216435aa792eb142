/** The words that both devices show, to be compared by eye or read out. */
export function ConfirmationWords({ words }: { words: readonly string[] }) {
  return (
    <ol lang="en" dir="ltr" className="flex flex-wrap gap-2" data-confirmation={words.join(' ')}>
      {words.map((word) => (
        <li
          key={word}
          className="rounded-md border border-edge bg-raised px-3 py-2 font-mono text-lg font-semibold"
        >
          {word}
        </li>
      ))}
    </ol>
  );
}
