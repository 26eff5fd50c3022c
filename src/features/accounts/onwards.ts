/** The address of a form's action that leads on to `next` afterwards: `?/password&next=%2Fen%2Fwork`. */
export function onwards(action: string, next: string | undefined): string {
  return next === undefined ? `?/${action}` : `?/${action}&${new URLSearchParams({ next })}`;
}
