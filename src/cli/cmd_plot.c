/* cmd_plot.c - negosim plot: pictures of a folder of results */
#include "command.h"
#include "pictures.h"
#include "summary.h"

#include <stdio.h>

enum error_code cmd_plot(const struct request *request, struct error *err)
{
    if (pictures_draw(request, request->operand[0], err) != OK)
        return err->code;
    if (!request->quiet)
        summary_places(stdout, request->operand[0], pictures_format(request));
    return OK;
}
