/** How far an import is: each stage goes over every table before the next begins. */
export interface Progress {
  stage: 'read' | 'compare' | 'write';
  resource: string;
  done: number;
  total: number;
}

export type OnProgress = (progress: Progress) => void;
