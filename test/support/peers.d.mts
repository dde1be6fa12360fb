type Peers = Readonly<Record<string, () => Promise<(text: string) => string[]>>>
export const PEERS: Peers
export const GUESSING_PEERS: Peers
export function makeWords(count: number): { term: string }[]
