/** The place of the public rooms while they are on their way, as high as the first of them will be. */
export function RoomsSkeleton() {
  return (
    <div aria-hidden="true" className="public-rooms grid content-start gap-5">
      <div className="h-9 w-56 max-w-full rounded-md bg-sunken" />
      <div className="h-12 w-full max-w-xl rounded-full bg-sunken" />
      <CardSkeletons />
    </div>
  );
}

export function CardSkeletons() {
  return (
    <div aria-hidden="true" className="room-cards">
      {['first', 'second', 'third'].map((place) => (
        <div key={place} className="room-card animate-pulse bg-sunken motion-reduce:animate-none" />
      ))}
    </div>
  );
}
