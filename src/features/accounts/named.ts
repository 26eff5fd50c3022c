/** What a role can be bound to, to be chosen from. */
export interface Named {
  id: string;
  name: string | null;
}
