/* flip.c - turns one bit of a file over: flip FILE BIT */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    FILE *f = argc == 3 ? fopen(argv[1], "r+") : NULL;
    const long bit = argc == 3 ? atol(argv[2]) : 0;

    if (!f || fseek(f, bit / 8, SEEK_SET) != 0)
        return 1;
    const int byte = getc(f);
    if (byte == EOF || fseek(f, bit / 8, SEEK_SET) != 0)
        return 1;
    putc(byte ^ 1 << bit % 8, f);
    return fclose(f) != 0;
}
