// Pages send no JavaScript of the framework's; a control that needs some brings a small script (static/enhance).
export const csr = false;
