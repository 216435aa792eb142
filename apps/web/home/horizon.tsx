import { Avatar } from '../ui/avatar.tsx';

const people = [
  { name: 'Noor', place: 'start-[46%] top-[43%] w-[19%]', speaking: true },
  { name: 'Emil', place: 'start-[21%] top-[31%] w-[13%]', speaking: false },
  { name: 'Ana', place: 'start-[70%] top-[64%] w-[12%]', speaking: false },
  { name: 'Tuấn', place: 'start-[30%] top-[72%] w-[10%]', speaking: true },
  { name: 'Wren', place: 'start-[73%] top-[20%] w-[9%]', speaking: false },
] as const;

/** Too far away to hear anything. */
const strangers = [
  { cx: 30, cy: 330, r: 15 },
  { cx: 388, cy: 392, r: 11 },
  { cx: 60, cy: 62, r: 10 },
] as const;

/** What the name means, drawn: a voice, the circles it fills, and the people who are near enough to hear it. */
export function Horizon({ className = '' }: { className?: string }) {
  return (
    <div aria-hidden="true" className={`relative isolate aspect-square ${className}`}>
      <svg
        aria-hidden="true"
        viewBox="0 0 400 400"
        fill="none"
        className="absolute inset-0 -z-10 size-full overflow-visible"
      >
        <g className="stroke-line" strokeWidth="1.5">
          <circle cx="222" cy="210" r="70" className="fill-voice/10" />
          <circle cx="222" cy="210" r="120" />
          <circle cx="222" cy="210" r="172" strokeDasharray="2 7" strokeLinecap="round" />
        </g>
        <g className="stroke-line" strokeWidth="1.5">
          {strangers.map((place) => (
            <circle key={place.cx} {...place} />
          ))}
        </g>
        <g className="stroke-glow" strokeWidth="1.5">
          <circle cx="222" cy="210" r="172" className="ripple" />
          <circle cx="222" cy="210" r="172" className="ripple [animation-delay:-2s]" />
          <circle cx="222" cy="210" r="172" className="ripple [animation-delay:-4s]" />
        </g>
      </svg>
      {people.map(({ name, place, speaking }) => (
        <span key={name} data-speaking={speaking} className={`absolute ${place}`}>
          <span className="voice-ring block">
            <span className="voice-reach" />
            <Avatar seed={name} name={name} className="text-[clamp(0.75rem,1.6vw,1.5rem)]" />
          </span>
        </span>
      ))}
    </div>
  );
}
