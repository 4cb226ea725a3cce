/* talk_fields.c - what readers of talks share: days, numbers with a default, proposals, sides */
#include "talk_fields.h"

#include "date.h"
#include "number.h"

#include <math.h>
#include <string.h>

static void complain_outside(struct reader *r, const config_setting_t *s, const char *text,
                             const struct talks *talks)
{
    char begin[DATE_TEXT], end[DATE_TEXT];

    if (talks->has_dates) {
        date_write(talks->start, begin);
        date_write(talks->start + (long)talks->deadline, end);
        complain(r, s, "'%s' is %s, outside the talks, %s to %s", config_setting_name(s), text,
                 begin, end);
    } else {
        complain(r, s, "'%s' is %s, outside the talks, day 0 to day %g", config_setting_name(s),
                 text, talks->deadline);
    }
}

static bool read_date(struct reader *r, const config_setting_t *s, const char *text,
                      const struct talks *talks, double *day)
{
    long number;

    if (!date_read(text, &number))
        complain(r, s, "'%s' is \"%s\", which is no date; expected YYYY-MM-DD",
                 config_setting_name(s), text);
    else if (!talks->has_dates)
        complain(r, s, "'%s' is a date: say when the talks `start`, or count days from 0",
                 config_setting_name(s));
    else
        *day = (double)(number - talks->start);
    return !isnan(*day);
}

double day_read(struct reader *r, const config_setting_t *s, const struct talks *talks)
{
    char shown[64];
    double day = NAN;

    if (!s)
        return NAN;
    const char *text = config_setting_get_string(s);
    if (text) {
        if (!read_date(r, s, text, talks, &day))
            return NAN;
        snprintf(shown, sizeof shown, "%s", text);
    } else if (reader_real(s, &day)) {
        snprintf(shown, sizeof shown, "day %g", day);
    } else {
        complain(r, s, "'%s' must be a date in quotes or a number of days from the start",
                 config_setting_name(s));
        return NAN;
    }
    /* So written, a day passes while the deadline is NAN: the deadline itself is read by this. */
    if (day >= 0 && !(day > talks->deadline))
        return day;
    if (isnan(talks->deadline))
        complain(r, s, "'%s' is %s, before the talks begin; expected a day after `start`",
                 config_setting_name(s), shown);
    else
        complain_outside(r, s, shown, talks);
    return NAN;
}

size_t number_or(struct reader *r, const config_setting_t *s, double low, double high,
                 const char *unit, const config_setting_t *at, const char *suffix, double value)
{
    const struct distribution fixed = distribution_fixed(value);
    return s ? number_read(r, s, low, high, unit) : reader_parameter(r, at, suffix, &fixed);
}

size_t proposal_find(struct reader *r, const config_setting_t *s)
{
    const struct scenario *scenario = r->scenario;
    const char *name = config_setting_get_string(s);

    for (size_t i = 0; name && i < scenario->n_proposal; i++)
        if (strcmp(scenario->proposal[i].name, name) == 0)
            return i;
    if (name)
        complain_unknown(r, s, "proposal", name, scenario->n_proposal, scenario->proposal,
                         sizeof *scenario->proposal);
    else
        complain(r, s, "'%s' must be the name of a proposal in quotes", config_setting_name(s));
    return NONE;
}

size_t side_find(struct reader *r, const config_setting_t *at, const char *setting,
                 const struct talks *talks, const char *name)
{
    const char *names[MAX_SIDE];

    for (size_t i = 0; i < talks->n_side; i++) {
        names[i] = r->scenario->party[talks->side[i]].name;
        if (strcmp(names[i], name) == 0)
            return i;
    }
    complain_unknown(r, config_setting_get_member(at, setting), "party of the talks", name,
                     talks->n_side, names, sizeof *names);
    return NONE;
}
