import { onDemand } from '../ui/on-demand.tsx';

/** The room's own code comes while somebody is in the lobby. */
export const RoomScreen = onDemand(() => import('./room-screen.tsx').then((file) => file.RoomScreen), null);
