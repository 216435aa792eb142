import { likenessBackground } from '../ui/avatar.tsx';

const mostDiscs = 6;

/** The people of a room as strangers see them: a disc each, and a ring that moves around those who talk. Words say the same. */
export function Circle({ room, people, talking }: { room: string; people: number; talking: number }) {
  const discs = Math.min(people, people > mostDiscs ? mostDiscs - 1 : mostDiscs);
  const more = people - discs;
  return (
    <span aria-hidden="true" className="circle">
      {Array.from({ length: discs }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a disc stands for nobody but its place.
        <span key={place} data-speaking={place < talking} className="circle-disc">
          {place < talking ? (
            <span className="voice-ring block">
              <span className="voice-reach" />
              <Picture seed={`${room} ${place}`} />
            </span>
          ) : (
            <Picture seed={`${room} ${place}`} />
          )}
        </span>
      ))}
      {more > 0 && <span className="ps-1.5 text-sm text-soft">+{more}</span>}
    </span>
  );
}

function Picture({ seed }: { seed: string }) {
  return <span className="circle-picture" style={{ background: likenessBackground(seed) }} />;
}
