/** Stands for a file that is never done with. */
for (;;);
