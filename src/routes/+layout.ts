// Reading pages send no JavaScript; a page with a control that needs it says `csr = true` for itself.
export const csr = false;
