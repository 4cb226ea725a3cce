/* share_code.h - a share in two letters, as the script of a page reads it */
#ifndef SHARE_CODE_H
#define SHARE_CODE_H

enum { SHARE_LETTERS = 2 };

/* Writes a share from 0 to 1 as two letters of base 64 (RFC 4648, for URLs), without a zero behind
 * them: 39 times its word, and a step from 0 to 38 within the word.  Word 0 is "0 %", 1 "under 1
 * %", k + 1 "k %", 101 "over 99 %", 102 "100 %", as text_percent has them: so the script rounds
 * nothing itself, and still knows which of two shares is larger. */
void share_code(double share, char letters[static SHARE_LETTERS]);

#endif
