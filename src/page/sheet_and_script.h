/* sheet_and_script.h - report.css and report.js, and the hashes by which a page allows them */
#ifndef SHEET_AND_SCRIPT_H
#define SHEET_AND_SCRIPT_H

/* Made at build time (embed.sh). A hash is that of the text between the tags, in base 64. */
extern const char report_css[], report_js[], report_css_sha256[], report_js_sha256[];

#endif
