export const PEERS: Readonly<Record<string, () => Promise<(text: string) => string[]>>>
