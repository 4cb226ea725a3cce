/* complete.h - what the word at hand of a command line may be */
#ifndef COMPLETE_H
#define COMPLETE_H

#include <stddef.h>
#include <stdio.h>

/* Prints what may stand for word[n - 1], which is begun or empty, after the words before it, of
 * which the first is a command: a line each, the whole word, then a tab and what it means where
 * there is something to say.  A word that ends in = goes on.
 *
 * ":scenarios", ":folders" and ":files" alone on a line stand for paths, which shells find
 * themselves: of scenarios (and the folders on the way), of folders, of any files.  Of a word
 * "--option=..." they are about what follows the =.
 *
 * What a scenario knows is read from the first operand before the word at hand.  Where that cannot
 * be read there is nothing to offer, and nothing is said of it: a mistake is found when the command
 * runs. */
void complete_print(FILE *out, size_t n, char *const word[]);

#endif
