/* summary_proposal.h - what a run says of a proposal, in two or three sentences */
#ifndef SUMMARY_PROPOSAL_H
#define SUMMARY_PROPOSAL_H

#include "results.h"

#include <stdio.h>

/* Who refuses it most often and over what, what one changed term would bring, or two where no one
 * does, whether it would hold. */
void summary_proposal(FILE *out, const struct results *r, size_t proposal);

#endif
