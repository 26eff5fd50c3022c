/** As the package says it where its part for this machine was left out. */
throw new Error('Failed to load native binding');
