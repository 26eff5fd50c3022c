import { z } from 'zod';
import { id } from '#forms/fields.ts';

export const trainedForm = z.object({ organisation: id() });
